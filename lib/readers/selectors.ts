import { eachIn, fieldsOf, pieceIn, wordsIn, type BroughtSpan } from './brought';

/** What the selectors of an annotation's target say of its place: by numbers, by its words, or both. */
export function placeBy(target: unknown): Pick<BroughtSpan, 'pieces' | 'quote' | 'prefix' | 'suffix'> | null {
  const selectors = eachIn(fieldsOf(target).selector).flatMap(within);
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const pieces = position ? pieceIn(position.start, position.end) : [];
  const exact = wordsIn(quote?.exact);
  if (!pieces.length && exact === null) return null;
  return { pieces, quote: exact, prefix: wordsIn(quote?.prefix) ?? '', suffix: wordsIn(quote?.suffix) ?? '' };
}

/** A selector with those that it was refined by. A position within something else is none within the text. */
function within(value: unknown): Record<string, unknown>[] {
  const one = fieldsOf(value);
  return [
    one,
    ...eachIn(one.refinedBy)
      .flatMap(within)
      .filter(({ type }) => type === 'TextQuoteSelector'),
  ];
}
