import { announce } from '@/components/ui/announce';
import { api } from '@/lib/api/client';
import type { Along, Highlight, Tag, TagInput } from '@/lib/highlights/highlight';
import { problemOf, type Desk } from './desk';
import { draftAgain, draftOf, type Draft } from './draft';
import { tagInputOf } from './draft-input';
import { readAlong, unmakeHighlight, unmakeHighlights, unmakeTag } from './inverse-steps';
import { whileSent } from './keep-drafts';
import { titleOf } from './layer';
import { underWay } from './provisional';
import { repeating, repeatTagged } from './repeating';
import { morePlaces, type Sent } from './sent';

interface Saving {
  /** Keep the words selected for a second claim. */
  again?: boolean;
  /** Tag the same spelling in the rest of the article with it. */
  repeat?: boolean;
}

/** One's own highlight on exactly these words. */
const ownOn = (desk: Desk, { start, end }: Draft): Highlight | undefined =>
  desk
    .highlights()
    .find((one) => one.start === start && one.end === end && one.author.id === desk.place.me.id && !one.orphaned);

/** Ids of the claims that one has cited with exactly these words. */
export function citedOn(desk: Desk, draft: Draft): ReadonlySet<string> {
  const { me } = desk.place;
  const tags = ownOn(desk, draft)?.tags ?? [];
  return new Set(tags.flatMap(({ author, claim }) => (author.id === me.id && claim ? [claim.id] : [])));
}

const bodyOf = ({ start, end }: Draft, input: TagInput | null, repeat?: boolean): string =>
  JSON.stringify([start, end, input, repeat]);

/**
 * The same body is sent the same way under the same key, so that a retry can never make two: what it made, while its answer was lost, may be
 * here by now. Another body takes another key.
 */
function readyToSend(desk: Desk, draft: Draft, input: TagInput | null, repeat?: boolean): Draft {
  const body = bodyOf(draft, input, repeat);
  if (draft.sent === body) return { ...draft, problem: null };
  const key = draft.sent === null ? draft.key : crypto.randomUUID();
  return { ...draft, key, sent: body, sentTo: ownOn(desk, draft)?.id ?? null, problem: null };
}

/** The highlight that a tag joins: one that is there, one being saved, or one's own on exactly these words. */
async function highlightFor(desk: Desk, { purpose, sentTo }: Draft): Promise<Highlight | null> {
  if (purpose.kind === 'add' && purpose.highlight) return purpose.highlight;
  // When the first tag on these words was refused, the second one brings the highlight along.
  if (purpose.kind === 'add' && purpose.saving)
    return desk.writes.get(purpose.saving)?.catch(() => null) ?? Promise.resolve(null);
  return (sentTo !== null && desk.findHighlight(sentTo)) || null;
}

async function send(desk: Desk, draft: Draft, input: TagInput | null, repeat: boolean): Promise<Sent> {
  const { start, end, quote, key } = draft;
  // Before anything is sent: what was saved is not said to be refused.
  const everywhere = repeat ? await repeating() : null;
  const existing = await highlightFor(desk, draft);
  if (existing) {
    const tag = input ? await api('addTag', { params: { id: existing.id }, body: input, key }) : null;
    const rest = tag && everywhere ? await everywhere.repeatRest(desk, tag) : [];
    return { highlight: existing, tag, made: false, rest };
  }
  if (everywhere && input && 'entityId' in input && input.entityId)
    return everywhere.sendEverywhere(desk, draft, input, input.entityId);
  const highlight = await api('saveHighlight', {
    params: { id: desk.place.articleId },
    body: { start, end, quote, tags: input ? [input] : [] },
    key,
  });
  return { highlight, tag: highlight.tags[0] ?? null, made: true, rest: [] };
}

/** What this input had made along with its tag. */
function alongOf(input: TagInput | null, tag: Tag | null): Along | undefined {
  if (!input || !tag) return undefined;
  const entity = 'newEntity' in input ? tag.entity : 'newSpeaker' in input && input.newSpeaker ? tag.speaker : null;
  const claim = 'newClaim' in input ? tag.claim : null;
  if (!entity && !claim) return undefined;
  return { entityIds: entity ? [entity.id] : [], claimIds: claim ? [claim.id] : [] };
}

/** Takes over what the server answered. */
function keep(desk: Desk, { highlight, tag, made, rest }: Sent, along?: Along): void {
  readAlong(desk, along);
  if (made && rest.length > 0) desk.undo.push(unmakeHighlights(desk, [highlight, ...rest]));
  else if (made) desk.undo.push(unmakeHighlight(desk, highlight, along));
  else if (tag) desk.undo.push(unmakeTag(desk, tag, along));
  if (!made && rest.length > 0) desk.undo.push(unmakeHighlights(desk, rest));
}

/** Leaves only the caret at the words: a press on words that are still selected would drag them, not select others within. */
function letGo({ pane }: Desk): void {
  const selected = pane?.words.selected();
  if (selected) pane?.words.select(selected.caret, selected.caret);
}

/** A translation that was asked for while this was under way is of what came of it. */
function translateNow(desk: Desk, { id }: Highlight, translating: string | null): void {
  if (desk.store.get().translating === id) desk.store.set({ translating });
}

/**
 * Saves a draft: painted at once, said to be saved when the server has. When it is refused, or nothing answers, the
 * draft comes back with everything in it. Answers the highlight, or null when it was not saved.
 */
export const saveDraft = (desk: Desk, draft: Draft, how: Saving = {}): Promise<Highlight | null> =>
  desk.undo.during(onceMore(desk, draft, how) ?? save(desk, draft, how));

/** Whether a tag says what a draft would say again: of the same entity, or of the same claim in the words of the same speaker. */
function saysAlready(tag: Tag, { target, speaker, via }: Draft): boolean {
  if (target?.kind === 'entity') return tag.entity?.id === target.entity.id;
  if (target?.kind !== 'claim' || tag.claim?.id !== target.id || speaker.kind === 'new') return false;
  const spokenBy = speaker.kind === 'entity' ? speaker.entity.id : undefined;
  return tag.speaker?.id === spokenBy && tag.via?.id === via?.id;
}

/** What a citation that is made a second time says of the claim: that stands, with what was said before where nothing is said now. */
const citedAnew = (
  { stance, denies, stanceBefore, implied, impliedHow, viaOn }: Draft,
  before: Draft,
): Partial<Draft> => ({
  ...{ stance, denies, stanceBefore },
  implied: implied || before.implied,
  impliedHow: impliedHow || before.impliedHow,
  viaOn: viaOn || before.viaOn,
});

/** Words that are one's own by this entity or claim already are not tagged a second time: that tag is opened, with what was said of it now. */
function onceMore(desk: Desk, draft: Draft, { repeat }: Saving): Promise<null> | null {
  const { target, digits, note, sent, purpose } = draft;
  if (target?.kind !== 'entity' && target?.kind !== 'claim') return null;
  // A retry may find what it made, while its answer was lost: sent again under its key it is told what that was.
  if (sent !== null && sent === bodyOf(draft, tagInputOf(draft), repeat)) return null;
  const highlight = (purpose.kind === 'add' && purpose.highlight) || ownOn(desk, draft);
  const { me } = desk.place;
  const tag = highlight?.tags.find((one) => one.author.id === me.id && saysAlready(one, draft));
  if (!highlight || !tag) return null;
  if (repeat && target.kind === 'entity') {
    desk.store.set({ draft: null });
    return repeatTagged(desk, tag);
  }
  const change = draftOf(highlight, tag, 'edit', crypto.randomUUID());
  const said = { digits: digits || change.digits, note: note || change.note };
  desk.store.set({ draft: { ...change, ...said, ...(target.kind === 'claim' ? citedAnew(draft, change) : {}) } });
  const what = target.kind === 'entity' ? target.entity.name : `“${target.statement}”`;
  announce(`You have tagged these words with ${what} already: this changes the tag.`);
  return Promise.resolve(null);
}

function save(desk: Desk, draft: Draft, how: Saving): Promise<Highlight | null> {
  const input = tagInputOf(draft);
  const ready = readyToSend(desk, draft, input, how.repeat);
  return whileSent(desk, ready, () => saveReady(desk, ready, input, how));
}

async function saveReady(
  desk: Desk,
  ready: Draft,
  input: TagInput | null,
  { again = false, repeat = false }: Saving,
): Promise<Highlight | null> {
  const { me, articleId, articleVersion } = desk.place;
  const drawn = underWay(ready, me, articleId, articleVersion);
  desk.begin(drawn);
  desk.store.set({ draft: again ? draftAgain(ready, crypto.randomUUID()) : null });
  if (!again) letGo(desk);
  const sending = send(desk, ready, input, repeat);
  const highlightSent = sending.then(({ highlight }) => highlight);
  highlightSent.catch(() => {}); // a second tag on these words hears of it, if there is one
  desk.writes.set(ready.key, highlightSent);
  try {
    const sent = await sending;
    if (sent.made) desk.put(sent.highlight);
    else if (sent.tag) desk.putTag(sent.tag);
    translateNow(desk, drawn, sent.highlight.id);
    desk.end(drawn);
    // Other words may have been selected meanwhile: the keys are theirs.
    if (desk.store.get().draft?.step !== 'offer')
      desk.store.set({ chosen: sent.tag?.id ?? sent.highlight.id, unfolded: false, focusChosen: false });
    said(sent);
    keep(desk, sent, alongOf(input, sent.tag));
    return sent.highlight;
  } catch (error) {
    translateNow(desk, drawn, null);
    desk.end(drawn);
    const problem = problemOf(error);
    // What stands under this key is another request: it will never be taken.
    const reused = problem.code === 'key-reused';
    desk.refuse(reused ? { ...ready, key: crypto.randomUUID(), sent: null } : ready, problem);
    return null;
  }
}

function said({ tag, rest }: Sent): void {
  const sure = tag?.confidence == null ? '' : `, confidence ${tag.confidence}`;
  announce(tag ? `Saved. ${titleOf(tag).replace(/\.$/, '')}${sure}${morePlaces(rest)}.` : 'Saved. Words highlighted.');
}
