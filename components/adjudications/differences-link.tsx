'use client';
import { useRead } from '@/components/live/use-read';
import { TextLink } from '@/components/ui/text-link';

interface DifferencesLinkProps {
  projectId: string;
  roundId: string;
  articleId: string;
  /** The article's title, for whoever cannot see what it stands beside. */
  title: string;
}

/** From an article of a revealed round to what its analysts differ on, with how far that is decided. */
export function DifferencesLink({ projectId, roundId, articleId, title }: DifferencesLinkProps) {
  const read = useRead('listAdjudications', { id: roundId });
  const one = read.data?.items.find((item) => item.articleId === articleId);
  if (!one || one.tags === 0) return null;
  const { adjudication, tags, decided } = one;
  const state = !adjudication
    ? null
    : adjudication.finished
      ? decided < tags
        ? 'finished, changed since'
        : 'finished'
      : `${decided} of ${tags} tags decided`;
  return (
    <span className="flex shrink-0 items-center gap-3 text-sm">
      {state && <span className="text-muted tabular-nums">{state}</span>}
      <TextLink
        href={`/projects/${projectId}/rounds/${roundId}/articles/${articleId}`}
        aria-label={`Differences: ${title}`}
      >
        Differences
      </TextLink>
    </span>
  );
}
