'use client';
import { useId, useRef, useState } from 'react';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Problem } from '@/lib/api/client';
import { documentToSend, isBlank, type Piece } from './document';
import { RichText } from './rich-text';
import { keepUnsent, readUnsent, sendingUnder, type Unsent } from './unsent';

/** What is said, ready for the API. */
export interface Said {
  body: { type: 'doc'; content: Piece[] };
  blocksApproval: boolean;
}

export interface CommentFormProps {
  projectId: string;
  /** Where unsent words are kept: who writes, and at what place. */
  target: string;
  label: string;
  placeholder?: string;
  submitLabel: string;
  /** The document to start from when there is nothing unsent: that of a comment being edited. */
  initial?: unknown;
  /** Offers "Blocks approval": only where a claim can be blocked. */
  mayBlock?: boolean;
  autoFocus?: boolean;
  /** Sends it; what it throws is shown beside the words, which stay. */
  onSend: (said: Said, key: string) => Promise<unknown>;
  onCancel?: () => void;
}

const nothing: Unsent = { doc: null, blocksApproval: false, sent: null };

/** The state of a form: what is written, whether it is on its way, what went wrong. */
function useForm({ target, initial = null, onSend }: CommentFormProps) {
  const [start, setStart] = useState(() => readUnsent(target));
  const unsent = useRef<Unsent>(start ?? { ...nothing, doc: initial });
  const [round, setRound] = useState(0);
  const [blank, setBlank] = useState(() => isBlank(start?.doc ?? initial));
  const [blocks, setBlocks] = useState(start?.blocksApproval ?? false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  function change(next: Partial<Unsent>) {
    unsent.current = { ...unsent.current, ...next };
    keepUnsent(target, isBlank(unsent.current.doc) ? null : unsent.current);
    setBlank(isBlank(unsent.current.doc));
  }
  function block(next: boolean) {
    setBlocks(next);
    change({ blocksApproval: next });
  }
  function empty() {
    unsent.current = nothing;
    keepUnsent(target, null);
    setStart(null);
    setBlank(true);
    setBlocks(false);
    setRound((before) => before + 1);
  }

  async function send() {
    const { doc, blocksApproval } = unsent.current;
    if (busy || isBlank(doc)) return;
    const said: Said = { body: documentToSend(doc as Piece), blocksApproval };
    const sent = sendingUnder(unsent.current, JSON.stringify(said));
    change({ sent });
    setBusy(true);
    setProblem(null);
    try {
      await onSend(said, sent.key);
      // Words written while these were under way stay.
      if (JSON.stringify(unsent.current.doc) === JSON.stringify(doc)) empty();
    } catch (error) {
      setProblem(error instanceof Problem ? error.message : 'This could not be sent. Your words are still here.');
    }
    setBusy(false);
  }

  return {
    initial: start?.doc ?? (round === 0 ? initial : null),
    restored: start !== null,
    round,
    blank,
    blocks,
    busy,
    problem,
    change,
    block,
    send,
    empty,
  };
}

/** A comment being written: kept until it is sent, and back with the reason when it is refused. */
export function CommentForm(props: CommentFormProps) {
  const { projectId, label, placeholder = '', submitLabel, mayBlock = false, autoFocus = false, onCancel } = props;
  const form = useForm(props);
  const members = useRead('listMembers', { projectId });
  const people = (members.data?.items ?? []).map(({ userId, name }) => ({ id: userId, name }));
  const problemId = useId();

  function leave() {
    (document.activeElement as HTMLElement | null)?.blur();
    if (form.blank) onCancel?.();
  }

  return (
    <div aria-busy={form.busy || undefined}>
      <RichText
        key={form.round}
        label={label}
        placeholder={placeholder}
        initial={form.initial}
        members={people}
        autoFocus={autoFocus || form.round > 0}
        problemId={form.problem ? problemId : null}
        onChange={(doc) => form.change({ doc })}
        onSubmit={() => void form.send()}
        onEscape={leave}
      >
        <div className="flex flex-wrap items-center gap-2">
          {onCancel && (
            <Button
              size="small"
              variant="quiet"
              onClick={() => {
                form.empty();
                onCancel();
              }}
            >
              {form.restored && form.blank === false ? 'Discard' : 'Cancel'}
            </Button>
          )}
          <Button
            size="small"
            variant="primary"
            shortcut="mod+enter"
            busy={form.busy}
            disabled={form.blank}
            onClick={() => void form.send()}
          >
            {submitLabel}
          </Button>
        </div>
      </RichText>
      {mayBlock && (
        <div className="mt-2">
          <Checkbox checked={form.blocks} onCheckedChange={form.block}>
            <span>
              Blocks approval
              <span className="text-muted">
                {' '}
                – an objection: the claim cannot be approved until you withdraw it or a lead lifts it
              </span>
            </span>
          </Checkbox>
        </div>
      )}
      {form.problem && (
        <p id={problemId} role="alert" className="mt-2 text-bad">
          Not sent. {form.problem}
        </p>
      )}
    </div>
  );
}
