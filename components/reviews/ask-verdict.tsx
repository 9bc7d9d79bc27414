import type { Tag } from '@/lib/highlights/highlight';
import { FixForm } from './fix-form';
import { ReasonLine } from './reason-line';
import type { Judgement } from './review-writes';
import type { Asking } from './verdict-actions';

const asks = {
  reject: { label: 'Why is this rejected?', verb: 'Reject' },
  'needs-work': { label: 'What needs work?', verb: 'Send back' },
};

interface AskVerdictProps {
  projectId: string;
  tag: Tag;
  asking: Asking;
  busy: boolean;
  onGive: (judgement: Judgement) => Promise<boolean>;
  onLeave: () => void;
}

/** What a verdict against a tag wants first: its reason, or the fix that is proposed. */
export function AskVerdict({ projectId, tag, asking, busy, onGive, onLeave }: AskVerdictProps) {
  return asking === 'fix' ? (
    <FixForm projectId={projectId} tag={tag} busy={busy} onGive={onGive} onLeave={onLeave} />
  ) : (
    <ReasonLine
      {...asks[asking]}
      busy={busy}
      onGive={(reason) => onGive({ verdict: asking, reason })}
      onLeave={onLeave}
    />
  );
}
