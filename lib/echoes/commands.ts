import { z } from 'zod';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { invalid, Refusal } from '@/lib/core/errors';
import { decisionInput, withdrawalInput } from './echo';
import { countUnsearched, findEcho, listUnsearched } from './queries/echoes';
import { searchArticle } from './steps';

const stored = { derived: 'derived', 'common-origin': 'commonOrigin', independent: 'independent' } as const;
type Stored = (typeof stored)[keyof typeof stored];
type Decided = { decision: Stored | null; fromId: string | null; reason: string };

async function decide(ctx: WriteContext, echo: { id: string; version: number }, { reason, ...decided }: Decided) {
  const version = echo.version + 1;
  const about = { projectId: ctx.projectId, echoId: echo.id, decidedBy: ctx.actor.userId, decidedAt: ctx.now };
  await ctx.db.echoDecision.create({ data: { ...about, ...decided, reason } });
  await ctx.db.echo.update({ where: { id: echo.id }, data: { ...decided, version } });
  const type = decided.decision ? 'echo.decided' : 'echo.reopened';
  ctx.record({ type, subjectType: 'echo', subjectId: echo.id, version });
  return findEcho(ctx, echo.id);
}

/** Says where the shared words come from, with the reason. A later decision stands instead of an earlier one; all are kept. */
export const decideEcho = command(
  { verb: 'echo.decide', input: decisionInput, subject: 'echo', load: findEcho, ifMatch: true },
  async (ctx, input, echo) => {
    const fromId = input.decision === 'derived' ? input.from : null;
    if (fromId && !echo.spans.some(({ articleId }) => articleId === fromId))
      throw invalid([{ path: 'from', message: 'This is neither of the two articles.' }]);
    return decide(ctx, echo, { decision: stored[input.decision], fromId, reason: input.reason });
  },
);

/** Takes the standing decision back: the echo is undecided again. */
export const withdrawEchoDecision = command(
  { verb: 'echo.decide', input: withdrawalInput, subject: 'echo', load: findEcho, ifMatch: true },
  async (ctx, { reason }, echo) => {
    if (!echo.decision) throw new Refusal('not-allowed-now', 'Nothing is decided of this echo.');
    return decide(ctx, echo, { decision: null, fromId: null, reason: reason ?? '' });
  },
);

const AT_ONCE = 25; // articles

/**
 * Searches texts that came in before echoes were searched for, some at a time; answers how many are left. Nothing is recorded: no
 * article changes by it.
 */
export const searchEchoes = command(
  { verb: 'echo.search', input: z.strictObject({}), subject: 'project', load: async (_, id) => ({ id }) },
  async (ctx) => {
    const ids = await listUnsearched(ctx, ctx.projectId, AT_ONCE);
    for (const id of ids) await searchArticle(ctx, id);
    return { searched: ids.length, left: await countUnsearched(ctx, ctx.projectId) };
  },
);
