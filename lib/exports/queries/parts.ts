import type { ReadContext } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { notFound } from '@/lib/core/errors';

/** The bytes of an export, part by part, each read for itself: nobody's download keeps a transaction open. */
async function* partsOf(
  { actor }: ReadContext,
  exportId: string,
  count: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let number = 0; number < count; number++) {
    const where = { exportId_number: { exportId, number } };
    const part = await read(actor, ({ db }) => db.exportPart.findUnique({ where, select: { content: true } }));
    if (!part) throw notFound();
    yield part.content;
  }
}

/** An export as it was made: its name, its length in bytes, and its parts as they are asked for. Throws `not-found`. */
export async function openParts(ctx: ReadContext, id: string) {
  const row = await ctx.db.export.findFirst({ where: { id }, select: { contentType: true, fileName: true } });
  if (!row) throw notFound();
  const [sum] = await ctx.db.$queryRaw<{ parts: number; bytes: number }[]>`
    SELECT count(*)::int AS parts, coalesce(sum(octet_length(content)), 0)::float8 AS bytes FROM export_part WHERE export_id = ${id}::uuid`;
  return { ...row, bytes: sum!.bytes, parts: () => partsOf(ctx, id, sum!.parts) };
}
