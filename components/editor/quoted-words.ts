// Words of an article on their way through the clipboard into a comment: beside the plain words go the place where they stand.

const TYPE = 'application/x-claimbench-quote';

export interface QuotedWords {
  articleId: string;
  version: number;
  start: number;
  end: number;
  quote: string;
}

export const MAX_QUOTE = 5000; // UTF-16 units: what is longer is pasted as plain words

/** Puts the place beside the words that are copied. */
export function copyQuote(clipboard: DataTransfer, words: QuotedWords): void {
  if (words.quote.length <= MAX_QUOTE) clipboard.setData(TYPE, JSON.stringify(words));
}

/** The words with their place, when they were copied here; null for anything else. The server compares them with the article. */
export function pastedQuote(clipboard: DataTransfer | null): QuotedWords | null {
  try {
    const { articleId, version, start, end, quote } = JSON.parse(clipboard?.getData(TYPE) ?? '') as QuotedWords;
    const whole = [version, start, end].every((number) => Number.isInteger(number));
    return whole && typeof articleId === 'string' && typeof quote === 'string'
      ? { articleId, version, start, end, quote }
      : null;
  } catch {
    return null;
  }
}
