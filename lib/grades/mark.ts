// Pure: the two scales of Admiralty grading. They are independent of each other, and neither is a sum.

export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const credibilities = ['1', '2', '3', '4', '5', '6'] as const;
export const marks = [...reliabilities, ...credibilities] as const;
export type Mark = (typeof marks)[number];

/** What each letter and digit says. */
export const markWords: Record<Mark, string> = {
  A: 'Completely reliable',
  B: 'Usually reliable',
  C: 'Fairly reliable',
  D: 'Not usually reliable',
  E: 'Unreliable',
  F: 'Reliability cannot be judged',
  1: 'Confirmed by other sources',
  2: 'Probably true',
  3: 'Possibly true',
  4: 'Doubtful',
  5: 'Improbable',
  6: 'Truth cannot be judged',
};

/** What is meant by it, in a few words more. */
export const markHints: Record<Mark, string> = {
  A: 'No doubt about it: it has always been right.',
  B: 'Minor doubt: it is right most of the time.',
  C: 'Some doubt, though it has been right before.',
  D: 'Much doubt, though it was right at times.',
  E: 'It has been wrong before.',
  F: 'There is nothing to judge it by.',
  1: 'Independent sources say the same.',
  2: 'Not confirmed; fits what is known.',
  3: 'Not confirmed; fits some of what is known.',
  4: 'Not confirmed; nothing else points to it.',
  5: 'Not confirmed; other reports contradict it.',
  6: 'There is nothing to judge it by.',
};

/** F and 6 are no place on their scale: nothing is known. */
export const judged = (mark: Mark): boolean => mark !== 'F' && mark !== '6';

/** The best first. What cannot be judged is set apart, never as the worst. */
export function inOrder(given: readonly Mark[]): { judged: Mark[]; cannotBeJudged: Mark[] } {
  const sorted = [...given].sort();
  return { judged: sorted.filter(judged), cannotBeJudged: sorted.filter((mark) => !judged(mark)) };
}

/** Why “confirmed by other sources” does not hold, where everything that supports the claim comes from one place. */
export const warningOf = (mark: Mark | null, origins: number): string | null =>
  mark === '1' && origins < 2
    ? `“Confirmed” needs independent sources: the support of this claim comes from ${origins === 1 ? 'one origin' : 'no origin that is established'}.`
    : null;

export const gradedTypes = ['publisher', 'entity', 'tag', 'claim'] as const;
export type GradedType = (typeof gradedTypes)[number];
/** Sources have letters; what they say, and what is made of it, has digits. */
export const scaleOf = (type: GradedType): readonly Mark[] =>
  type === 'publisher' || type === 'entity' ? reliabilities : credibilities;
