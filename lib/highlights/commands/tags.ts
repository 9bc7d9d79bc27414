import { z } from 'zod';
import { requireClaim, touchClaims } from '@/lib/claims/steps';
import { command } from '@/lib/core/command';
import { invalid } from '@/lib/core/errors';
import { rememberSpelling, requireEntity } from '@/lib/entities/steps';
import { kindProblems, tagChange, tagInput, type Tag } from '../highlight';
import { findHighlight, findTag } from '../queries';
import { addTagRow, knowAgain } from '../steps';

const nothing = z.strictObject({});

export const addTag = command(
  { verb: 'tag.add', input: tagInput, subject: 'highlight', load: findHighlight, status: 201 },
  async (ctx, input, highlight) => {
    const id = await addTagRow(ctx, highlight, input);
    return () => findTag(ctx, id);
  },
);

function refuseOtherKind(tag: Tag, change: z.output<typeof tagChange>) {
  const issues = kindProblems(Boolean(tag.entity), change);
  if (issues.length) throw invalid(issues);
}

export const saveTag = command(
  { verb: 'tag.save', input: tagChange, subject: 'tag', load: findTag, ifMatch: true },
  async (ctx, change, tag) => {
    refuseOtherKind(tag, change);
    await requireEntity(ctx, change.entityId, 'entityId');
    await requireEntity(ctx, change.speakerId, 'speakerId');
    if (change.claimId) await requireClaim(ctx, change.claimId, 'claimId');
    const { viaOn, ...rest } = change;
    const data = {
      ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
      ...(viaOn === undefined ? {} : { viaOn: viaOn && new Date(viaOn) }),
    };
    const version = tag.version + 1;
    await ctx.db.tag.update({
      where: { id: tag.id },
      data: { ...data, version, contentVersion: version, updatedAt: ctx.now },
    });
    await knowAgain(ctx, [tag.id]);
    if (change.entityId && tag.nameAsCited) await rememberSpelling(ctx, change.entityId, tag.nameAsCited);
    await touchClaims(ctx, [tag.claim?.id ?? null, change.claimId ?? null]);
    ctx.record({ type: 'tag.saved', subjectType: 'tag', subjectId: tag.id, version, fields: Object.keys(data) });
    return () => findTag(ctx, tag.id);
  },
);

export const deleteTag = command(
  { verb: 'tag.delete', input: nothing, subject: 'tag', load: findTag, ifMatch: true },
  async (ctx, _, tag) => {
    const version = tag.version + 1;
    await ctx.db.tag.update({
      where: { id: tag.id },
      data: { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version },
    });
    await touchClaims(ctx, [tag.claim?.id ?? null]);
    ctx.record({ type: 'tag.deleted', subjectType: 'tag', subjectId: tag.id, version });
    return { ...tag, version };
  },
);

/** Brings a tag back with its reviews: nothing about it has changed. */
export const restoreTag = command(
  { verb: 'tag.delete', input: nothing, subject: 'tag', load: (ctx, id) => findTag(ctx, id, true), ifMatch: true },
  async (ctx, _, tag) => {
    const version = tag.version + 1;
    await ctx.db.tag.update({ where: { id: tag.id }, data: { deletedAt: null, deletedBy: null, version } });
    await touchClaims(ctx, [tag.claim?.id ?? null]);
    ctx.record({ type: 'tag.restored', subjectType: 'tag', subjectId: tag.id, version });
    return () => findTag(ctx, tag.id);
  },
);
