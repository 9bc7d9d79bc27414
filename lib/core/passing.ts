import type { z } from 'zod';
import { may, type Verb } from '@/lib/permissions';
import { refusalOf, type Answer, type Command, type Request } from './command';
import type { ReadContext } from './context';
import { read } from './db';
import { notFound, Refusal } from './errors';

export type PassingContext = ReadContext & { projectId: string; now: Date };

/**
 * A write of what passes by itself, such as who is on what just now: no lock of the project, no version, no key, and nothing in
 * the log. Refused in the order of any other write. It goes through the readers' pool, so that it never waits behind writers.
 */
export function passing<I extends z.ZodType, V>(
  rule: { verb: Verb; input: I },
  run: (ctx: PassingContext, input: z.output<I>) => Promise<V>,
): Command<V> {
  const perform = async ({ actor, id, input }: Request): Promise<Answer<V>> => {
    const project = actor.projects.find((one) => one.id === id);
    if (!project) throw notFound();
    const answer = may({ userId: actor.userId, role: project.role }, rule.verb);
    if (answer !== true) throw new Refusal(answer.code, answer.why);
    const parsed = rule.input.safeParse(input);
    if (!parsed.success) throw refusalOf(parsed.error);
    const body = await read({ ...actor, projects: [project] }, async (ctx) => {
      const [clock] = await ctx.db.$queryRaw<
        { now: Date }[]
      >`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`;
      return run({ ...ctx, projectId: id, now: clock!.now }, parsed.data);
    });
    return { status: 200, body };
  };
  return Object.assign(perform, { verb: rule.verb, version: null, keeps: false });
}

/** Tells open pages of the project that what passes is another: with the transaction, and to every process. */
export const tellPassing = ({ db, projectId }: PassingContext): Promise<number> =>
  db.$executeRaw`SELECT pg_notify('claimbench', 'passing ' || ${projectId})`;
