import { announce } from '@/components/ui/announce';
import { entityLook } from '@/components/ui/entity-look';
import { notify, notifyProblem } from '@/components/ui/notify';
import { api, keyOf, type AnswerOf } from '@/lib/api/client';
import type { RefusalInput, SuggestionRefusal } from '@/lib/entities/suggestion';
import type { TagInput } from '@/lib/highlights/highlight';
import { undoOf } from './change-tags';
import { problemOf, type Desk } from './desk';
import { draftOn, type Target } from './draft';
import { keepMany } from './keep-many';
import { saveDraft } from './save-draft';
import { nextSuggestion, type Suggestion } from './suggestion';
import { suggestionsOf } from './suggestion-desk';
import type { Step } from './undo-stack';

/** What a suggestion would become, in words: "person Mahdi Arsalon", "new place: Kuf Ab". */
export const sayTarget = ({ entity, type, name }: Suggestion): string => {
  const word = entityLook(type).word.toLowerCase();
  return entity ? `${word} ${entity.name}` : `new ${word}: ${name}`;
};

/** Looks at a suggestion: its words come into view, and the keys act on it. */
export function lookAt(desk: Desk, one: Suggestion | null): void {
  const store = suggestionsOf(desk);
  if (!one) return store.set({ chosen: null });
  desk.store.set({ chosen: null, focusChosen: false, picking: [] });
  store.set({ chosen: one });
  desk.pane?.reveal(one);
  desk.backToText(one.start);
  const { open } = store.get();
  const place = open.findIndex(({ id }) => id === one.id) + 1;
  announce(`Suggestion ${place} of ${open.length}: “${one.quote}”, ${sayTarget(one)}.`);
}

/** Goes to the next or the previous suggestion, from the one that is looked at or from where the reader is. */
export function stepSuggestion(desk: Desk, by: 1 | -1): void {
  const { open, chosen } = suggestionsOf(desk).get();
  const next = nextSuggestion(open, chosen ?? desk.pane?.words.caret() ?? desk.pane?.firstSeen() ?? 0, by);
  if (next) lookAt(desk, next);
  else announce('Nothing is suggested in this article.');
}

/** The one after these; they are about to be gone. */
function goOn(desk: Desk, done: readonly Suggestion[], from: Suggestion): void {
  const gone = new Set(done.map(({ id }) => id));
  const { open } = suggestionsOf(desk).get();
  const left = open.filter((one) => !gone.has(one.id) && one.start >= from.start);
  const next = left.length > 0 ? nextSuggestion(left, from, 1) : null;
  lookAt(desk, next ?? null);
}

/** Leaves the suggestion, with the caret where its words are. */
export function leaveSuggestion(desk: Desk): void {
  lookAt(desk, null);
  desk.pane?.words.host.focus({ preventScroll: true });
}

const targetOf = ({ entity, type, name }: Suggestion): Target =>
  entity ? { kind: 'entity', entity, reason: null } : { kind: 'new-entity', type, name };

/** Tags the words as was suggested: the same write as by hand. Then looks at the next suggestion. */
export function accept(desk: Desk, one: Suggestion): void {
  const draft = { ...draftOn(one, crypto.randomUUID()), target: targetOf(one) };
  const { chosen } = suggestionsOf(desk).get();
  void saveDraft(desk, draft);
  if (chosen?.id === one.id) goOn(desk, [one], one);
}

const tagOf = ({ entity, type, name }: Suggestion): TagInput =>
  entity ? { entityId: entity.id } : { newEntity: { type, name } };

/** The most that one write takes. */
const MOST = 5000;

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
    keepMany(desk, made.items);
    if (all.some(({ entity }) => entity === null))
      void desk.queries.invalidateQueries({ queryKey: keyOf('listEntityNames', { projectId: desk.place.projectId }) });
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
