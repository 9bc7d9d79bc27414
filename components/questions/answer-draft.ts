/** An answer as its form holds it: words of a new claim, or a claim that exists. */
export interface AnswerDraft {
  readonly statement: string;
  readonly claim: { readonly id: string; readonly statement: string } | null;
}
export const blankAnswer: AnswerDraft = { statement: '', claim: null };

/** What is sent of a draft; null while it says nothing. */
export function answerOf({ statement, claim }: AnswerDraft) {
  if (claim) return { claimId: claim.id };
  return statement.trim() ? { newClaim: { statement: statement.trim() } } : null;
}
