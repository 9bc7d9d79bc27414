import { z } from 'zod';
import { id, person, text } from '@/lib/core/words';
import { quotedTag } from '@/lib/highlights/highlight';

// Pure: the matrix of a question's answers against its evidence, one of each analyst. What counts is what speaks against an answer:
// evidence that fits every answer tells none of them apart.

export const readings = ['consistent', 'inconsistent', 'neutral', 'not-applicable'] as const;
export type Reading = (typeof readings)[number];

export const cellInput = z.strictObject({ answerId: id(), tagId: id(), reading: z.enum(readings).nullable() });
export const cellView = z.object({
  answerId: z.uuid(),
  tagId: z.uuid(),
  analyst: person,
  reading: z.enum(readings),
});
export type Cell = z.output<typeof cellView>;

const rank = z.object({
  answerId: z.uuid(),
  marked: z.number(), // cells of this answer that the analyst filled
  inconsistent: z.number(), // of these, how many speak against it
  weighted: z.number(), // the same, each by the grade of its source
});
export const matrixView = z.object({
  questionId: z.uuid(),
  answers: z.array(z.object({ id: z.uuid(), statement: text() })),
  // One passage once, whoever tagged it; with the letters of its source, as far as they may be seen.
  evidence: z.array(z.object({ tag: quotedTag, weight: z.number(), letters: z.array(text()) })),
  cells: z.array(cellView),
  ranks: z.array(z.object({ analyst: person, answers: z.array(rank) })), // the least spoken against first; unmarked ones last
});
export type Matrix = z.output<typeof matrixView>;

/** What each letter of the reliability scale weighs, 0–1. */
export const WEIGHTS: Readonly<Record<string, number>> = { A: 1, B: 0.8, C: 0.6, D: 0.4, E: 0.2 };
const MIDDLE = WEIGHTS.C!;
/**
 * How much evidence weighs by the reliability of its source, 0.2–1: grades that stand side by side count alike. What cannot be judged (F)
 * and what has no grade stand in the middle.
 */
export function weightOf(letters: readonly string[]): number {
  const judged = letters.flatMap((letter) => WEIGHTS[letter] ?? []);
  return judged.length === 0 ? MIDDLE : judged.reduce((sum, weight) => sum + weight, 0) / judged.length;
}

type Marked = Pick<Cell, 'answerId' | 'tagId' | 'reading'>;
type Rank = z.output<typeof rank>;

/** One analyst's answers by what speaks against them, the least first. Answers that they marked nothing of stand last, in their order. */
export function ranked(
  answerIds: readonly string[],
  cells: readonly Marked[],
  weights: ReadonlyMap<string, number>,
): Rank[] {
  const ranks = answerIds.map((answerId): Rank => {
    const own = cells.filter((cell) => cell.answerId === answerId && weights.has(cell.tagId));
    const against = own.filter(({ reading }) => reading === 'inconsistent');
    const weighted = against.reduce((sum, { tagId }) => sum + weights.get(tagId)!, 0);
    return { answerId, marked: own.length, inconsistent: against.length, weighted: Math.round(weighted * 100) / 100 };
  });
  const unmarked = ({ marked }: Rank) => (marked === 0 ? 1 : 0);
  return ranks.sort((a, b) => unmarked(a) - unmarked(b) || a.inconsistent - b.inconsistent);
}

/** Whether analysts read a cell differently. */
export const differ = (cells: readonly Cell[], answerId: string, tagId: string): boolean =>
  new Set(cells.filter((cell) => cell.answerId === answerId && cell.tagId === tagId).map(({ reading }) => reading))
    .size > 1;
