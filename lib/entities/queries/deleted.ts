import type { ReadContext } from '@/lib/core/context';
import type { Prisma } from '@/prisma/generated/client';

type Missing = { code: string; words: string; href: string | null };

/** Of these entities those that were deleted, as what is missing: what names them cannot come back before they do. */
export async function deletedAmong({ db }: ReadContext, where: Prisma.EntityWhereInput): Promise<Missing[]> {
  const gone = await db.entity.findMany({
    where: { AND: [where, { deletedAt: { not: null }, survivorId: null }] },
    select: { name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return gone.map(({ name }) => ({ code: 'entity', words: `The entity “${name}”`, href: null }));
}
