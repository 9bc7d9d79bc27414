import { announce } from '@/components/ui/announce';
import { entityLook } from '@/components/ui/entity-look';
import type { Desk } from './desk';
import { draftOn, type Target } from './draft';
import { saveDraft } from './save-draft';
import { nextSuggestion, type Suggestion } from './suggestion';
import { suggestionsOf } from './suggestion-desk';

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
  const { open, chosen, isRead } = suggestionsOf(desk).get();
  const next = nextSuggestion(open, chosen ?? desk.pane?.words.caret() ?? desk.pane?.firstSeen() ?? 0, by);
  if (next) lookAt(desk, next);
  else announce(isRead ? 'Nothing is suggested in this article.' : 'The article is still being read for names.');
}

/** The one after these; they are about to be gone. */
export function goOn(desk: Desk, done: readonly Suggestion[], from: Suggestion): void {
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
