import { hrefOf } from './links';

// Pure: the editor's document on its way out. The server rebuilds it from its own closed list and has the last word.

/** A piece of a document as the editor, a comment or a kept draft gives it: nothing about it is certain. */
export interface Piece {
  type?: unknown;
  text?: unknown;
  attrs?: unknown;
  marks?: unknown;
  content?: unknown;
}

export const piecesOf = (value: unknown): Piece[] =>
  Array.isArray(value) ? value.filter((piece): piece is Piece => typeof piece === 'object' && piece !== null) : [];

export const attrOf = (piece: Piece, name: string): unknown =>
  typeof piece.attrs === 'object' && piece.attrs !== null ? (piece.attrs as Record<string, unknown>)[name] : undefined;

/** Whether there is anything to send: words that are not blank, the mention of somebody, or a quote. */
export function isBlank(value: unknown): boolean {
  const piece = value as Piece | null;
  if (!piece || typeof piece !== 'object') return true;
  if (piece.type === 'mention' || piece.type === 'quotation') return false;
  if (typeof piece.text === 'string' && piece.text.trim() !== '') return false;
  return piecesOf(piece.content).every(isBlank);
}

/** Links under the address they are stored as; what is no link of ours stays as words. */
function marksFor(piece: Piece): unknown[] {
  return piecesOf(piece.marks).flatMap((mark) => {
    if (mark.type !== 'link') return [mark];
    const href = attrOf(mark, 'href');
    const safe = typeof href === 'string' ? hrefOf(href) : null;
    return safe ? [{ type: 'link', attrs: { href: safe } }] : [];
  });
}

function cleaned(piece: Piece): Piece {
  const marks = marksFor(piece);
  return {
    ...piece,
    ...(piece.marks === undefined ? {} : { marks }),
    ...(piece.content === undefined ? {} : { content: piecesOf(piece.content).map(cleaned) }),
  };
}

/** The document to send: without empty paragraphs at its end, its links as they are stored. */
export function documentToSend(doc: Piece): { type: 'doc'; content: Piece[] } {
  const content = piecesOf(cleaned(doc).content);
  while (content.length > 1 && content.at(-1)?.type === 'paragraph' && isBlank(content.at(-1))) content.pop();
  return { type: 'doc', content };
}
