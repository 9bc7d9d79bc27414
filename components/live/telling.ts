import { notifyProblem } from '@/components/ui/notify';
import { Problem } from '@/lib/api/client';

/** Runs a write that has no form of its own: a refusal is said after `failed`, under the key of what it is about, and nothing is lost by it. */
export async function telling(write: () => Promise<unknown>, failed: string, key: string): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    notifyProblem(`${failed} ${error.message}`, { key });
  }
}
