/**
 * What stands before a quote, for reading: whole words of the same paragraph only, "…" where more came before. `start` is
 * the quote's first UTF-16 unit in the article.
 */
export function wordsBefore(prefix: string, start: number): string {
  const line = prefix.slice(Math.max(prefix.lastIndexOf('\n'), prefix.lastIndexOf('\r')) + 1);
  if (line !== prefix || start <= prefix.length) return line.trimStart();
  const cut = line.search(/\s/);
  return cut === -1 ? '…' : `… ${line.slice(cut).trimStart()}`;
}

/** What stands after a quote, for reading: whole words of the same paragraph only, "…" where they were cut. */
export function wordsAfter(suffix: string): string {
  const end = suffix.search(/[\n\r]/);
  if (end !== -1) return suffix.slice(0, end).trimEnd();
  const cut = suffix.search(/\s\S*$/);
  return cut === -1 ? (suffix === '' ? '' : '…') : `${suffix.slice(0, cut).trimEnd()} …`;
}
