import type { ReadContext } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { findRound } from '@/lib/rounds/queries';
import type { Round } from '@/lib/rounds/round';
import type { Narrowing } from '../comparison';

/** The round whose work is asked for, if one is. Throws `not-found`, for one of another project too. */
export async function findRoundIn(ctx: ReadContext, projectId: string, { roundId }: Narrowing): Promise<Round | null> {
  if (!roundId) return null;
  const round = await findRound(ctx, roundId);
  if (round.projectId !== projectId) throw notFound();
  return round;
}
