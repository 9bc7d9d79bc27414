import { telling as tellingOf } from '@/components/live/telling';

/** Runs a write on a question that has no form of its own; a refusal is said. */
export const telling = (write: () => Promise<unknown>): Promise<void> => tellingOf(write, 'Not done.', 'question');
