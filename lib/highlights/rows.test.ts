import { afterAll, expect, it } from 'vitest';
import { deleteClaim } from '@/lib/claims/commands/claims';
import { read } from '@/lib/core/db';
import { closeAll, rows } from '@/lib/core/testing';
import { mergeClaim, mergeEntity } from '@/lib/merges/commands/merges';
import { bench, type Bench } from '@/lib/reviews/reviews.fixtures';
import { Prisma } from '@/prisma/generated/client';
import { highlightFields, tagFields, taggedRows } from './queries/rows';

afterAll(closeAll);

/** One of everything that a tag can point at and that can be said of it. */
async function fill(at: Bench) {
  const reason = 'Two names of one thing.';
  const [mayor, other, third] = [
    await at.mention({ name: 'The mayor' }),
    await at.mention({ name: 'Mayor' }, at.other),
    await at.mention({ name: 'The council' }),
  ];
  await mergeEntity({ actor: at.reviewer, id: mayor.entityId, input: { otherId: other.entityId, reason } });
  const [one, two, gone] = [await at.approved(), await at.inReview(), await at.cite({ statement: 'Never said.' })];
  await mergeClaim({ actor: at.reviewer, id: one.claimId, input: { otherId: two.claimId, reason } });
  await deleteClaim({
    actor: at.lead,
    id: gone.claimId,
    input: {},
    ifMatch: await at.version(at.claimNow(gone.claimId)),
  });
  await at.judge(mayor.tag.id, 'needs-work', at.other, { proposal: { confidence: 40 } });
  await at.judge(mayor.tag.id, 'reject', at.reviewer);
  await at.judge(third.tag.id, 'reject', at.reviewer);
  const db = rows();
  await db.review.updateMany({ where: { tagId: third.tag.id }, data: { withdrawnAt: new Date() } });
  const { id: viaId } = await db.publisher.create({
    data: { projectId: at.projectId, name: 'The Gazette', kind: '', createdAt: new Date() },
  });
  const cited = { viaId, viaOn: new Date('2026-03-09'), denies: true, implied: true, impliedHow: 'By silence.' };
  await db.tag.update({
    where: { id: one.tag.id },
    data: { ...cited, speakerId: other.entityId, confidence: 0, note: 'A “note”\n– with é and \u0001.' },
  });
  await db.highlight.update({
    where: { id: two.highlight.id },
    data: {
      ...{ translation: 'Übersetzt', translatedBy: at.other.userId, orphanedAt: new Date(), orphanedReason: 'Gone.' },
      ...{ carriedHow: 'fuzzy', carriedFrom: 1, carriedAt: new Date('2026-01-01T00:00:00.100Z'), carriedQuote: 'so' },
    },
  });
  const subjects = [{ highlightId: third.highlight.id }, { tagId: one.tag.id }, { tagId: mayor.tag.id }];
  const now = { createdBy: at.other.userId, createdAt: new Date(), updatedAt: new Date() };
  for (const subject of [...subjects, ...subjects.slice(1)])
    await db.thread.create({ data: { projectId: at.projectId, ...now, ...subject } });
  const closed = { outcome: 'settled', closedBy: at.other.userId, closedAt: new Date() } as const;
  await db.thread.create({ data: { projectId: at.projectId, ...now, ...closed, tagId: mayor.tag.id } });
  const deleted = { deletedAt: new Date(), deletedBy: at.analyst.userId };
  const [bare, lost] = [await at.mention({ id: third.entityId }), await at.mention({ id: third.entityId })];
  await db.tag.update({ where: { id: bare.tag.id }, data: deleted });
  await db.highlight.update({ where: { id: lost.highlight.id }, data: deleted });
}

const hidden = { blindRoundId: true, blindFor: true } as const;
const unsaid = { updatedAt: true, deletedAt: true, deletedBy: true, ...hidden } as const;

it('are what Prisma would answer, whatever tags point at and whatever was said of them', async () => {
  const at = await bench();
  await fill(at);
  const { rows: own, who } = await read(at.viewer, (ctx) =>
    taggedRows(ctx, { where: Prisma.sql`h.article_id = ${at.articleId}::uuid` }),
  );
  const gone = { deletedAt: { not: null }, survivorId: null };
  const reference = await rows().highlight.findMany({
    where: { articleId: at.articleId, deletedAt: null },
    omit: { deletedAt: true, deletedBy: true, orphanedAt: true, ...hidden },
    include: {
      ...highlightFields,
      tags: {
        where: { deletedAt: null, OR: [{ claimId: null }, { NOT: { claim: gone } }] },
        omit: unsaid,
        include: tagFields,
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      },
    },
    orderBy: [{ start: 'asc' }, { end: 'desc' }, { id: 'asc' }],
  });
  expect(reference.length).toBeGreaterThan(6);
  expect(own).toHaveLength(reference.length);
  // The statement answers whose thread, review or version it is besides.
  for (const [index, row] of own.entries()) expect(row).toMatchObject(reference[index]!);
  expect(own.map((row) => row.tags.map((tag) => [tag.reviews.length, tag.threads.length]))).toEqual(
    reference.map((row) => row.tags.map((tag) => [tag.reviews.length, tag.threads.length])),
  );
  const kept = [...Object.keys(reference[0]!)].sort();
  expect(Object.keys(own[0]!).sort()).toEqual(kept);
  await expect(
    read(at.outsider, (ctx) => taggedRows(ctx, { where: Prisma.sql`h.article_id = ${at.articleId}::uuid` })),
  ).resolves.toMatchObject({ rows: [] });
  expect(who(at.other.userId)).toEqual({ id: at.other.userId, name: at.other.name });
});
