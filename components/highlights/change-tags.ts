import { announce } from '@/components/ui/announce';
import { notify, notifyProblem } from '@/components/ui/notify';
import { api, Problem } from '@/lib/api/client';
import type { Tag, TagChange } from '@/lib/highlights/highlight';
import { problemOf, type Desk } from './desk';
import type { Draft } from './draft';
import { newSpeakerOf, tagChangeOf } from './draft-input';
import { remakeHighlight, remakeTag, unchangeTag } from './inverse-steps';
import { whileSent } from './keep-drafts';
import { titleOf, type Layer } from './layer';

/** The way back that a message offers. */
export const undoOf = (desk: Desk) => ({ label: 'Undo', run: () => void undo(desk) });

/** Takes the last change of this session back, and says what that was. */
export async function undo(desk: Desk, way: 'undo' | 'redo' = 'undo'): Promise<void> {
  try {
    const label = await (way === 'undo' ? desk.undo.undo() : desk.undo.redo());
    if (label === null) return announce(way === 'undo' ? 'Nothing to undo.' : 'Nothing to redo.');
    const back = way === 'undo' ? { label: 'Redo', run: () => void undo(desk, 'redo') } : undoOf(desk);
    notify(way === 'undo' ? `Undone: ${label}` : `Done again: ${label}`, { key: 'undo', action: back });
  } catch (error) {
    notifyProblem(`${way === 'undo' ? 'Not undone' : 'Not done again'}. ${problemOf(error).message}`, { key: 'undo' });
  }
}

/** Deletes one's own tag; with its last tag the highlight goes too. */
export const deleteLayer = (desk: Desk, layer: Layer): Promise<void> => desk.undo.during(remove(desk, layer));

async function remove(desk: Desk, { highlight, tag }: Layer): Promise<void> {
  const last = !tag || highlight.tags.length === 1;
  try {
    if (tag && !(last && highlight.author.id === desk.place.me.id)) {
      const gone = await api('deleteTag', { params: { id: tag.id }, body: {}, ifMatch: tag.version });
      desk.dropTag(tag);
      desk.undo.push(remakeTag(desk, gone));
    } else {
      const gone = await api('deleteHighlight', {
        params: { id: highlight.id },
        body: {},
        ifMatch: highlight.version,
      });
      desk.drop([highlight.id]);
      desk.undo.push(remakeHighlight(desk, gone));
    }
    if (desk.store.get().chosen === (tag ?? highlight).id) desk.store.set({ chosen: null });
    notify(`Deleted: ${titleOf(tag)}`, { action: undoOf(desk), key: 'undo' });
  } catch (error) {
    notifyProblem(`Not deleted. ${problemOf(error).message}`, { key: 'undo' });
  }
}

/** The state that a 412 carries, when it is a tag. */
function currentOf(problem: Problem): Tag | null {
  const { current } = problem.extra as { current?: Tag };
  return problem.code === 'stale' && current ? current : null;
}

/**
 * Sends a change of one's own tag. When the tag has moved on but none of the changed fields has, it is sent again by
 * itself; otherwise the draft comes back and shows both.
 */
export async function sendChange(desk: Desk, change: TagChange, before: Tag, key: string): Promise<Tag> {
  const params = { id: before.id };
  try {
    return await api('saveTag', { params, body: change, ifMatch: before.version, key });
  } catch (error) {
    const current = error instanceof Problem ? currentOf(error) : null;
    if (!current) throw error;
    desk.putTag(current);
    if (!sameIn(change, before, current)) throw error;
    return api('saveTag', { params, body: change, ifMatch: current.version, key });
  }
}

const sameIn = (change: TagChange, before: Tag, now: Tag): boolean =>
  Object.keys(change).every((field) => JSON.stringify(fieldOf(before, field)) === JSON.stringify(fieldOf(now, field)));

function fieldOf(tag: Tag, field: string): unknown {
  if (field.endsWith('Id')) return (tag[field.slice(0, -2) as 'entity'] as { id: string } | null)?.id ?? null;
  return field === 'viaOn' ? (tag.via?.on ?? null) : tag[field as keyof Tag];
}

/** A change names what exists: whatever the draft would make is made first, each thing once even if the rest is refused. */
export async function settle(desk: Desk, draft: Draft): Promise<Draft> {
  const params = { projectId: desk.place.projectId };
  const { target } = draft;
  let ready = draft;
  const speaker = newSpeakerOf(draft);
  if (speaker) {
    const entity = await api('addEntity', { params, body: speaker, key: `${draft.key} speaker` });
    ready = { ...ready, speaker: { kind: 'entity', entity } };
  }
  if (target?.kind === 'new-entity') {
    const body = { type: target.type, name: target.name };
    const entity = await api('addEntity', { params, body, key: `${draft.key} entity` });
    ready = { ...ready, target: { kind: 'entity', entity, reason: null } };
  }
  if (target?.kind === 'new-claim') {
    const body = { statement: target.statement };
    const { id, statement } = await api('addClaim', { params, body, key: `${draft.key} claim` });
    ready = { ...ready, target: { kind: 'claim', id, statement } };
  }
  return ready;
}

/** Saves a draft that changes one's own tag. */
export const saveChange = (desk: Desk, draft: Draft, before: Tag): Promise<void> =>
  whileSent(desk, draft, () => saveOver(desk, draft, before));

async function saveOver(desk: Desk, draft: Draft, before: Tag): Promise<void> {
  desk.store.set({ draft: null, saved: 'saving' });
  desk.putTag({ ...before, version: 0 });
  try {
    const change = tagChangeOf(await settle(desk, draft), before);
    if (Object.keys(change).length === 0) {
      desk.putTag(before);
      return desk.store.set({ saved: 'idle' });
    }
    const after = await sendChange(desk, change, before, draft.key);
    desk.putTag(after);
    desk.undo.push(unchangeTag(desk, change, before, after));
    desk.store.set({ saved: 'saved', chosen: after.id, unfolded: true });
    announce(`Saved. ${titleOf(after)}.`);
  } catch (error) {
    const problem = problemOf(error);
    const current = currentOf(problem);
    desk.putTag(current ?? before);
    desk.refuse({ ...draft, key: crypto.randomUUID(), purpose: { kind: 'edit', tag: current ?? before } }, problem);
  }
}
