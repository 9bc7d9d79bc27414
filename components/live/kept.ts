import type { Problem } from '@/lib/api/client';

/** Codes of what is gone, or no more for this person: what was read of it may not stay in sight. */
const GOES = ['not-found', 'forbidden'];

/** The problem that stands in the place of what was read. What could only not be read again stays, with whatever is being typed in it. */
export const problemShown = (problem: Problem | null, isRead: boolean): Problem | null =>
  problem && isRead && !GOES.includes(problem.code) ? null : problem;
