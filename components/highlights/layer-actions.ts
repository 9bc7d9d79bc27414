import { openProposal } from '@/components/reviews/proposal';
import { announce } from '@/components/ui/announce';
import { notifyProblem } from '@/components/ui/notify';
import type { Tag } from '@/lib/highlights/highlight';
import { may, type Verb } from '@/lib/permissions';
import { deleteLayer } from './change-tags';
import type { Desk } from './desk';
import { draftOf, draftOn } from './draft';
import { takeHold } from './edge-focus';
import type { Layer } from './layer';
import { mayMove } from './move-edges';
import { judge, mayReview, takeProposal, type Verdict } from './review-tags';
import { repeatTagged } from './repeating';

/** Something that can be done with a tag: its key, and a word for the button. */
export interface LayerAction {
  /** Of the binding that does the same. */
  readonly id: string;
  readonly key: string;
  readonly word: string;
  readonly run: () => void;
}

const allowed = (desk: Desk, verb: Verb, { tag, highlight }: Layer): boolean => {
  const { id, role } = desk.place.me;
  return may({ userId: id, role }, verb, tag ?? highlight) === true;
};

export function editLayer(desk: Desk, layer: Layer, kind: 'edit' | 'propose'): void {
  const { tag, highlight } = layer;
  const key = crypto.randomUUID();
  if (tag) desk.store.set({ draft: draftOf(highlight, tag, kind, key) });
  else
    desk.store.set({ draft: { ...draftOn(highlight, key, { kind: 'add', highlight, saving: null }), step: 'find' } });
}

export function discussLayer(desk: Desk, { tag, highlight, label }: Layer): void {
  const { id } = tag ?? highlight;
  desk.store.set({ discussed: { type: tag ? 'tag' : 'highlight', id, highlightId: highlight.id, label } });
}

/** Accepts at once; a verdict against the tag asks for its reason first. Own work says so. */
export function giveVerdict(desk: Desk, { tag }: Layer, verdict: Verdict): void {
  if (!tag) return announce('There is no tag on these words to review.');
  if (answerProposal(desk, tag, verdict)) return;
  const mine = mayReview(desk, tag);
  if (mine !== true) return announceRefusal(mine);
  if (verdict === 'accept') void judge(desk, tag, { verdict });
  else desk.store.set({ asking: { verdict, tag } });
}

/** On one's own tag the same keys answer the fix that a colleague proposes: taken over, or declined with a reason. */
function answerProposal(desk: Desk, tag: Tag, verdict: Verdict): boolean {
  const proposal = tag.author.id === desk.place.me.id ? openProposal(tag) : null;
  if (!proposal || verdict === 'needs-work') return false;
  if (verdict === 'accept') void takeProposal(desk, tag, proposal);
  else desk.store.set({ asking: { verdict: 'decline', tag } });
  return true;
}

function announceRefusal(why: string): void {
  announce(why, true);
  notifyProblem(why, { key: 'own-work' });
}

/** Opens the panel in which the words are translated; of those that are being saved, when they are. */
export function translateLayer(desk: Desk, { highlight }: Pick<Layer, 'highlight'>): void {
  const { id, role } = desk.place.me;
  const allowed = may({ userId: id, role }, 'highlight.translate', highlight);
  if (allowed === true) desk.store.set({ translating: highlight.id, draft: null });
  else announceRefusal(allowed.why);
}

export async function copyLink({ highlight }: Layer): Promise<void> {
  const url = new URL(location.pathname, location.origin);
  url.searchParams.set('highlight', highlight.id);
  try {
    await navigator.clipboard.writeText(url.href);
    announce('Link copied');
  } catch {
    notifyProblem('The browser did not allow copying', { description: url.href });
  }
}

/** What this reader may do with this tag, in the order in which it is offered. */
export function tagActions(desk: Desk, layer: Layer): LayerAction[] {
  const { tag, own, highlight } = layer;
  const discuss = { id: 'tag.discuss', key: 'd', word: discussWord(layer), run: () => discussLayer(desk, layer) };
  const link = { id: 'tag.link', key: 'l', word: 'link', run: () => void copyLink(layer) };
  const more = [...translating(desk, layer), discuss, link];
  if (!own) {
    if (!tag || !allowed(desk, 'tag.review', layer)) return more;
    return [
      { id: 'tag.accept', key: 'a', word: 'accept', run: () => giveVerdict(desk, layer, 'accept') },
      { id: 'tag.reject', key: 'r', word: 'reject', run: () => giveVerdict(desk, layer, 'reject') },
      { id: 'tag.needs-work', key: 'w', word: 'needs work', run: () => giveVerdict(desk, layer, 'needs-work') },
      { id: 'tag.propose', key: 'f', word: 'propose a fix', run: () => editLayer(desk, layer, 'propose') },
      ...more,
    ];
  }
  if (!allowed(desk, 'highlight.delete', layer)) return more;
  const rest = { id: 'tag.repeat', key: 's', word: 'same spelling', run: () => tag && void repeatTagged(desk, tag) };
  return [
    ...(tag && openProposal(tag)
      ? [
          { id: 'tag.accept', key: 'a', word: 'take the proposal', run: () => giveVerdict(desk, layer, 'accept') },
          { id: 'tag.reject', key: 'r', word: 'decline it', run: () => giveVerdict(desk, layer, 'reject') },
        ]
      : []),
    { id: 'tag.edit', key: 'enter', word: tag ? 'edit' : 'tag', run: () => editLayer(desk, layer, 'edit') },
    ...(tag?.entity
      ? [rest, { id: 'tag.elsewhere', key: 'o', word: 'other articles', run: () => desk.store.set({ elsewhere: tag }) }]
      : []),
    ...(mayMove(desk, highlight) === true
      ? [{ id: 'edge.take', key: 'm', word: 'move the edges', run: () => takeHold(desk, layer) }]
      : []),
    { id: 'tag.delete', key: 'delete', word: 'delete', run: () => void deleteLayer(desk, layer) },
    ...more,
  ];
}

function translating(desk: Desk, layer: Layer): LayerAction[] {
  const { id, role } = desk.place.me;
  if (may({ userId: id, role }, 'highlight.translate', layer.highlight) !== true) return [];
  const word = layer.highlight.translation ? 'edit the translation' : 'translate';
  return [{ id: 'tag.translate', key: 't', word, run: () => translateLayer(desk, layer) }];
}

const discussWord = ({ tag, highlight }: Layer): string => {
  const open = (tag ?? highlight).openThreads;
  return open > 0 ? `discuss (${open} open)` : 'discuss';
};
