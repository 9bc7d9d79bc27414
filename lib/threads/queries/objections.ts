import { rootFields, rootOf } from '@/lib/claims/queries/evidence';
import type { Person } from '@/lib/core/words';
import type { Prisma } from '@/prisma/generated/client';
import type { Comment } from '../thread';

/** An objection to a claim, as approvals and exports need it. `lifted` ones are its dissent. */
export type Objection = {
  id: string;
  threadId: string;
  tagId: string | null;
  author: Person;
  text: string;
  lifted: Comment['lifted'];
  at: string;
};

export const objectionFields = {
  thread: { select: { claim: rootFields, tagId: true, tag: { select: { claim: rootFields } } } },
} as const;
type ObjectionRow = Prisma.CommentGetPayload<{ include: typeof objectionFields }>;
export type StoredObjection = Pick<
  ObjectionRow,
  'id' | 'threadId' | 'authorId' | 'text' | 'liftedAt' | 'liftedBy' | 'liftReason' | 'createdAt' | 'thread'
>;

const liftedOf = (
  { liftedAt, liftedBy, liftReason }: StoredObjection,
  who: (id: string) => Person,
): Comment['lifted'] =>
  liftedAt && liftedBy ? { by: who(liftedBy), at: liftedAt.toISOString(), reason: liftReason ?? '' } : null;

/** Comments that object, by the claim that they object to. */
export function objectionsIn(rows: readonly StoredObjection[], who: (id: string) => Person): Map<string, Objection[]> {
  const found = new Map<string, Objection[]>();
  for (const row of rows) {
    const claim = row.thread.claim ?? row.thread.tag?.claim;
    if (!claim) continue;
    const claimId = rootOf(claim);
    const list = found.get(claimId) ?? [];
    const { id, threadId, text } = row;
    const said = { author: who(row.authorId), text, lifted: liftedOf(row, who), at: row.createdAt.toISOString() };
    list.push({ id, threadId, tagId: row.thread.tagId, ...said });
    found.set(claimId, list);
  }
  return found;
}
