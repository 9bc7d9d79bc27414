'use client';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { hrefOf } from './links';

/** Where a link leads. Without selected words the address itself is set as words. */
export function LinkField({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const before = String(editor.getAttributes('link').href ?? '');
  const [typed, setTyped] = useState(before);
  const [wrong, setWrong] = useState(false);

  function set() {
    const href = hrefOf(typed);
    if (!href) return setWrong(true);
    const chain = editor.chain().focus();
    if (editor.state.selection.empty && !before)
      chain
        .insertContent([
          { type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] },
          { type: 'text', text: ' ' },
        ])
        .run();
    else chain.extendMarkRange('link').setLink({ href }).run();
    onDone();
  }

  return (
    <div
      className="flex flex-wrap items-start gap-2 border-t border-line p-2"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          editor.commands.focus();
          onDone();
        }
        if (event.key === 'Enter') {
          event.preventDefault();
          set();
        }
      }}
    >
      <Field
        label="Address of the link"
        hideLabel
        className="min-w-40 flex-1"
        error={wrong && 'A link starts with http://, https:// or mailto:.'}
      >
        <Input
          autoFocus
          value={typed}
          placeholder="https://…"
          onValueChange={(next) => {
            setTyped(next);
            setWrong(false);
          }}
        />
      </Field>
      <Button onClick={set}>Set link</Button>
      {before && (
        <Button
          variant="quiet"
          onClick={() => {
            editor.chain().focus().extendMarkRange('link').unsetLink().run();
            onDone();
          }}
        >
          Remove
        </Button>
      )}
    </div>
  );
}
