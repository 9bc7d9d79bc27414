import type { Db, ReadContext } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';

type Bytes = Uint8Array<ArrayBuffer>;

const TOGETHER = 8; // parts that are read by one question: parts are small, questions are not cheap

/** The parts of an export from a number on, as many as are read together and follow on each other; none behind the last. */
export async function partsFrom({ db }: { db: Db }, exportId: string, from: number): Promise<Bytes[]> {
  const where = { exportId, number: { gte: from, lt: from + TOGETHER } };
  const rows = await db.exportPart.findMany({
    where,
    select: { number: true, content: true },
    orderBy: { number: 'asc' },
  });
  return rows.filter(({ number }, nth) => number === from + nth).map(({ content }) => content);
}

/** How many parts an export has, and how many bytes they are together. */
export async function sizeOf({ db }: { db: Db }, id: string): Promise<{ parts: number; bytes: number }> {
  const [sum] = await db.$queryRaw<{ parts: number; bytes: number }[]>`
    SELECT count(*)::int AS parts, coalesce(sum(octet_length(content)), 0)::float8 AS bytes FROM export_part WHERE export_id = ${id}::uuid`;
  return sum!;
}

/**
 * The bytes of an export, some parts at a time, each time read for itself: nobody's download keeps a transaction open. Throws where one of so
 * many is missing: a receiver who was told a length would wait for the rest.
 */
export async function* eachPart(count: number, from: (number: number) => Promise<Bytes[]>): AsyncGenerator<Bytes> {
  for (let number = 0; number < count;) {
    const parts = await from(number);
    if (parts.length === 0) throw notFound();
    yield* parts;
    number += parts.length;
  }
}

/** An export as it was made: its name, its length in bytes, and its parts as they are asked for. Throws `not-found`. */
export async function openParts(ctx: ReadContext, id: string) {
  const row = await ctx.db.export.findFirst({ where: { id }, select: { contentType: true, fileName: true } });
  if (!row) throw notFound();
  const { parts, bytes } = await sizeOf(ctx, id);
  const from = (number: number) => read(ctx.actor, (own) => partsFrom(own, id, number));
  return { ...row, bytes, parts: () => eachPart(parts, from) };
}
