import type { Editor } from '@tiptap/core';

/** Puts what was typed into the plain field at the end of the editor, and the caret behind it if the field had it. */
export function handOver(field: HTMLTextAreaElement, editor: Editor): void {
  const hadCaret = field.ownerDocument.activeElement === field;
  if (field.value) {
    editor.commands.setTextSelection(editor.state.doc.content.size);
    field.value.split('\n').forEach((line, nth) => {
      if (nth > 0) editor.commands.splitBlock();
      editor.view.dispatch(editor.state.tr.insertText(line));
    });
  }
  // At once: the command of the editor would do it a frame later, and a letter in between would be a key of the page.
  if (hadCaret) editor.view.focus();
}
