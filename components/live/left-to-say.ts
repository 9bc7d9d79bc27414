import type { Problem } from '@/lib/api/client';

type Issue = { path: string; message: string };

/** What a form says above its fields of why it was refused: nothing when each fault stands at its own field. */
export function leftToSay(problem: Problem, said: readonly unknown[]): string | null {
  const issues = (problem.extra.issues as Issue[] | undefined) ?? [];
  const left = issues.filter(({ message }) => !said.includes(message));
  // The problem's own sentence is that of its first issue.
  if (left.length === 0 ? issues.length === 0 : left[0] === issues[0]) return problem.message;
  return left[0]?.message ?? null;
}
