'use client';
import type { Editor } from '@tiptap/core';
import { useId, useSyncExternalStore } from 'react';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { notify } from '@/components/ui/notify';
import type { Said } from './draft';
import { DraftLine } from './draft-line';
import type { Place } from './kept-drafts';
import type { Opened } from './open-draft';
import type { QuotedWords } from './quoted-words';
import { RichText } from './rich-text';
import { SiblingDrafts } from './sibling-drafts';
import { useDraft } from './use-draft';

export interface CommentFormProps {
  /** Where unsent words are kept: who writes, and at what place. */
  place: Place;
  label: string;
  placeholder?: string;
  submitLabel: string;
  /** What is said when the server has it; `Sent` otherwise. */
  doneLabel?: string;
  /** The document to start from when there is nothing unsent: that of a comment being edited. */
  initial?: unknown;
  /** The version of that comment. */
  base?: number;
  /** Offers "Blocks approval": only where a claim can be blocked. */
  mayBlock?: boolean;
  autoFocus?: boolean;
  /** Sending it waits for a choice that is asked beside it. */
  held?: boolean;
  /** Sends it; what it throws is shown beside the words, which stay. Answers false where another text was kept instead. */
  onSend: (said: Said, key: string, base: number | null) => Promise<unknown>;
  onCancel?: () => void;
  /** The editor stands on the page; `quote` puts words of an article in at its caret. */
  onStanding: (editor: Editor, quote: (words: QuotedWords) => void) => void;
}

/** A comment being written: kept until it is sent, sent once, and back with the reason when it is refused. */
export function CommentForm(props: CommentFormProps) {
  const { onSend, doneLabel = 'Sent' } = props;
  const send = async (said: Said, key: string, base: number | null) => {
    const written = await onSend(said, key, base);
    if (written !== false) notify(doneLabel, { key: 'sent' });
  };
  const opened = useDraft(props.place, props.initial ?? null, send, props.base);
  return opened && <OpenForm {...props} opened={opened} />;
}

function OpenForm({ opened, ...props }: CommentFormProps & { opened: Opened }) {
  const {
    place,
    label,
    placeholder = '',
    submitLabel,
    mayBlock = false,
    autoFocus = false,
    held = false,
    onCancel,
    onStanding,
  } = props;
  const { draft, slot } = opened;
  const state = useSyncExternalStore(draft.subscribe, draft.get, draft.get);
  const members = useRead('listMembers', { projectId: place.projectId });
  const people = (members.data?.items ?? []).map(({ userId, name }) => ({ id: userId, name }));
  const problemId = useId();
  const { problem } = state;
  const busy = state.sending === 'under-way' && !held;
  function leave() {
    (document.activeElement as HTMLElement | null)?.blur();
    if (state.blank) onCancel?.();
  }
  return (
    <div aria-busy={busy || undefined}>
      <SiblingDrafts place={place} slot={slot} onBring={(kept) => draft.bring(kept)} />
      <RichText
        key={state.round}
        label={label}
        placeholder={placeholder}
        initial={state.doc}
        members={people}
        autoFocus={state.round === 0 ? autoFocus : state.follow}
        locked={state.sending === 'waiting'}
        problemId={problem ? problemId : null}
        onChange={(doc) => draft.change({ doc })}
        onSubmit={() => void draft.send()}
        onEscape={leave}
        onStanding={onStanding}
      >
        <DraftLine state={state} held={held} onStop={() => draft.stop()} />
        <div className="ms-auto flex flex-wrap items-center gap-2">
          {onCancel && state.sending === 'no' && (
            <Button
              size="small"
              variant="quiet"
              onClick={() => {
                draft.discard();
                onCancel();
              }}
            >
              {state.blank ? 'Cancel' : 'Discard'}
            </Button>
          )}
          <Button
            size="small"
            variant="primary"
            shortcut="mod+enter"
            busy={busy}
            disabled={state.blank || held || state.sending === 'waiting'}
            onClick={() => void draft.send()}
          >
            {submitLabel}
          </Button>
        </div>
      </RichText>
      {mayBlock && (
        <Blocks checked={state.blocksApproval} onChange={(blocksApproval) => draft.change({ blocksApproval })} />
      )}
      {problem && (
        <p id={problemId} role="alert" className="mt-2 text-bad">
          Not sent. {problem.message}
        </p>
      )}
    </div>
  );
}

const Blocks = ({ checked, onChange }: { checked: boolean; onChange: (next: boolean) => void }) => (
  <div className="mt-2">
    <Checkbox checked={checked} onCheckedChange={onChange}>
      <span>
        Blocks approval
        <span className="text-muted">
          {' '}
          – an objection: the claim cannot be approved until you withdraw it or a lead lifts it
        </span>
      </span>
    </Checkbox>
  </div>
);
