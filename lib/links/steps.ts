import { unscoped } from '@/lib/core/db';

/** One more opening: a number, and nothing of who it was. Whoever opens has no session, and it is no event. */
export async function countOpening(id: string): Promise<void> {
  await unscoped().$executeRaw`UPDATE shared_link SET opens = opens + 1 WHERE id = ${id}::uuid`;
}
