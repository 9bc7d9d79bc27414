import { z } from 'zod';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { invalid, Refusal } from '@/lib/core/errors';
import { spellingOf } from '@/lib/entities/folding';
import { findEntity, oneOf, usesOf } from '@/lib/entities/queries';
import { addEntityRow } from '@/lib/entities/steps';
import { knowAgain } from '@/lib/highlights/steps';
import { visible } from '@/lib/permissions';
import { refuseWhileBlind } from '@/lib/rounds/steps';
import { splitInput } from '../merge';
import { findSplit, readSplit, type Moved, type MovedTag } from '../queries/merges';
import { touchThing } from '../steps';

const nothing = z.strictObject({});
async function pickedMentions(ctx: WriteContext, entityId: string, tagIds: string[]) {
  const ids = [...new Set(tagIds)];
  const tags = await ctx.db.tag.findMany({
    where: {
      id: { in: ids },
      entity: oneOf([entityId]),
      deletedAt: null,
      highlight: { deletedAt: null },
      ...visible(ctx),
    },
    select: { id: true, entityId: true, highlight: { select: { quote: true } } },
  });
  if (tags.length !== ids.length)
    throw invalid([{ path: 'tagIds', message: 'One of these is no mention of this entity any more.' }]);
  return tags;
}

/** Aliases of the entity that only the picked mentions bear out: they are the new one's. */
async function spellingsOf(ctx: WriteContext, entityId: string, picked: string[], spellings: string[]) {
  const kept = await ctx.db.tag.findMany({
    where: { entity: oneOf([entityId]), id: { notIn: picked }, deletedAt: null, highlight: { deletedAt: null } },
    select: { highlight: { select: { quote: true } } },
  });
  const borne = new Set(kept.map(({ highlight }) => spellingOf(highlight.quote)));
  const where = { entityId, name: { in: spellings.filter((spelling) => !borne.has(spelling)) } };
  const rows = await ctx.db.alias.findMany({ where, select: { name: true } });
  await ctx.db.alias.deleteMany({ where });
  return rows.map(({ name }) => name);
}

/** Makes an entity of picked mentions, which were of somebody else. Verdicts on them were on another target: they are reviewed anew. */
export const splitEntity = command(
  { verb: 'entity.split', input: splitInput, subject: 'entity', load: findEntity, status: 201 },
  async (ctx, { tagIds, name, reason }, entity) => {
    await refuseWhileBlind(
      ctx,
      'A blind round is open: all mentions must be in sight to be told apart. It can be split after the reveal.',
    );
    const tags = await pickedMentions(ctx, entity.id, tagIds);
    const ids = tags.map(({ id }) => id);
    const spellings = [...new Set(tags.map(({ highlight }) => spellingOf(highlight.quote)))];
    const aliases = await spellingsOf(ctx, entity.id, ids, spellings);
    const newId = await addEntityRow(ctx, { type: entity.type, name, aliases: spellings });
    await ctx.db
      .$executeRaw`UPDATE tag SET entity_id = ${newId}::uuid, version = version + 1, content_version = version + 1,
      updated_at = ${ctx.now} WHERE id = ANY (${ids}::uuid[])`;
    const moved: Moved = {
      tags: tags.map(({ id, entityId }): MovedTag => ({ id, entityId: entityId! })),
      aliases,
    };
    const { id } = await ctx.db.split.create({
      data: {
        projectId: ctx.projectId,
        entityId: entity.id,
        newEntityId: newId,
        reason,
        moved,
        createdBy: ctx.actor.userId,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    await touchThing(ctx, 'entity', entity.id);
    const version = entity.version + 1;
    ctx.record({ type: 'entity.split', subjectType: 'entity', subjectId: entity.id, version, fields: [newId] });
    return readSplit(ctx, id);
  },
);

/** What the split-off entity has beside its picked mentions: what keeps the split from being undone. */
async function othersOf(ctx: WriteContext, entityId: string, picked: string[]) {
  const entity = await ctx.db.entity.findFirst({ where: { id: entityId, deletedAt: null } });
  if (!entity) throw new Refusal('not-allowed-now', 'The entity that was split off was merged or deleted since.');
  const uses = (await usesOf(ctx, entity)).filter(({ code }) => code !== 'mentions');
  const others = await ctx.db.tag.count({
    where: { entityId, id: { notIn: picked }, deletedAt: null, highlight: { deletedAt: null } },
  });
  const words = others === 1 ? '1 mention made since' : `${others} mentions made since`;
  return [...(others ? [{ code: 'mentions', words, href: null }] : []), ...uses];
}

/** Puts picked mentions back where they stood, with the verdicts on them. Throws `not-allowed-now` while the new entity has more. */
export const undoSplit = command(
  { verb: 'entity.split', input: nothing, subject: 'split', load: findSplit, ifMatch: true },
  async (ctx, _, split) => {
    if (split.undone) throw new Refusal('not-allowed-now', 'This split was undone already.');
    await refuseWhileBlind(ctx, 'A blind round is open, and hides mentions: the split can be undone after the reveal.');
    const { tags, aliases } = split.moved;
    const ids = tags.map(({ id }) => id);
    const missing = await othersOf(ctx, split.entity.id, ids);
    if (missing.length)
      throw new Refusal('not-allowed-now', `“${split.entity.label}” has more by now: merge it instead.`, { missing });
    await ctx.db
      .$executeRaw`UPDATE tag SET entity_id = m."entityId", version = tag.version + 1, updated_at = ${ctx.now},
      content_version = tag.version + 1
      FROM jsonb_to_recordset(${JSON.stringify(tags)}::jsonb) AS m(id uuid, "entityId" uuid)
      WHERE tag.id = m.id AND tag.entity_id = ${split.entity.id}::uuid`;
    await knowAgain(ctx, ids);
    const base = { projectId: ctx.projectId, entityId: split.from.id, createdBy: ctx.actor.userId, createdAt: ctx.now };
    await ctx.db.alias.createMany({
      data: aliases.map((name) => ({ ...base, name, remembered: true })),
      skipDuplicates: true,
    });
    await ctx.db.entity.update({
      where: { id: split.entity.id },
      data: { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version: { increment: 1 } },
    });
    await touchThing(ctx, 'entity', split.from.id);
    await ctx.db.split.update({
      where: { id: split.id },
      data: { undoneAt: ctx.now, undoneBy: ctx.actor.userId, version: { increment: 1 } },
    });
    const { version } = await ctx.db.entity.findUniqueOrThrow({ where: { id: split.from.id } });
    const subject = { subjectType: 'entity', subjectId: split.from.id, version };
    ctx.record({ type: 'entity.rejoined', ...subject, fields: [split.entity.id] });
    return readSplit(ctx, split.id);
  },
);
