/** A run of words of a statement; `own` where the other statements do not have it. */
export interface Run {
  readonly text: string;
  readonly own: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}_]+|[^\p{L}\p{N}\p{M}_]+/gu;
const isWord = (token: string) => /[\p{L}\p{N}]/u.test(token);
const wordsOf = (text: string) => new Set((text.match(WORD) ?? []).filter(isWord).map((word) => word.toLowerCase()));

/** What an answer says that no other answer does: runs that together are the statement, to the letter. */
export function differing(statement: string, others: readonly string[]): Run[] {
  const known = new Set(others.flatMap((other) => [...wordsOf(other)]));
  const runs: { text: string; own: boolean }[] = [];
  for (const text of statement.match(WORD) ?? []) {
    const last = runs.at(-1);
    const own = others.length > 0 && (isWord(text) ? !known.has(text.toLowerCase()) : false);
    if (last?.own === own) last.text += text;
    else runs.push({ text, own });
  }
  return runs;
}
