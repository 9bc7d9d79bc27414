import type { ClaimStatus } from './claim';

/** A status as the database's enum spells it in code: its members cannot hold a dash. */
export type StoredStatus = Exclude<ClaimStatus, 'in-review'> | 'inReview';

export const statusOf = (stored: StoredStatus): ClaimStatus => (stored === 'inReview' ? 'in-review' : stored);

/** The inverse of `statusOf`. */
export const storedStatus = (status: ClaimStatus): StoredStatus => (status === 'in-review' ? 'inReview' : status);
