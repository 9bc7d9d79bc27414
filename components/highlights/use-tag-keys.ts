'use client';
import { notify } from '@/components/ui/notify';
import { takesText, type FocusPlace, type KeyBinding } from '@/components/ui/keymap';
import { useKeys } from '@/components/ui/use-keys';
import { silentWordKeys } from './composer-offer';
import { undo } from './change-tags';
import type { Desk } from './desk';
import type { Layer } from './layer';
import { discussLayer, editLayer, giveVerdict, tagActions, translateLayer } from './layer-actions';
import { neighbour, toReview } from './reading-order';
import { extend, selectShown, toggle } from './selection';

const shownOn = (desk: Desk): readonly Layer[] => desk.lying.get().shown;

function step(desk: Desk, by: 1 | -1): void {
  const shown = shownOn(desk);
  const { chosen, reviewing } = desk.store.get();
  const list = reviewing ? toReview(shown) : shown;
  const next = neighbour(list, chosen, by, desk.pane?.words.caret() ?? desk.pane?.firstSeen() ?? 0);
  if (next) desk.choose(next, { focus: true });
  else notify(by === 1 ? 'No tag further on.' : 'No tag further up.', { key: 'ends' });
}

/** Enter on the article's text picks what lies under the caret; on a tag it opens it for a change. */
function enter(desk: Desk): void {
  const { chosen } = desk;
  const { pane } = desk;
  const caret = pane && document.activeElement === pane.words.host ? pane.words.caret() : null;
  if (caret !== null) {
    const under = desk.layers().placed.filter(({ start, end }) => start <= caret && caret <= end);
    const [only] = under;
    if (under.length > 1) return desk.pick(under.map(({ id }) => id));
    // Its entry takes the focus, so that it is read out, and Enter there opens it.
    if (only && only.id !== chosen?.id) return desk.choose(only, { focus: true });
  }
  if (chosen?.own) editLayer(desk, chosen, 'edit');
}

/** Does something with the tag that is chosen when the key is pressed. */
const onChosen = (desk: Desk, act: (chosen: Layer) => unknown) => () => {
  const { chosen } = desk;
  if (chosen) act(chosen);
};

const action = (desk: Desk, key: string) =>
  onChosen(desk, (chosen) =>
    tagActions(desk, chosen)
      .find((one) => one.key === key)
      ?.run(),
  );

/** What is being saved is about to be the one that keys act on. */
function translate(desk: Desk): void {
  const highlight = desk.store.get().underWay.at(-1);
  const layer = highlight ? { highlight } : desk.chosen;
  if (layer) translateLayer(desk, layer);
}

function readingKeys(desk: Desk): KeyBinding[] {
  return [
    { id: 'tag.next', key: 'j', label: 'Next tag', repeat: true, run: () => step(desk, 1) },
    { id: 'tag.previous', key: 'k', label: 'Previous tag', repeat: true, run: () => step(desk, -1) },
    { id: 'tag.edit', key: 'enter', label: 'Edit the tag, or pick under the caret', run: () => enter(desk) },
    { id: 'tag.discuss', key: 'd', label: 'Discuss', run: onChosen(desk, (chosen) => discussLayer(desk, chosen)) },
    { id: 'tag.link', key: 'l', label: 'Copy a link to these words', run: action(desk, 'l') },
    { id: 'tag.leave', key: 'escape', label: 'One step out', run: () => desk.leaveTag() },
    { id: 'find.open', key: '/', label: 'Find in this article', run: () => desk.store.set({ finding: true }) },
  ];
}

function writingKeys(desk: Desk): KeyBinding[] {
  const judge = (verdict: 'accept' | 'reject' | 'needs-work') =>
    onChosen(desk, (chosen) => giveVerdict(desk, chosen, verdict));
  return [
    { id: 'tag.accept', key: 'a', label: 'Accept', run: judge('accept') },
    { id: 'tag.reject', key: 'r', label: 'Reject, with a reason', run: judge('reject') },
    { id: 'tag.needs-work', key: 'w', label: 'Needs work', run: judge('needs-work') },
    {
      id: 'tag.propose',
      key: 'f',
      label: 'Propose a fix',
      run: onChosen(desk, (chosen) => editLayer(desk, chosen, 'propose')),
    },
    {
      id: 'tag.translate',
      key: 't',
      label: 'Translate the words',
      run: () => translate(desk),
    },
    { id: 'tag.repeat', key: 's', label: 'Same spelling in the rest of the article', run: action(desk, 's') },
    { id: 'tag.elsewhere', key: 'o', label: 'The same spelling in other articles', run: action(desk, 'o') },
    { id: 'tag.delete', key: 'delete', label: 'Delete your tag', run: action(desk, 'delete') },
    { id: 'tag.undo', key: 'u', label: 'Undo', run: () => void undo(desk) },
    { id: 'select.tag', key: 'x', label: 'Select the tag, to change several', run: () => toggle(desk, desk.chosen) },
    {
      id: 'select.shown',
      key: 'shift+x',
      label: 'Select all of yours shown',
      run: () => selectShown(desk, shownOn(desk)),
    },
    {
      id: 'select.next',
      key: 'shift+j',
      label: 'Select on to the next',
      repeat: true,
      run: () => extend(desk, shownOn(desk), 1),
    },
    {
      id: 'select.previous',
      key: 'shift+k',
      label: 'Select back to the last',
      repeat: true,
      run: () => extend(desk, shownOn(desk), -1),
    },
  ];
}

/** Undo and redo belong to the field while somebody types. */
const inPage = (): boolean =>
  !takesText(document.activeElement instanceof HTMLElement ? (document.activeElement as FocusPlace) : null);

function historyKeys(desk: Desk): KeyBinding[] {
  return [
    {
      id: 'edit.undo',
      key: 'mod+z',
      label: 'Undo',
      get enabled() {
        return inPage();
      },
      run: () => void undo(desk),
    },
    {
      id: 'edit.redo',
      key: 'mod+shift+z',
      label: 'Redo',
      get enabled() {
        return inPage();
      },
      run: () => void undo(desk, 'redo'),
    },
  ];
}

/** The keys of the reader that act on tags, everywhere in the article but where somebody types. */
export function useTagKeys(desk: Desk, mayWrite: boolean) {
  useKeys('Tags', [...readingKeys(desk), ...(mayWrite ? [...writingKeys(desk), ...historyKeys(desk)] : [])]);
  useKeys('On selected words', mayWrite ? silentWordKeys : []);
}
