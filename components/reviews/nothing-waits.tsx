import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';

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

interface NothingWaitsProps {
  projectId: string;
  kind: keyof typeof words;
  /** Verdicts given in this run. */
  done?: number;
  onUndo?: () => void;
}

/** An empty queue: what comes here, and where to go on. */
export function NothingWaits({ projectId, kind, done = 0, onUndo }: NothingWaitsProps) {
  const { title, body } = words[kind];
  return (
    <EmptyState
      title={done > 0 ? `All done: ${done} reviewed` : title}
      action={
        <>
          {done > 0 && onUndo && (
            <Button shortcut="u" onClick={onUndo}>
              Undo the last
            </Button>
          )}
          <ButtonLink href={`/projects/${projectId}/articles`}>Read an article</ButtonLink>
        </>
      }
    >
      {body}
      {kind !== 'waiting' && ' Your own work is not here: a colleague reviews it.'}
    </EmptyState>
  );
}
