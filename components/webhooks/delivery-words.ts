import type { Delivery } from '@/lib/webhooks/webhook';

export const typeOf = ({ event }: Delivery): string => event?.type ?? 'test';

const meaningOf = (status: number): string =>
  status >= 300 && status < 400 ? `${status}: a redirect, which is not followed` : String(status);

/** What the other end answered, or why it did not; null before the first try. */
export const answerLine = ({ status, failure }: Pick<Delivery, 'status' | 'failure'>): string | null =>
  failure ?? (status === null ? null : meaningOf(status));
