import { TextLink } from '@/components/ui/text-link';
import { claimHref, questionHref, wordsHref } from '@/lib/threads/place';
import type { Thread } from '@/lib/threads/thread';
import { SubjectLabel } from './subject-label';

const kinds = {
  article: 'the article',
  highlight: 'a highlight',
  tag: 'a tag',
  entity: 'the entity',
  claim: 'the claim',
  question: 'the question',
};

/** Where the thing itself can be seen. */
function hrefOf(projectId: string, { type, id, articleId, highlightId }: Thread['subject']): string {
  if (articleId) return wordsHref(projectId, articleId, highlightId);
  if (type === 'question') return questionHref(projectId, id);
  return type === 'claim' ? claimHref(projectId, id) : `/projects/${projectId}/entities/${id}`;
}

const attachedHref = (projectId: string, { type, id }: NonNullable<Thread['subject']['attached']>): string =>
  type === 'claim' ? claimHref(projectId, id) : `/projects/${projectId}/entities/${id}`;

/** What a thread is about, with the way there: the words in their article and what they are tagged with, the claim, the entity. */
export function ThreadSubject({ projectId, subject }: { projectId: string; subject: Thread['subject'] }) {
  return (
    <div className="text-sm text-muted">
      On {kinds[subject.type]}{' '}
      <TextLink href={hrefOf(projectId, subject)} className="text-base">
        <SubjectLabel subject={subject} className="line-clamp-2" />
      </TextLink>
      {subject.attached && (
        <span className="block wrap-anywhere">
          {subject.attached.type === 'claim' ? 'for the claim' : 'as'}{' '}
          <TextLink href={attachedHref(projectId, subject.attached)}>{subject.attached.label}</TextLink>
        </span>
      )}
    </div>
  );
}
