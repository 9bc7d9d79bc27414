import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import type { Queue } from '@/lib/reviews/review';

const words = {
  mentions: {
    title: 'No mentions wait for you',
    body: 'Names that colleagues tagged come here, grouped by spelling, to be accepted together after a look.',
  },
  citations: {
    title: 'No citations wait for you',
    body: 'Passages that colleagues attached to claims come here one by one, for a verdict.',
  },
  claims: {
    title: 'No claims wait for you',
    body: 'Claims submitted for review, and approved ones that became stale, come here for whoever wrote neither them nor their wording.',
  },
  mine: {
    title: 'Nothing of yours was sent back',
    body: 'When a colleague rejects your tag, asks for work or proposes a fix, it comes here with the reason.',
  },
  theirs: {
    title: 'Nothing of theirs was sent back',
    body: 'What colleagues reject, ask for work on or propose to fix comes to whoever made it.',
  },
  waiting: {
    title: 'Nothing waits for a verdict',
    body: 'Tags that nobody has judged, or on which two verdicts contradict each other, are listed here.',
  },
};

const others = [
  { kind: 'mentions', one: 'mention to accept', many: 'mentions to accept' },
  { kind: 'citations', one: 'citation to look at', many: 'citations to look at' },
  { kind: 'claims', one: 'claim to decide on', many: 'claims to decide on' },
  { kind: 'mine', one: 'of yours sent back', many: 'of yours sent back' },
] as const;

interface NothingWaitsProps {
  projectId: string;
  kind: keyof typeof words;
  /** Verdicts given in this run. */
  done?: number;
  onUndo?: () => void;
  /** How much waits elsewhere in the queue: the way on leads there. */
  counts?: Queue['counts'];
}

/** An empty queue: what comes here, and where to go on. */
export function NothingWaits({ projectId, kind, done = 0, onUndo, counts }: NothingWaitsProps) {
  const next = others.find((other) => other.kind !== kind && counts && counts[other.kind] > 0);
  const { title, body } = words[kind];
  return (
    <EmptyState
      title={done > 0 ? `All done: ${done} reviewed` : title}
      action={
        <>
          {done > 0 && onUndo && (
            <Button shortcut="u" command="tag.undo" onClick={onUndo}>
              Undo the last
            </Button>
          )}
          {next && counts ? (
            <ButtonLink variant="primary" href={`/projects/${projectId}/review?kind=${next.kind}`}>
              {counts[next.kind]} {counts[next.kind] === 1 ? next.one : next.many}
            </ButtonLink>
          ) : (
            <ButtonLink href={`/projects/${projectId}/articles`}>Read an article</ButtonLink>
          )}
        </>
      }
    >
      {body}
      {kind !== 'waiting' && ' Your own work is not here: a colleague reviews it.'}
    </EmptyState>
  );
}
