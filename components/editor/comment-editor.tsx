'use client';
import type { Editor } from '@tiptap/core';
import clsx from 'clsx';
import dynamic from 'next/dynamic';
import { useRef, useState, type ClipboardEvent } from 'react';
import { controlLook } from '@/components/ui/control-look';
import type { CommentFormProps } from './comment-form';
import { handOver } from './hand-over';
import { pastedQuote, type QuotedWords } from './quoted-words';

const Form = dynamic(() => import('./comment-form').then(({ CommentForm }) => CommentForm), { ssr: false });

/**
 * A comment being written. The editor is fetched when this first appears; until it stands a plain field takes the caret, so that
 * the first letters go into the comment and are not taken for keys of the page.
 */
export function CommentEditor(props: Omit<CommentFormProps, 'onStanding'>) {
  const early = useRef<HTMLTextAreaElement>(null);
  const pasted = useRef<QuotedWords[]>([]);
  const [standing, setStanding] = useState(false);
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
          className={clsx(controlLook, 'block h-26 resize-none py-2')}
          onPaste={remember}
          onKeyDown={({ key }) => key === 'Escape' && props.onCancel?.()}
        />
      )}
      <Form {...props} onStanding={stand} />
    </>
  );
}
