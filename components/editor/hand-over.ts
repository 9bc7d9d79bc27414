import type { Editor } from '@tiptap/core';
import type { QuotedWords } from './quoted-words';

/** What stands in the plain field, in the order in which it goes into the editor: lines, and the quotes that were pasted among them. */
export function earlyPieces(value: string, pasted: readonly QuotedWords[]): (string | QuotedWords)[] {
  const pieces: (string | QuotedWords)[] = [];
  let rest = value;
  for (const words of pasted) {
    const at = rest.indexOf(words.quote);
    if (at < 0) continue; // it was taken out again, or written into
    pieces.push(...(at > 0 ? [rest.slice(0, at)] : []), words);
    rest = rest.slice(at + words.quote.length);
  }
  return rest ? [...pieces, rest] : pieces;
}

function write(editor: Editor, text: string): void {
  text.split('\n').forEach((line, nth) => {
    if (nth > 0) editor.commands.splitBlock();
    if (line) editor.view.dispatch(editor.state.tr.insertText(line));
  });
}

interface Early {
  field: HTMLTextAreaElement;
  /** Words of articles that were pasted into it. */
  pasted: readonly QuotedWords[];
}

/** Puts what was typed and pasted into the plain field at the end of the editor, and the caret behind it if the field had it. */
export function handOver({ field, pasted }: Early, editor: Editor, quote: (words: QuotedWords) => void): void {
  const hadCaret = field.ownerDocument.activeElement === field;
  if (field.value) editor.commands.setTextSelection(editor.state.doc.content.size);
  for (const piece of earlyPieces(field.value, pasted))
    if (typeof piece === 'string') write(editor, piece);
    else quote(piece);
  // At once: the command of the editor would do it a frame later, and a letter in between would be a key of the page.
  if (hadCaret) editor.view.focus();
}
