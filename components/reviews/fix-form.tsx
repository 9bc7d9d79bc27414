'use client';
import { useState } from 'react';
import { oneLine } from '@/components/highlights/choices';
import type { Tag } from '@/lib/highlights/highlight';
import { FixFields } from './fix-fields';
import { FixFrame } from './fix-frame';
import { fixOf, proposalOf } from './proposal';
import type { Judgement } from './review-writes';

interface FixFormProps {
  projectId: string;
  tag: Tag;
  busy: boolean;
  /** Answers whether it was taken; if not, everything stays. */
  onGive: (judgement: Judgement) => Promise<boolean>;
  onLeave: () => void;
}

/** A fix proposed to the author, who stays the author and takes it or not. */
export function FixForm({ projectId, tag, busy, onGive, onLeave }: FixFormProps) {
  const [fix, setFix] = useState(() => fixOf(tag));
  const [typed, setTyped] = useState('');
  const proposal = proposalOf(tag, fix);
  const reason = oneLine(typed);
  return (
    <FixFrame
      title="Propose a fix"
      submitLabel="Send proposal"
      submitDisabled={Object.keys(proposal).length === 0}
      busy={busy}
      onSubmit={() => void onGive({ verdict: 'needs-work', proposal, ...(reason ? { reason } : {}) })}
      onLeave={onLeave}
      reason={typed}
      onReason={setTyped}
      note={`${tag.author.name} stays the author and takes your proposal over, or not. How sure they are is theirs to say.`}
    >
      <FixFields projectId={projectId} fix={fix} onChange={setFix} />
    </FixFrame>
  );
}
