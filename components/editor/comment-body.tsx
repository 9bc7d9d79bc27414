import clsx from 'clsx';
import { Fragment, type ReactNode } from 'react';
import { safeHref } from '@/lib/threads/body';
import { attrOf, piecesOf, type Piece } from './document';
import { documentLook } from './document-look';
import { Quotation } from './quotation';
import type { QuotedWords } from './quoted-words';

const DEEPEST = 32;

function marked(piece: Piece, inner: ReactNode): ReactNode {
  return piecesOf(piece.marks).reduce((within, mark) => {
    if (mark.type === 'bold') return <strong>{within}</strong>;
    if (mark.type === 'italic') return <em>{within}</em>;
    const address = mark.type === 'link' ? attrOf(mark, 'href') : undefined;
    const href = typeof address === 'string' ? safeHref(address) : null;
    if (!href) return within;
    return (
      <a href={href} rel="noopener noreferrer nofollow" target="_blank">
        {within}
      </a>
    );
  }, inner);
}

function pieces(value: unknown, depth: number): ReactNode {
  if (depth > DEEPEST) return null;
  return piecesOf(value).map((piece, at) => <Fragment key={at}>{rendered(piece, depth + 1)}</Fragment>);
}

/** A piece of a kind that is not known shows what it holds. */
function rendered(piece: Piece, depth: number): ReactNode {
  const inner = () => pieces(piece.content, depth);
  switch (piece.type) {
    case 'text':
      return typeof piece.text === 'string' ? marked(piece, piece.text) : null;
    case 'hardBreak':
      return <br />;
    case 'mention':
      return marked(piece, <span data-mention>@{String(attrOf(piece, 'label') ?? 'somebody')}</span>);
    case 'paragraph':
      return <p>{piecesOf(piece.content).length > 0 ? inner() : <br />}</p>;
    case 'quotation':
      return <Quotation words={piece.attrs as QuotedWords} />;
    case 'blockquote':
      return <blockquote>{inner()}</blockquote>;
    case 'bulletList':
      return <ul>{inner()}</ul>;
    case 'orderedList':
      return <ol start={Number(attrOf(piece, 'start') ?? 1) || 1}>{inner()}</ol>;
    case 'listItem':
      return <li>{inner()}</li>;
    default:
      return typeof piece.text === 'string' ? piece.text : inner();
  }
}

/** A stored comment as elements: its document piece by piece, never through a string of HTML. */
export function CommentBody({ body, className }: { body: unknown; className?: string }) {
  const doc = typeof body === 'object' && body !== null ? (body as Piece) : {};
  return (
    <div dir="auto" className={clsx(documentLook, className)}>
      {pieces(doc.content, 0)}
    </div>
  );
}
