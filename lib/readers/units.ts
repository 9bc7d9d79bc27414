import type { Brought, BroughtDocument, BroughtSpan, Left, Piece, Unit } from './brought';
import { units } from './brought';

/** Where each unit of a text begins, in UTF-16 code units, and the end of the text; -1 within a character. */
function table(text: string, unit: Unit): Int32Array {
  const at: number[] = [];
  if (unit === 'graphemes')
    for (const { index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) at.push(index);
  else
    for (let index = 0; index < text.length;) {
      const point = text.codePointAt(index)!;
      at.push(index);
      if (unit === 'UTF-8 bytes') for (let more = bytesOf(point); more > 1; more--) at.push(-1);
      index += point > 0xffff ? 2 : 1;
    }
  return Int32Array.from([...chunks(at), text.length]);
}
const bytesOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);
function* chunks(at: readonly number[]): Generator<number> {
  yield* at;
}

/** Turns places of a text in some unit into UTF-16 code units; null for one that lies outside or within a character. */
export function placesIn(text: string, unit: Unit): (offset: number) => number | null {
  if (unit === 'UTF-16') {
    const cut = (at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
    return (offset) => (offset > text.length || (offset > 0 && cut(offset)) ? null : offset);
  }
  const at = table(text, unit);
  return (offset) => {
    const found = at[offset];
    return found === undefined || found < 0 ? null : found;
  };
}

/** A span where it stands, in UTF-16 code units; its quote is the slice. */
export interface Placed {
  readonly span: BroughtSpan;
  readonly start: number;
  readonly end: number;
  /** By its place, or by its words where the place is of another text than ours. */
  readonly by: 'place' | 'words';
}

type Place = (offset: number) => number | null;
const OUTSIDE = 'Its place lies outside the text.';
const OTHER_WORDS = 'The words at its place are others than it quotes.';
const IN_PIECES = 'It is in pieces with other words between them; a passage is in one piece here.';

/** The span's place in this text, or why it has none. */
function placed(span: BroughtSpan, text: string, place: Place): Placed | string {
  const pieces = span.pieces.map(({ start, end }) => ({ start: place(start), end: place(end) }));
  if (pieces.some(({ start, end }) => start === null || end === null || end < start)) return OUTSIDE;
  const whole = pieces as Piece[];
  const [first, last] = [whole[0]!, whole.at(-1)!];
  if (last.end <= first.start) return 'No words are at its place.';
  const words = whole.map(({ start, end }) => text.slice(start, end));
  if (span.quote !== null && words.join(' ') !== span.quote) return OTHER_WORDS;
  for (const [index, piece] of whole.entries())
    if (index > 0 && text.slice(whole[index - 1]!.end, piece.start).trim() !== '') return IN_PIECES;
  return { span, start: first.start, end: last.end, by: 'place' };
}

/** How many quotes and witnesses of a document stand where they say, counted in a unit. */
function fits(document: BroughtDocument, text: string, unit: Unit) {
  const place = placesIn(text, unit);
  let [fit, asked] = [0, 0];
  const ask = (pieces: readonly Piece[], quote: string) => {
    asked++;
    const words = pieces.map(({ start, end }) => [place(start), place(end)]);
    if (words.every(([start, end]) => start !== null && end !== null))
      fit += Number(words.map(([start, end]) => text.slice(start!, end!)).join(' ') === quote);
  };
  for (const { pieces, quote } of document.spans) if (quote !== null && pieces.length) ask(pieces, quote);
  for (const witness of document.witnesses ?? []) ask([witness], witness.quote);
  return { fit, asked };
}

export interface FoundUnit {
  readonly unit: Unit;
  /** Quotes that were compared, and those that stand where they say when counted so. */
  readonly asked: number;
  readonly fit: number;
}

/** The unit in which the most quotes stand where they say: the format's own unless another fits more. */
export function findUnit(brought: Brought, texts: readonly (string | null)[]): FoundUnit {
  let best: FoundUnit | null = null;
  for (const unit of [brought.unit, ...units.filter((one) => one !== brought.unit)]) {
    let [fit, asked] = [0, 0];
    for (const [index, document] of brought.documents.entries()) {
      const text = texts[index];
      if (text == null) continue;
      const one = fits(document, text, unit);
      fit += one.fit;
      asked += one.asked;
    }
    if (!best || fit > best.fit) best = { unit, fit, asked };
    if (best.fit === best.asked) break;
  }
  return best!;
}

/** The one place where the words of a span stand, with what it says stands around them; null where there is none or several. */
function byWords(
  { quote, prefix = '', suffix = '' }: BroughtSpan,
  text: string,
): { start: number; end: number } | null {
  if (!quote) return null;
  const found: number[] = [];
  for (let at = text.indexOf(quote); at >= 0 && found.length < 1000; at = text.indexOf(quote, at + 1)) found.push(at);
  const around = found.filter((at) => text.slice(0, at).endsWith(prefix) && text.startsWith(suffix, at + quote.length));
  const [only, another] = around.length ? around : found;
  return only === undefined || another !== undefined ? null : { start: only, end: only + quote.length };
}

/**
 * The spans of a document in a text, each exactly where it says it is, or listed with the reason. Only where the text is not the one
 * that the file was made on (`otherText`) may the words alone say where they stand, if they stand in one place.
 */
export function place(document: BroughtDocument, text: string, unit: Unit, otherText: boolean) {
  const found: Placed[] = [];
  const left: Left[] = [];
  const toUtf16 = placesIn(text, unit);
  for (const span of document.spans) {
    const exact = span.pieces.length ? placed(span, text, toUtf16) : 'It does not say where it stands.';
    if (typeof exact !== 'string') {
      found.push(exact);
      continue;
    }
    const loose = otherText || !span.pieces.length ? byWords(span, text) : null;
    if (loose) found.push({ span, ...loose, by: 'words' });
    else left.push({ at: span.at, what: span.quote ?? span.label ?? 'a passage', why: otherText ? NOT_ONCE : exact });
  }
  return { found, left };
}
const NOT_ONCE = 'Its words do not stand in the article, or in several places.';
