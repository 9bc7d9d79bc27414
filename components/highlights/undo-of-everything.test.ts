import { QueryClient } from '@tanstack/react-query';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Pane } from '@/components/articles/pane';
import { openProposal } from '@/components/reviews/proposal';
import { ThreadWrites } from '@/components/threads/thread-writes';
import { createToken } from '@/lib/accounts/commands';
import { api, get, keyOf } from '@/lib/api/client';
import { api as door } from '@/lib/api/routes';
import type { Actor } from '@/lib/core/context';
import { closeAll, team, type Team } from '@/lib/core/testing';
import type { Highlight } from '@/lib/highlights/highlight';
import { changeMany, deleteMany, repeatMany } from './bulk-writes';
import { deleteLayer, saveChange } from './change-tags';
import { acceptAll } from './decide-suggestions';
import { Desk } from './desk';
import { draftOf, draftOn, type Draft } from './draft';
import { layersOf, type Layer } from './layer';
import { saveMove } from './move-edges';
import { repeatIn } from './repeat-elsewhere';
import { judge, takeProposal } from './review-tags';
import { repeatSpelling } from './repeat-here';
import { saveDraft } from './save-draft';
import { saveTranslation } from './translate';
import type { Suggestion } from './suggestion';
import { UndoStack } from './undo-stack';

// Everything that a person can change in the reader is taken back and done again, through the real door on a real
// database: what the server then holds is compared, not what the screen hopes.

const TEXT = 'Sefa Brindle sold salt. Sefa Brindle bought rope. Sefa Brindle left, and Mirt Orda stayed.';
let at: Team;
let bearer = '';
const tokens = new Map<string, string>();
let articleId = '';
let brindle = { id: '', type: 'person', name: '' };
let orda = { id: '', type: 'person', name: '' };
let claimId = '';
let serial = 0;
let desk: Desk;

const as = (actor: Actor) => (bearer = tokens.get(actor.userId)!);
const realFetch = globalThis.fetch;

beforeAll(async () => {
  at = await team();
  for (const actor of [at.analyst, at.other]) {
    const input = { name: 'undo', scopes: ['read', 'write'] };
    const { body } = await createToken({ actor, id: actor.userId, input });
    tokens.set(actor.userId, (body as { secret: string }).secret);
  }
  globalThis.fetch = async (address, init) => {
    const headers = new Headers(init?.headers);
    headers.set('authorization', `Bearer ${bearer}`);
    return door.request(String(address), { ...init, headers });
  };
});
afterAll(async () => {
  globalThis.fetch = realFetch;
  await closeAll();
});

const fresh = async (): Promise<Highlight[]> => (await get('listHighlights', { id: articleId })).items;
async function deskOf({ userId, name }: Actor): Promise<Desk> {
  const place = { projectId: at.projectId, articleId, articleVersion: 1 };
  const made = new Desk({ ...place, me: { id: userId, name, role: 'analyst' } }, new QueryClient());
  made.queries.setQueryData(keyOf('listHighlights', { id: articleId }), { items: await fresh(), nextCursor: null });
  // Of the pane only the text is asked for; nothing is drawn here.
  const nothing = { select: () => {}, selected: () => null, caret: () => null, host: { focus: () => {} } };
  const words = { text: TEXT, ...nothing };
  made.store.set({ pane: { words, reveal: () => {} } as unknown as Pane });
  return made;
}

const entity = async (name: string) => {
  const params = { projectId: at.projectId };
  const { id, type } = await api('addEntity', { params, body: { type: 'person', name } });
  return { id, type, name };
};
const spanOf = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length, quote: words };
};
const draft = (words: string, change: Partial<Draft> = {}, from = 0): Draft => ({
  ...draftOn(spanOf(words, from), crypto.randomUUID()),
  ...change,
});
const onBrindle = (): Partial<Draft> => ({ target: { kind: 'entity', entity: brindle, reason: null } });
const layers = (): Layer[] => layersOf(desk.highlights(), desk.place.me.id, 1).placed;
const layer = (nth = 0): Layer => layers()[nth]!;

/** What the server holds, without versions and times. */
async function held() {
  const content = (await fresh()).map(({ id, start, end, quote, translation, tags }) => ({
    id,
    words: [start, end, quote],
    translation: translation && [translation.text, translation.by.id],
    tags: tags
      .map((tag) => [tag.id, tag.entity?.id, tag.claim?.id, tag.stance, tag.confidence, tag.note, tag.reviewState])
      .sort(),
  }));
  const { items } = await get('listThreads', { projectId: at.projectId });
  const said = items.flatMap(({ comments, outcome, subject }) =>
    comments
      .filter(({ deleted }) => !deleted)
      .map((one) => [subject.id, one.text, one.blocksApproval, outcome?.kind, outcome?.note]),
  );
  const here = { projectId: at.projectId };
  const named = (await get('listEntityNames', here)).items.map(({ id }) => id);
  const claimed = (await get('listClaimStatements', here)).items.map(({ id }) => id);
  return { highlights: content, said: said.sort(), entities: named.sort(), claims: claimed.sort() };
}

/** Does it, takes it back, does it again and takes it back again: each time the server holds what it should. */
async function thereAndBack(change: () => Promise<unknown>, label: RegExp, stack: UndoStack = desk.undo) {
  const before = await held();
  const { undo } = stack.counts;
  await change();
  expect(stack.counts.undo - undo).toBe(1);
  const after = await held();
  expect(after).not.toEqual(before);
  for (let round = 0; round < 2; round += 1) {
    expect(await stack.undo()).toMatch(label);
    expect(await held()).toEqual(before);
    expect(await stack.redo()).toMatch(label);
    expect(await held()).toEqual(after);
  }
  await stack.undo();
  expect(await held()).toEqual(before);
}

beforeEach(async () => {
  as(at.analyst);
  const params = { projectId: at.projectId };
  serial += 1;
  const body = { text: `${TEXT}\n${serial}` };
  articleId = (await api('addArticle', { params, body })).id;
  brindle = await entity(`Sefa Brindle ${serial}`);
  orda = await entity(`Mirt Orda ${serial}`);
  claimId = (await api('addClaim', { params, body: { statement: `Salt was sold, ${serial}.` } })).id;
  desk = await deskOf(at.analyst);
});

describe('taken back and done again:', () => {
  it('highlighting words', () => thereAndBack(() => saveDraft(desk, draft('sold salt')), /^highlighting “sold salt”$/));

  it('tagging words', () => thereAndBack(() => saveDraft(desk, draft('Sefa Brindle', onBrindle())), /^highlighting/));

  it('tagging words with an entity that is made along, and adding a claim with its speaker', async () => {
    const target = { kind: 'new-entity', type: 'person', name: `Along ${serial}` } as const;
    await thereAndBack(() => saveDraft(desk, draft('Sefa Brindle', { target })), /^highlighting/);
    await saveDraft(desk, draft('sold salt', onBrindle()));
    const from = { name: `a trader ${serial}`, institution: { id: null, name: `Traders ${serial}` } };
    const speaker = { kind: 'new', type: 'unnamed-source', ...from } as const;
    const claim = {
      target: { kind: 'new-claim', statement: `Salt was sold along, ${serial}.` },
      mode: 'claim',
    } as const;
    await thereAndBack(() => saveDraft(desk, draft('sold salt', { ...claim, speaker })), /^tagging “Salt/);
  });

  it('accepting all places of a name that nobody knew', async () => {
    const name = `Sefa Brindle`;
    const suggestion = { entity: null, type: 'person', name, quote: name, pair: name } as const;
    const spans = [spanOf(name), spanOf(name, 5)];
    const all = spans.map((span) => ({ ...suggestion, ...span, id: `${span.start}` }));
    await thereAndBack(() => acceptAll(desk, all as unknown as Suggestion[]), /^tagging “Sefa Brindle” in 2 places$/);
  });

  it('tagging words that are highlighted', async () => {
    await saveDraft(desk, draft('Sefa Brindle', onBrindle()));
    const target = { kind: 'claim', id: claimId, statement: '' } as const;
    await thereAndBack(() => saveDraft(desk, draft('Sefa Brindle', { target, mode: 'claim' })), /^tagging “Salt/);
  });

  it.each<[string, () => Partial<Draft>]>([
    ['the entity', () => ({ target: { kind: 'entity', entity: orda, reason: null } })],
    ['the confidence', () => ({ digits: '70' })],
    ['the note', () => ({ note: 'Spelt with one l.' })],
  ])('changing %s of a tag', async (_, change) => {
    await saveDraft(desk, draft('Sefa Brindle', onBrindle()));
    const { highlight, tag } = layer();
    const edited = { ...draftOf(highlight, tag!, 'edit', crypto.randomUUID()), ...change() };
    await thereAndBack(() => saveChange(desk, edited, tag!), /^changing/);
  });

  it('deleting one of two tags, and the last one with its highlight', async () => {
    await saveDraft(desk, draft('Sefa Brindle', onBrindle()));
    await saveDraft(desk, draft('Sefa Brindle', { target: { kind: 'entity', entity: orda, reason: null } }));
    await thereAndBack(() => deleteLayer(desk, layer()), /^deleting “Sefa/);
    await deleteLayer(desk, layer());
    await thereAndBack(() => deleteLayer(desk, layer()), /^deleting/);
  });

  it('moving edges, with a translation written in between', async () => {
    await saveDraft(desk, draft('Sefa Brindle', onBrindle()));
    await thereAndBack(() => saveMove(desk, layer().highlight, spanOf('Sefa Brindle sold')), /^moving the edges/);
    await saveMove(desk, layer().highlight, spanOf('Brindle sold'));
    await saveTranslation(desk, layer().highlight, 'Brindle hat verkauft', crypto.randomUUID());
    expect(await desk.undo.undo()).toMatch(/^translating/);
    expect(await desk.undo.undo()).toMatch(/^moving/);
    expect(layer().highlight.quote).toBe('Sefa Brindle');
    expect(await desk.undo.undo()).toMatch(/^highlighting/);
  });

  it('writing a translation, and writing it anew', async () => {
    await saveDraft(desk, draft('sold salt'));
    const write = (words: string) => saveTranslation(desk, layer().highlight, words, crypto.randomUUID());
    await thereAndBack(() => write('verkaufte Salz'), /^translating “sold salt”$/);
    await write('verkaufte Salz');
    await thereAndBack(() => write('hat Salz verkauft'), /^translating/);
  });

  it('tagging the same spelling in the rest of the article', async () => {
    await saveDraft(desk, draft('Sefa Brindle', onBrindle()));
    await thereAndBack(() => repeatSpelling(desk, layer().tag!), /in 2 places$/);
  });

  it('tagging the same spelling in another article', async () => {
    await saveDraft(desk, draft('Sefa Brindle', onBrindle()));
    const here = articleId;
    const body = { text: `${TEXT}\nElsewhere, ${serial}.` };
    const other = (await api('addArticle', { params: { projectId: at.projectId }, body })).id;
    const { tag } = layer();
    articleId = other;
    await thereAndBack(() => repeatIn(desk, tag!, other, 'Elsewhere'), /in 3 places of another article$/);
    articleId = here;
  });

  it.each([
    ['an acceptance', { verdict: 'accept' as const }],
    ['a rejection', { verdict: 'reject' as const, reason: 'Another man.' }],
    ['a proposed fix', { verdict: 'needs-work' as const, proposal: { confidence: 10 } }],
  ])('%s of a colleague’s tag', async (_, judgement) => {
    await saveDraft(desk, draft('Sefa Brindle', onBrindle()));
    as(at.other);
    desk = await deskOf(at.other);
    await thereAndBack(() => judge(desk, layer().tag!, judgement), /“Sefa Brindle/);
  });

  it('a proposal taken over', async () => {
    await saveDraft(desk, draft('Sefa Brindle', onBrindle()));
    as(at.other);
    desk = await deskOf(at.other);
    await judge(desk, layer().tag!, { verdict: 'needs-work', proposal: { confidence: 10 } });
    as(at.analyst);
    desk = await deskOf(at.analyst);
    const { tag } = layer();
    await thereAndBack(() => takeProposal(desk, layer().tag!, openProposal(tag!)!), /^changing/);
  });

  it('changes of many tags, of each kind', async () => {
    await saveDraft(desk, draft('Sefa Brindle', { ...onBrindle(), digits: '20' }));
    await saveDraft(desk, draft('Mirt Orda', onBrindle()));
    await saveDraft(desk, draft('sold salt'));
    await thereAndBack(() => repeatMany(desk, layers()), /in 2 places$/);
    await thereAndBack(() => changeMany(desk, layers(), { confidence: 20 }), /^changing 1 tag$/); // one has it already
    await thereAndBack(() => changeMany(desk, layers(), { confidence: 55 }), /^changing 2 tags$/);
    await thereAndBack(() => changeMany(desk, layers(), { entityId: orda.id }), /^changing 2 tags$/);
    await thereAndBack(() => deleteMany(desk, layers()), /^deleting/);
  });

  it('a whole sequence, to its beginning and to its end', async () => {
    await saveDraft(desk, draft('Sefa Brindle', { ...onBrindle(), digits: '20' }));
    const states = [await held()];
    for (const change of [
      () => repeatSpelling(desk, layer().tag!),
      () => saveMove(desk, layer().highlight, spanOf('Sefa Brindle sold')),
      () => changeMany(desk, layers(), { confidence: 55 }),
      () => changeMany(desk, layers(), { entityId: orda.id }),
      () => saveTranslation(desk, layer().highlight, 'S. B. sold', crypto.randomUUID()),
      () => deleteMany(desk, layers()),
    ]) {
      await change();
      states.push(await held());
    }
    for (let round = 0; round < 2; round += 1) {
      for (const state of states.slice(0, -1).toReversed()) {
        await desk.undo.undo();
        expect(await held()).toEqual(state);
      }
      for (const state of states.slice(1)) {
        await desk.undo.redo();
        expect(await held()).toEqual(state);
      }
    }
  });

  it('what is said in threads', async () => {
    const stack = new UndoStack();
    const writes = new ThreadWrites(new QueryClient(), stack);
    const subject = { type: 'claim' as const, id: claimId };
    const body = { type: 'doc' as const, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Who?' }] }] };
    const said = { body, blocksApproval: false };
    const key = () => crypto.randomUUID();
    const start = () => writes.start(at.projectId, subject, said, key());
    await thereAndBack(start, /^commenting “Who\?”$/, stack);
    const thread = await start();
    const now = () => get('findThread', { id: thread.id });
    const first = async () => (await now()).comments[0]!;
    await thereAndBack(() => writes.reply(thread, said, key()), /^commenting/, stack);
    const other = {
      type: 'doc' as const,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Who then?' }] }],
    };
    await thereAndBack(
      async () => writes.edit(await first(), { ...said, body: other }, key()),
      /^changing the comment/,
      stack,
    );
    await thereAndBack(async () => writes.block(await first(), true), /^changing the comment/, stack);
    await thereAndBack(async () => writes.remove(await first()), /^deleting a comment/, stack);
    await thereAndBack(
      async () => writes.close(await now(), { outcome: 'settled', note: 'Known.' }),
      /^closing a thread$/,
      stack,
    );
    await writes.close(await now(), { outcome: 'settled', note: 'Known.' });
    await thereAndBack(async () => writes.reopen(await now()), /^reopening a thread$/, stack);
  });
});

it('an undo that the world has overtaken says so, and is gone', async () => {
  await saveDraft(desk, draft('Sefa Brindle', onBrindle()));
  await saveMove(desk, layer().highlight, spanOf('Brindle sold'));
  await api('deleteHighlight', { params: { id: layer().highlight.id }, body: {}, ifMatch: layer().highlight.version });
  const { undo } = desk.undo.counts;
  await expect(desk.undo.undo()).rejects.toThrow();
  expect(desk.undo.counts.undo).toBe(undo - 1);
});

it('a comment reworded in two windows is written over only when both texts were seen', async () => {
  const writes = new ThreadWrites(new QueryClient(), null);
  const saying = (text: string) => ({
    body: { type: 'doc' as const, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    blocksApproval: false,
  });
  const key = () => crypto.randomUUID();
  const { comments } = await writes.start(at.projectId, { type: 'claim', id: claimId }, saying('Who?'), key());
  const seen = comments[0]!;
  // What the words have no part in is put up with: they are sent again by themselves.
  await writes.block(seen, true);
  expect(await writes.edit(seen, saying('Who said so?'), key())).toBeNull();
  const theirs = await writes.edit(seen, saying('Who was it?'), key());
  expect(theirs).toMatchObject({ text: 'Who said so?', blocksApproval: true });
  expect(await writes.edit(theirs!, saying('Who was it, and who said so?'), key())).toBeNull();
  const { comments: now } = await get('findThread', { id: seen.threadId });
  expect(now).toMatchObject([{ text: 'Who was it, and who said so?', edits: 2, blocksApproval: true }]);
});
