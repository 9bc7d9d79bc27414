import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addArticle } from '@/lib/articles/commands';
import type { Actor } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { addEntity, saveEntity } from '@/lib/entities/commands';
import { listHighlights } from '@/lib/highlights/queries';
import { reviewTag } from '@/lib/reviews/commands/tags';
import { openRound } from '@/lib/rounds/commands';
import { addComment, startThread } from '@/lib/threads/commands';
import { listThreads, findThread } from '@/lib/threads/queries';
import { threadFilter } from '@/lib/threads/thread';
import { bringIn, undoImport } from './commands';
import type { ImportInput } from './import';
import { listImports } from './queries';

let at: Team;
let serial = 0;
const HERE = 'It is here already.';
beforeAll(async () => {
  at = await team();
});
afterAll(closeAll);

type Files = ImportInput['files'];
const send = async (input: ImportInput, actor: Actor = at.analyst) =>
  (await bringIn({ actor, id: at.projectId, input })).body;
/** The dry run, then all of it. */
async function bring(files: Files, more: Partial<ImportInput> = {}) {
  const { check } = await send({ files, ...more });
  return (await send({ files, ...more, plan: check.plan })).import!;
}
const undo = async (id: string, actor: Actor = at.analyst) =>
  (await undoImport({ actor, id, input: {}, ifMatch: '"1"' })).body;
const highlightsOf = async (articleId: string) =>
  (await read(at.viewer, (ctx) => listHighlights(ctx, articleId))).items;
const threadsOf = async (articleId: string) =>
  read(at.viewer, (ctx) =>
    listThreads(ctx, at.projectId, threadFilter.parse({ subjectType: 'article', subjectId: articleId })),
  );
const doccano = (text: string, ...labels: [string, string][]): Files => [
  {
    name: 'salt.jsonl',
    text: JSON.stringify({
      text,
      username: 'Jo Tagger',
      label: labels.map(([quote, label]) => [text.indexOf(quote), text.indexOf(quote) + quote.length, label]),
    }),
  },
];
const fresh = () => `😀 Tilda Quern ${++serial} left Port Brack. Nobody saw Tilda Quern ${serial} go.`;
/** Everything that lives in the project, counted. */
async function living() {
  const where = { projectId: at.projectId, deletedAt: null };
  const { article, highlight, entity, claim, tag, comment } = rows();
  return [
    await article.count({ where }),
    await highlight.count({ where }),
    await entity.count({ where }),
    await claim.count({ where }),
    await tag.count({ where: { ...where, highlight: { deletedAt: null } } }),
    await comment.count({
      where: { ...where, thread: { OR: [{ highlightId: null }, { highlight: { deletedAt: null } }] } },
    }),
  ];
}

describe('a dry run', () => {
  it('writes nothing and says what would come, what would not, and how places were counted', async () => {
    const text = fresh();
    const before = [await living(), (await eventsOf(at.projectId)).length];
    const files = doccano(text, [`Tilda Quern ${serial}`, 'PER'], ['Port Brack', 'GPE'], ['left', 'VERB']);
    const { check, import: made } = await send({ files });
    expect(made).toBeNull();
    expect(check).toMatchObject({
      format: 'doccano',
      unit: { name: 'UTF-16', asked: 0 },
      counts: { articles: 1, passages: 3, mentions: 2, entities: 2, claims: 0, threads: 0 },
      authors: ['Jo Tagger'],
      labels: [
        { label: 'GPE', type: 'place', count: 1, example: 'Port Brack' },
        { label: 'PER', type: 'person' },
        { label: 'VERB', type: null },
      ],
    });
    expect([await living(), (await eventsOf(at.projectId)).length]).toEqual(before);
  });

  it('lists what does not fit and what no format of ours holds, with its place', async () => {
    const text = fresh();
    const task = (start: number, quote: string) => ({
      type: 'labels',
      value: { start, end: start + quote.length, text: quote, labels: ['PER'] },
    });
    const result = [task(2, 'Tilda'), task(9, 'Tilda'), { type: 'relation', from_id: 'a', to_id: 'b' }];
    const { check } = await send({
      files: [{ name: 'ls.json', text: JSON.stringify([{ data: { text }, annotations: [{ result }] }]) }],
    });
    expect(check.unit).toEqual({ name: 'code points', asked: 2, fit: 1 });
    expect(check.left.map(({ at: place, what }) => `${what}: ${place}`)).toEqual([
      'a relation: ls.json, number 1, annotation 1, region 3',
      'Tilda: ls.json, number 1, annotation 1, region 2',
    ]);
  });

  it('refuses files of no known format, and says which are known', async () => {
    const refused = await expectRefusal(send({ files: [{ name: 'a.txt', text: 'words' }] }), 'invalid');
    expect(refused.message).toContain('None of these files');
    await expectRefusal(send({ files: doccano(fresh()) }, at.viewer), 'forbidden');
  });
});

describe('bringing in', () => {
  it('makes what was seen: passages, mentions of known and new entities, by an external author who is no member', async () => {
    const text = fresh();
    const name = `Tilda Quern ${serial}`;
    const known = (await addEntity({ actor: at.other, id: at.projectId, input: { type: 'person', name } })).body;
    const members = await rows().member.count({ where: { projectId: at.projectId } });
    const made = await bring(doccano(text, [name, 'PER'], ['Port Brack', 'TOWN']), {
      types: [{ label: 'TOWN', type: 'place' }],
    });
    expect(made).toMatchObject({ format: 'doccano', creator: { id: at.analyst.userId }, undone: null });
    const [articleId] = made.articleIds;
    const found = await highlightsOf(articleId!);
    expect(
      found.map(({ quote, tags }) => [quote, tags[0]!.entity!.type, tags[0]!.externalAuthor, tags[0]!.author.id]),
    ).toEqual([
      [name, 'person', 'Jo Tagger', at.analyst.userId],
      ['Port Brack', 'place', 'Jo Tagger', at.analyst.userId],
    ]);
    expect(found[0]!.tags[0]!.entity!.id).toBe(known.id);
    expect(await rows().member.count({ where: { projectId: at.projectId } })).toBe(members);
    expect((await read(at.viewer, (ctx) => listImports(ctx, at.projectId, { limit: 1 }))).items[0]!.id).toBe(made.id);
  });

  it('takes a label for a type that the project added under that name', async () => {
    const input = { type: 'sea-vessel', name: 'The Ida' };
    await addEntity({ actor: at.other, id: at.projectId, input });
    const files = doccano(fresh(), ['Port Brack', 'Sea Vessel']);
    expect((await send({ files })).check.labels).toMatchObject([{ label: 'Sea Vessel', type: 'sea-vessel' }]);
  });

  it('is refused with the new dry run when it would be anything else by now', async () => {
    const files = doccano(fresh(), ['Port Brack', 'PLACE']);
    const { check } = await send({ files });
    await addArticle({
      actor: at.other,
      id: at.projectId,
      input: { text: (JSON.parse(files[0]!.text) as { text: string }).text },
    });
    const refused = await expectRefusal(send({ files, plan: check.plan }), 'stale');
    expect(refused.extra.current).toMatchObject({ check: { counts: { articles: 0, passages: 1 } }, import: null });
  });

  it('brings nothing twice', async () => {
    const text = fresh();
    const files = doccano(text, ['Port Brack', 'PLACE']);
    await bring(files);
    const { check } = await send({ files });
    expect([check.counts.passages, check.left.map(({ why }) => why)]).toEqual([0, [HERE]]);
    await expectRefusal(send({ files, plan: check.plan }), 'not-allowed-now');
  });

  it('finds Hypothesis’ article by its address, and keeps threads with their replies and their authors', async () => {
    const text = fresh();
    const url = `https://port.example/${serial}`;
    const { id } = (await addArticle({ actor: at.other, id: at.projectId, input: { text, url } })).body;
    const row = (no: string, user: string, said: string, more: object) => ({
      id: no,
      created: no,
      uri: url,
      user: `acct:${user}@hypothes.is`,
      text: said,
      tags: [],
      ...more,
    });
    const selector = [
      { type: 'TextQuoteSelector', exact: 'Port Brack', prefix: 'left ', suffix: '. Nobody' },
      { type: 'TextPositionSelector', start: 900, end: 910 },
    ];
    const json = {
      rows: [
        row('1', 'jo', 'Which port?', { target: [{ source: url, selector }] }),
        row('2', 'bo', 'The old one.', { references: ['1'], target: [{ source: url }] }),
        row('3', 'jo', 'A sad page.', { target: [{ source: url }] }),
      ],
    };
    const files = [{ name: 'h.json', text: JSON.stringify(json) }];
    const { check } = await send({ files });
    expect(check).toMatchObject({
      byWords: 1,
      counts: { threads: 2, comments: 3, passages: 1 },
      documents: [{ articleId: id, isNew: false }],
    });
    const made = await bring(files);
    const { items } = await threadsOf(id);
    const threads = await Promise.all(items.map((one) => read(at.viewer, (ctx) => findThread(ctx, one.id))));
    expect(
      threads
        .map(({ comments }) => comments.map(({ externalAuthor, text: said }) => `${externalAuthor}: ${said}`))
        .sort(),
    ).toEqual([['jo: A sad page.'], ['jo: Which port?', 'bo: The old one.']]);
    const note = threads.find(({ comments }) => comments.length === 1)!;
    await addComment({ actor: at.other, id: note.id, input: { body: { text: 'Indeed.' } } });
    const { undone } = await undo(made.id);
    expect(undone!.kept).toEqual([{ what: 'A sad page.', why: 'Somebody answered it.' }]);
    expect(await highlightsOf(id)).toEqual([]);
    expect((await threadsOf(id)).items.map((one) => one.id)).toEqual([note.id]);
    // What was answered stays, and does not come a second time.
    const again = (await send({ files })).check;
    expect(again).toMatchObject({ counts: { threads: 1, comments: 2 }, left: [{ what: 'A sad page.', why: HERE }] });
  });

  it('states claims of our own JSON anew as drafts, where their text is, and gives nobody a verdict', async () => {
    const text = fresh();
    const { version } = (await addArticle({ actor: at.other, id: at.projectId, input: { text } })).body;
    const start = text.indexOf('Nobody');
    const citation = {
      start,
      end: start + 6,
      quote: 'Nobody',
      stance: 'contradicts',
      taggedBy: { id: 'x', name: 'Ida Far' },
      confidence: 60,
      articleVersionSha256: version.sha256,
      article: { title: 'Far' },
    };
    const claims = [
      {
        statement: `Somebody saw ${serial}.`,
        approvedBy: [{ name: 'Ida' }],
        citations: [citation, { ...citation, quote: 'Noboby' }],
      },
    ];
    const json = { meta: { schema: 'claimbench-export/2' }, claims };
    const files = [{ name: 'claims.json', text: JSON.stringify(json) }];
    const { check } = await send({ files });
    expect(check.left.map(({ what }) => what)).toEqual(['1 × approval', 'Noboby']);
    const gone = JSON.stringify(json).replaceAll(version.sha256, '0'.repeat(64));
    const nowhere = (await send({ files: [{ name: 'claims.json', text: gone }] })).check;
    expect(nowhere.left.map(({ what }) => what)).toEqual(['Nobody', 'Noboby', '1 × approval']); // missing texts first
    const made = await bring(files);
    expect(made.counts).toMatchObject({ claims: 1, citations: 1, articles: 0 });
    const claim = await rows().claim.findFirstOrThrow({ where: { current: { statement: `Somebody saw ${serial}.` } } });
    expect(claim.status).toBe('draft');
  });

  it('holds what no database can: halves of characters and NULs are refused or shown as such, never an error', async () => {
    const text = fresh();
    const line = {
      text,
      username: 'J\u0000o',
      label: [
        [0, 1, 'PER'],
        [3, 8, 'P\ud83d'],
      ],
      Comments: ['\u0000', 'Fine.'],
    };
    const { check } = await send({ files: [{ name: 'n.jsonl', text: JSON.stringify(line) }] });
    expect(check.authors).toEqual(['J\ufffdo']);
    const made = await bring([{ name: 'n.jsonl', text: JSON.stringify(line) }]);
    expect(made.counts).toMatchObject({ passages: 1, comments: 1 });
    expect(made.left.map(({ why }) => why)).toEqual([
      'Its place lies outside the text.',
      'It is empty or too long for a comment.',
    ]);
  });

  it('does not come to where others judge blind', async () => {
    const text = fresh();
    const { id } = (await addArticle({ actor: at.other, id: at.projectId, input: { text } })).body;
    const input = { name: 'Blind', blind: true, articleIds: [id], analystIds: [at.analyst.userId, at.other.userId] };
    const round = (await openRound({ actor: at.lead, id: at.projectId, input })).body;
    const files = doccano(text, ['Port Brack', 'PLACE']);
    const { check } = await send({ files });
    await expectRefusal(send({ files, plan: check.plan }), 'not-allowed-now');
    await rows().round.update({
      where: { id: round.id },
      data: { revealedAt: new Date(), revealedBy: at.lead.userId },
    });
    await rows().roundItem.updateMany({ where: { roundId: round.id }, data: { hides: false } });
  });
});

describe('an undo', () => {
  it('takes back all that came and nothing else, as one act', async () => {
    const before = await living();
    const made = await bring(doccano(fresh(), [`Tilda Quern ${serial}`, 'PER'], ['left', 'NEWTYPE']));
    expect(await living()).not.toEqual(before);
    await expectRefusal(undo(made.id, at.other), 'forbidden');
    const { undone } = await undo(made.id);
    expect(undone).toMatchObject({ by: { id: at.analyst.userId }, kept: [] });
    expect(await living()).toEqual(before);
    await expectRefusal(undoImport({ actor: at.analyst, id: made.id, input: {}, ifMatch: '"2"' }), 'not-allowed-now');
    expect((await eventsOf(at.projectId)).filter(({ type }) => type.startsWith('import.')).at(-1)).toMatchObject({
      type: 'import.undone',
      subjectId: made.id,
    });
  });

  it('keeps what others built on, with all that it needs, and says so', async () => {
    const text = fresh();
    const name = `Tilda Quern ${serial}`;
    const made = await bring(doccano(text, [name, 'PER'], ['Port Brack', 'PLACE']));
    const [articleId] = made.articleIds;
    const [judged] = await highlightsOf(articleId!);
    await reviewTag({ actor: at.reviewer, id: judged!.tags[0]!.id, input: { verdict: 'accept' }, ifMatch: '"1"' });
    const { undone } = await undo(made.id);
    expect(undone!.kept.map(({ what }) => what)).toEqual([name, name, expect.stringContaining('Tilda')]);
    expect((await highlightsOf(articleId!)).map(({ quote }) => quote)).toEqual([name]);
  });

  it('leaves a file that comes whole again, by the same plan', async () => {
    const files = doccano(fresh(), [`Tilda Quern ${serial}`, 'PER'], ['left', 'NEWTYPE'], ['Port Brack', 'PLACE']);
    const { check } = await send({ files });
    const all = await living();
    const made = await bring(files);
    const then = await living();
    await undo(made.id);
    expect(await living()).toEqual(all);
    expect((await send({ files })).check).toEqual(check);
    const again = await bring(files);
    expect(again.counts).toEqual(made.counts);
    expect(await living()).toEqual(then);
    // And a third time nothing: a passage without a tag is known by its place.
    const third = (await send({ files })).check;
    expect([third.counts.passages, third.left.map(({ why }) => why)]).toEqual([0, Array(3).fill(HERE)]);
  });

  it('leaves what others worked on, which a file that comes again knows, under another name too', async () => {
    const files = doccano(fresh(), [`Tilda Quern ${serial}`, 'PER'], ['left', 'NEWTYPE'], ['Port Brack', 'PLACE']);
    const made = await bring(files);
    const then = await living();
    const [first, second] = await highlightsOf(made.articleIds[0]!);
    const asked = { subject: { type: 'highlight', id: second!.id }, body: { text: 'Why?' } };
    await startThread({ actor: at.other, id: at.projectId, input: asked });
    const entity = first!.tags[0]!.entity!;
    await reviewTag({ actor: at.reviewer, id: first!.tags[0]!.id, input: { verdict: 'accept' }, ifMatch: '"1"' });
    await saveEntity({ actor: at.other, id: entity.id, input: { name: 'T. Quern' }, ifMatch: '"1"' });
    expect((await undo(made.id)).undone!.kept).toHaveLength(4);
    const { check } = await send({ files });
    expect(check.counts).toMatchObject({ articles: 0, passages: 1, mentions: 1 });
    expect(check.left.map(({ why }) => why)).toEqual(Array(2).fill(HERE));
    await bring(files);
    const [articles, highlights, entities, claims, tags] = await living();
    expect([articles, highlights, entities, claims, tags]).toEqual(then.slice(0, 5));
  });
});
