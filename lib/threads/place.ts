import type { Thread } from './thread';

type Subject = Pick<Thread['subject'], 'type' | 'id' | 'articleId' | 'highlightId' | 'claimId'>;

/** Whether what is talked about is words of an article: then they are its label. */
export const isOfWords = (type: Thread['subject']['type']): boolean => type === 'tag' || type === 'highlight';

/** Where words stand: the article, opened at the highlight. */
export const wordsHref = (projectId: string, articleId: string, highlightId?: string | null): string =>
  `/projects/${projectId}/articles/${articleId}${highlightId ? `?highlight=${highlightId}` : ''}`;

/** Where a span of an article stands: opened and lit, as long as the text is the version that it was taken from. */
export const spanHref = (
  projectId: string,
  { articleId, version, start, end }: { articleId: string; version: number; start: number; end: number },
): string => `${wordsHref(projectId, articleId)}?at=${start}-${end}&of=${version}`;

export const claimHref = (projectId: string, claimId: string): string => `/projects/${projectId}/claims/${claimId}`;

export const questionHref = (projectId: string, questionId: string): string =>
  `/projects/${projectId}/questions/${questionId}`;

/** Where a thread is read: beside what it is about. With a comment the page opens at it. */
export function threadHref(projectId: string, subject: Subject, threadId: string, commentId?: string): string {
  const page = subject.articleId
    ? wordsHref(projectId, subject.articleId, subject.highlightId)
    : subject.type === 'claim'
      ? claimHref(projectId, subject.id)
      : `/projects/${projectId}/${subject.type === 'question' ? 'questions' : 'entities'}/${subject.id}`;
  const place = `${page}${page.includes('?') ? '&' : '?'}thread=${threadId}`;
  return commentId ? `${place}#comment-${commentId}` : place;
}
