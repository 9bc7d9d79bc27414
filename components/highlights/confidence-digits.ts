/** The digits typed so far after one more: two make a number, "100" is the only one of three, another digit starts anew. */
export function typeDigit(typed: string, digit: string): string {
  if (typed === '10' && digit === '0') return '100';
  return typed.length >= 2 ? digit : typed + digit;
}

/** A number as if it had been typed. */
export const typedOf = (value: number | null): string => (value === null ? '' : String(value));

/** 0–100, or null for "not stated" when nothing is typed. */
export const confidenceOf = (typed: string): number | null => (typed === '' ? null : Number(typed));
