'use client';
import type { Editor } from '@tiptap/core';
import clsx from 'clsx';
import { useEffect, useRef, useState, type ClipboardEvent, type FormEvent } from 'react';
import { controlLook } from '@/components/ui/control-look';
import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';
import type { CommentFormProps } from './comment-form';
import { earlyWords, passEarly, keepEarly } from './early-words';
import { handOver } from './hand-over';
import { pastedQuote, type QuotedWords } from './quoted-words';

const form = late(() => import('./comment-form').then((file) => file.CommentForm), { atRest: false });

/**
 * A comment being written. The editor is fetched when this first appears; until it stands a plain field takes the caret, so that
 * the first letters go into the comment and are not taken for keys of the page. Where it cannot be fetched the field keeps them, and
 * it is asked for again when the network is back, the field is entered or written in.
 */
export function CommentEditor(props: Omit<CommentFormProps, 'onStanding'>) {
  const early = useRef<HTMLTextAreaElement>(null);
  const pasted = useRef<QuotedWords[]>([]);
  const [standing, setStanding] = useState(false);
  const [wanted, setWanted] = useState(true);
  const { place, initial = null, base = null } = props;
  const [before] = useState(() => (form.read() ? '' : earlyWords(place)));
  const ask = () => setWanted(true);
  useEffect(() => {
    window.addEventListener('online', ask);
    return () => window.removeEventListener('online', ask);
  }, []);
  // From then on the field is handed over, and what is kept of it would be there twice.
  useEffect(() => form.subscribe(() => passEarly(place)), [place]);
  function write({ currentTarget }: FormEvent<HTMLTextAreaElement>) {
    if (!form.read()) keepEarly(place, currentTarget.value, initial, base);
    ask();
  }
  function remember({ clipboardData }: ClipboardEvent) {
    const words = pastedQuote(clipboardData);
    if (words) pasted.current.push(words);
  }
  function stand(editor: Editor, quote: (words: QuotedWords) => void) {
    if (early.current) handOver({ field: early.current, pasted: pasted.current }, editor, quote);
    setStanding(true);
  }
  return (
    <>
      {!standing && (
        <textarea
          ref={early}
          aria-label={props.label}
          placeholder={props.placeholder}
          autoFocus={props.autoFocus}
          defaultValue={before}
          className={clsx(controlLook, 'block h-26 resize-none py-2')}
          onPaste={remember}
          onFocus={ask}
          onInput={write}
          // What stands in it is let go where the editor can be asked to, not by a key.
          onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.value === '' && props.onCancel?.()}
        />
      )}
      <LatePart of={form} with={{ ...props, onStanding: stand }} wanted={wanted} onMissing={() => setWanted(false)} />
    </>
  );
}
