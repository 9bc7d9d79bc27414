import { z } from 'zod';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { Refusal } from '@/lib/core/errors';
import { may } from '@/lib/permissions';
import { findView } from '../queries/views';
import { viewChange, viewInput, type SavedView } from '../saved-view';

const nothing = z.strictObject({});
const inProject = async (_: WriteContext, id: string) => ({ id });
const about = ({ id, version }: Pick<SavedView, 'id' | 'version'>) => ({ subjectType: 'view', subjectId: id, version });

/** A view that everybody sees is a lead's to give and to take. */
function requireSharing({ actor, role }: WriteContext) {
  const allowed = may({ userId: actor.userId, role }, 'view.share');
  if (allowed !== true) throw new Refusal(allowed.code, `Your own views are yours alone. ${allowed.why}`);
}

export const addView = command(
  { verb: 'view.add', input: viewInput, subject: 'project', load: inProject, status: 201 },
  async (ctx, { name, filters, shared }) => {
    if (shared) requireSharing(ctx);
    const made = { projectId: ctx.projectId, createdBy: ctx.actor.userId, createdAt: ctx.now, updatedAt: ctx.now };
    const { id } = await ctx.db.savedView.create({ data: { ...made, name, filters, shared }, select: { id: true } });
    ctx.record({ type: 'view.added', ...about({ id, version: 1 }) });
    return findView(ctx, id);
  },
);

/** Names a view anew, gives it other filters, or shares it with the project. */
export const saveView = command(
  { verb: 'view.save', input: viewChange, subject: 'saved_view', load: findView, ifMatch: true },
  async (ctx, change, view) => {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    if (change.shared !== undefined && change.shared !== view.shared) requireSharing(ctx);
    const version = view.version + 1;
    await ctx.db.savedView.update({ where: { id: view.id }, data: { ...given, version, updatedAt: ctx.now } });
    ctx.record({ type: 'view.saved', ...about({ ...view, version }), fields: Object.keys(given) });
    return findView(ctx, view.id);
  },
);

export const deleteView = command(
  { verb: 'view.save', input: nothing, subject: 'saved_view', load: findView, ifMatch: true },
  async (ctx, _, view) => {
    const version = view.version + 1;
    const gone = { deletedAt: ctx.now, deletedBy: ctx.actor.userId };
    await ctx.db.savedView.update({ where: { id: view.id }, data: { ...gone, version } });
    ctx.record({ type: 'view.deleted', ...about({ ...view, version }) });
    return { ...view, version };
  },
);

export const restoreView = command(
  {
    verb: 'view.save',
    input: nothing,
    subject: 'saved_view',
    load: (ctx, id) => findView(ctx, id, true),
    ifMatch: true,
  },
  async (ctx, _, view) => {
    const version = view.version + 1;
    await ctx.db.savedView.update({ where: { id: view.id }, data: { deletedAt: null, deletedBy: null, version } });
    ctx.record({ type: 'view.restored', ...about({ ...view, version }) });
    return findView(ctx, view.id);
  },
);
