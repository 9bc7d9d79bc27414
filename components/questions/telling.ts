import { notifyProblem } from '@/components/ui/notify';
import { Problem } from '@/lib/api/client';

/** Runs a write that has no form of its own: a refusal is said, nothing is lost by it. */
export async function telling(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    notifyProblem(`Not done. ${error.message}`, { key: 'question' });
  }
}
