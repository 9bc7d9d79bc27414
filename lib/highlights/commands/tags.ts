import { command } from '@/lib/core/command';
import { bringAlong, requireNamed, takeAlong } from '../steps/along';
import { tagChange, tagInput, withAlong } from '../highlight';
import { findHighlight, findTag } from '../queries';
import { addTagRow, changeTagRow, share, sharing, unshare } from '../steps';

export const addTag = command(
  { verb: 'tag.add', input: tagInput, subject: 'highlight', load: findHighlight, status: 201 },
  async (ctx, input, highlight) => {
    const id = await addTagRow(ctx, highlight, input);
    return () => findTag(ctx, id);
  },
);

export const saveTag = command(
  { verb: 'tag.save', input: tagChange, subject: 'tag', load: findTag, ifMatch: true },
  async (ctx, change, tag) => {
    await changeTagRow(ctx, tag, change);
    return () => findTag(ctx, tag.id);
  },
);

export const deleteTag = command(
  { verb: 'tag.delete', input: withAlong, subject: 'tag', load: findTag, ifMatch: true },
  async (ctx, { along }, tag) => {
    const version = tag.version + 1;
    const gone = await ctx.db.tag.update({
      where: { id: tag.id },
      data: { deletedAt: ctx.now, deletedBy: ctx.actor.userId, version },
      select: sharing,
    });
    await share(ctx, [gone]);
    await unshare(ctx, [{ ...gone, quote: tag.nameAsCited }]);
    await takeAlong(ctx, along);
    ctx.record({ type: 'tag.deleted', subjectType: 'tag', subjectId: tag.id, version });
    return { ...tag, version };
  },
);

/** Brings a tag back with its reviews: nothing about it has changed. */
export const restoreTag = command(
  { verb: 'tag.delete', input: withAlong, subject: 'tag', load: (ctx, id) => findTag(ctx, id, true), ifMatch: true },
  async (ctx, { along }, tag) => {
    await bringAlong(ctx, along);
    await requireNamed(ctx, { id: tag.id });
    const version = tag.version + 1;
    const back = await ctx.db.tag.update({
      where: { id: tag.id },
      data: { deletedAt: null, deletedBy: null, version },
      select: sharing,
    });
    await share(ctx, [{ ...back, quote: tag.nameAsCited ?? undefined }]);
    ctx.record({ type: 'tag.restored', subjectType: 'tag', subjectId: tag.id, version });
    return () => findTag(ctx, tag.id);
  },
);
