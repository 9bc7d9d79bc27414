'use client';
import { useRef, useState } from 'react';
import type { Difference, FormDraft } from './form-draft';
import { sendChange } from './send-change';
import { useLeftWords } from './use-left-words';
import { useSend } from './use-send';

interface Editing<Row extends { id: string; version: number }, Draft extends object, Input extends object> {
  of: Row;
  form: FormDraft<Row, Draft, Input>;
  /** Sends the change, made on what is stored. */
  write: (change: Partial<Input>, on: Row) => Promise<Row>;
  /** After it: what is stored now, and the parts of it that a colleague changed meanwhile. */
  onSaved?: (saved: Row, beside: Difference[]) => void;
  /** Nothing is left to save. */
  onClose?: () => void;
  /** Whom an id in the draft means. */
  nameOf?: (id: string) => string;
}

/** What the form holds, and what it goes back to. */
function useHeld<Row, Draft extends object, Input extends object>(of: Row, form: FormDraft<Row, Draft, Input>) {
  const [base, setBase] = useState(of);
  const [draft, setDraft] = useState(() => form.draftOf(of));
  const [theirs, setTheirs] = useState<Row | null>(null);
  const typed = useRef(0);
  return {
    ...{ base, draft, theirs, setBase, setDraft, setTheirs },
    unchanged: Object.keys(form.changeOf(form.draftOf(base), draft)).length === 0,
    change(mine: Draft) {
      typed.current += 1;
      setDraft(mine);
    },
    /** Answers a question: whether anything has been typed since. */
    watch() {
      const until = typed.current;
      return () => typed.current !== until;
    },
    /** Goes on from what is stored; nothing of mine is dropped but what it takes the place of. */
    goOn(mine: Draft, on: Row) {
      setBase(on);
      setDraft(mine);
      setTheirs(null);
    },
  };
}

function sidesOf<Row, Draft extends object, Input extends object>(
  { draftOf, merged }: FormDraft<Row, Draft, Input>,
  { base, draft, theirs }: { base: Row; draft: Draft; theirs: Row },
) {
  return { theirs: draftOf(theirs), mine: merged(draftOf(base), draft, draftOf(theirs)) };
}

/**
 * A form of something shared. What others change meanwhile shows at once as long as nothing here waits to be saved; where they changed the same,
 * `conflict` is what `BothTexts` shows. Nothing typed is lost, not what is typed while it is being saved either.
 */
export function useEditing<Row extends { id: string; version: number }, Draft extends object, Input extends object>(
  asked: Editing<Row, Draft, Input>,
) {
  const { of, form, write, onSaved, onClose, nameOf } = asked;
  const { busy, problem, send } = useSend();
  const { base, draft, theirs, unchanged, setBase, setDraft, setTheirs, change, watch, goOn } = useHeld(of, form);
  if (of.version > base.version && unchanged && !busy && !theirs) goOn(form.draftOf(of), of);
  useLeftWords(of.id, () =>
    form
      .differences(form.draftOf(base), draft, nameOf)
      .map(({ part, after }) => `${part}: ${after}`)
      .join('\n'),
  );

  async function save(on: Row, mine: Draft) {
    const was = form.draftOf(on);
    const changed = form.changeOf(was, mine);
    if (Object.keys(changed).length === 0) return onClose?.();
    const typedSince = watch();
    const done = await send(() =>
      sendChange({
        base: on,
        send: (version) => write(changed, { ...on, version }),
        mayResend: (current) => form.mayResend(changed, was, form.draftOf(current)),
      }),
    );
    if (!done) return;
    if ('theirs' in done) return setTheirs(done.theirs);
    onSaved?.(done.saved, done.over ? form.differences(was, form.draftOf(done.over), nameOf) : []);
    if (typedSince()) return setBase(done.saved);
    goOn(form.draftOf(done.saved), done.saved);
    onClose?.();
  }
  const sides = theirs && { on: theirs, ...sidesOf(form, { base, draft, theirs }) };
  const conflict = sides && {
    differences: form.differences(sides.theirs, sides.mine, nameOf),
    busy,
    onMine() {
      goOn(sides.mine, sides.on);
      void save(sides.on, sides.mine);
    },
    onTheirs: () => goOn(sides.theirs, sides.on),
    onPart: (part: string) => setDraft(form.withPart(sides.mine, sides.theirs, part)),
  };
  return { draft, change, save: () => void save(base, draft), busy, problem, unchanged, conflict };
}
