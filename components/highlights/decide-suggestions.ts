import { announce } from '@/components/ui/announce';
import { notify, notifyProblem } from '@/components/ui/notify';
import { api, keyOf, type AnswerOf } from '@/lib/api/client';
import type { RefusalInput, SuggestionRefusal } from '@/lib/entities/suggestion';
import type { Along, Highlight, TagInput } from '@/lib/highlights/highlight';
import { undoOf } from './change-tags';
import { problemOf, type Desk } from './desk';
import { keepMany, MOST } from './keep-many';
import { acceptable, type Suggestion } from './suggestion';
import { goOn, sayTarget } from './suggestion-actions';
import { suggestionsOf } from './suggestion-desk';
import type { Step } from './undo-stack';

// What is decided of a name as a whole: accepted in all its places, or rejected. Comes while the page rests.

const tagOf = ({ entity, type, name }: Suggestion): TagInput =>
  entity ? { entityId: entity.id } : { newEntity: { type, name } };

/** The entities that were made for names which had none. */
function alongOf(accepted: readonly Suggestion[], made: readonly Highlight[]): Along {
  const fresh = new Set(
    accepted.filter(({ entity }) => !entity).map(({ start, end, type }) => `${start} ${end} ${type}`),
  );
  const named = made.flatMap(({ start, end, tags }) =>
    tags.flatMap(({ entity }) => (entity && fresh.has(`${start} ${end} ${entity.type}`) ? [entity.id] : [])),
  );
  return { entityIds: [...new Set(named)], claimIds: [] };
}

/** Accepts several at once: one write, one undo. */
export async function acceptAll(desk: Desk, wanted: readonly Suggestion[]): Promise<void> {
  const all = wanted.slice(0, MOST);
  const first = all[0];
  if (!first) return announce('None of these can be accepted together: look at them one by one.');
  const { chosen } = suggestionsOf(desk).get();
  desk.store.set({ saved: 'saving' });
  try {
    const items = all.map((one) => ({ start: one.start, end: one.end, quote: one.quote, tags: [tagOf(one)] }));
    const made = await api('saveHighlights', { params: { id: desk.place.articleId }, body: { items } });
    keepMany(desk, made.items, alongOf(all, made.items));
    if (chosen && all.some(({ id }) => id === chosen.id)) goOn(desk, all, chosen);
  } catch (error) {
    desk.store.set({ saved: 'idle' });
    notifyProblem(`Nothing was tagged. ${problemOf(error).message}`);
  }
}

const refusalOf = ({ entity, type, name }: Suggestion): RefusalInput =>
  entity ? { name, entityId: entity.id } : { name, type };

/** What the page knows of refusals, until it is read again. */
function putRefusals(desk: Desk, change: (now: SuggestionRefusal[]) => SuggestionRefusal[]): void {
  const key = keyOf('listSuggestionRefusals', { projectId: desk.place.projectId });
  desk.queries.setQueryData<AnswerOf<'listSuggestionRefusals'>>(key, (now) => ({ items: change(now?.items ?? []) }));
}

async function sendRefusal(desk: Desk, one: Suggestion): Promise<Step> {
  const params = { projectId: desk.place.projectId };
  const refusal = await api('refuseSuggestion', { params, body: refusalOf(one) });
  putRefusals(desk, (now) => [refusal, ...now.filter(({ id }) => id !== refusal.id)]);
  const label = `rejecting “${one.quote}” as ${sayTarget(one)}`;
  return {
    label,
    back: async () => {
      await api('allowSuggestions', { params, body: { ids: [refusal.id] } });
      putRefusals(desk, (now) => now.filter(({ id }) => id !== refusal.id));
      return { label, back: () => sendRefusal(desk, one) };
    },
  };
}

/** This name is not suggested for this entity again, to anybody in the project. Then looks at the next suggestion. */
export async function reject(desk: Desk, one: Suggestion): Promise<void> {
  const { open, chosen } = suggestionsOf(desk).get();
  const same = open.filter(({ pair }) => pair === one.pair);
  try {
    if (chosen?.pair === one.pair) goOn(desk, same, chosen);
    desk.undo.push(await sendRefusal(desk, one));
    notify(`Not suggested again in this project: “${one.name}” as ${sayTarget(one)}`, {
      action: undoOf(desk),
      key: 'undo',
    });
  } catch (error) {
    notifyProblem(`Not rejected. ${problemOf(error).message}`);
  }
}

/** Accepts every place of the name that is looked at. */
export async function acceptSame(desk: Desk): Promise<void> {
  const { open, chosen } = suggestionsOf(desk).get();
  if (!chosen) return;
  const same = open.filter(({ pair }) => pair === chosen.pair);
  await acceptAll(desk, acceptable(open, same, desk.lying.get().all));
}
