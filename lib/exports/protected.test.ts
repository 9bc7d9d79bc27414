import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addArticle, saveArticle } from '@/lib/articles/commands';
import { assessClaim, deleteClaim, submitClaim } from '@/lib/claims/commands/claims';
import { findClaim } from '@/lib/claims/queries/claims';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { addEntity, saveEntity } from '@/lib/entities/commands';
import { protectEntity, unprotectEntity } from '@/lib/entities/commands/protection';
import { fold } from '@/lib/entities/folding';
import type { ExportSnapshot } from '@/lib/formats/export';
import { orderedClaim } from '@/lib/formats/order';
import { saveHighlight } from '@/lib/highlights/commands/highlights';
import { saveProject } from '@/lib/members/commands';
import { findProject } from '@/lib/members/queries';
import { addQuestion } from '@/lib/questions/commands/questions';
import { reviewClaim } from '@/lib/reviews/commands/claims';
import { reviewTag } from '@/lib/reviews/commands/tags';
import { closeThread, startThread } from '@/lib/threads/commands';
import { atOnce } from './at-once.fixtures';
import { makeExport } from './commands';
import { exportFormats, type ExportFormat } from './export-formats';
import { previewExport, previewFile, readExport } from './queries/exports';
import { questionBrief } from './queries/question-brief';

// Invented, so that they stand nowhere else: what is looked for in every byte.
const NAME = 'Ilvara Quessant';
const SECRETS = [NAME, 'Quessant', 'the Heron of Dolm', 'Q77341902', 'Vessa Marrowby', 'keeper of the third sluice'];
const WORDS = 'eleven lorries crossed the weir before dawn';
const OTHERS = 'Nobody at the mill saw a lorry that night';
const INTERVIEW = `Talk with ${NAME}.\n“I counted: ${WORDS},” said Quessant, whom neighbours call the Heron of Dolm.`;
const REPORT = `${OTHERS}, the mayor wrote. A second post was empty.`;

let at: Team;
let sourceId: string;
const ids: Record<string, string> = {};
const articles: Record<'interview' | 'report', string> = { interview: '', report: '' };

const version = async (id: string) => `"${(await read(at.lead, (ctx) => findClaim(ctx, id))).version}"`;

/** An approved claim on these words, whose speaker may be named. */
async function approved(statement: string, article: string, text: string, quote: string, speakerId?: string) {
  const { analyst, other, reviewer } = at;
  const start = text.indexOf(quote);
  const cited = { newClaim: { statement }, stance: 'supports', ...(speakerId ? { speakerId } : {}) };
  const input = { start, end: start + quote.length, quote, tags: [cited] };
  const { body } = await saveHighlight({ actor: analyst, id: article, input });
  const [tag] = body.tags;
  await reviewTag({ actor: other, id: tag!.id, input: { verdict: 'accept' }, ifMatch: '"1"' });
  const id = tag!.claim!.id;
  const rationale = `${NAME.toUpperCase()} told us that ${WORDS}; ask Quessant’s sister.`;
  await assessClaim({ actor: other, id, input: { likelihood: 30, rationale }, ifNoneMatch: '*' });
  await submitClaim({ actor: analyst, id, input: {}, ifMatch: await version(id) });
  await reviewClaim({ actor: reviewer, id, input: { verdict: 'accept' }, ifMatch: await version(id) });
  return id;
}

beforeAll(async () => {
  at = await team();
  const { analyst, other, lead, projectId } = at;
  const source = { type: 'person', name: 'Vessa Marrowby', aliases: ['the Heron of Dolm'] };
  const more = { description: 'keeper of the third sluice', externalIds: [{ scheme: 'wikidata', value: 'Q77341902' }] };
  const { body: entity } = await addEntity({ actor: analyst, id: projectId, input: { ...source, ...more } });
  sourceId = entity.id;
  // A name that it had is known as well.
  await saveEntity({ actor: analyst, id: sourceId, input: { name: NAME }, ifMatch: '"1"' });
  const add = async (title: string, text: string, url: string) =>
    (await addArticle({ actor: analyst, id: projectId, input: { title, text, url } })).body.id;
  articles.interview = await add(
    `Interview: Ilvara  Quessant`,
    INTERVIEW,
    'https://post.example/ilvara-quessant-talks',
  );
  articles.report = await add('Mayor’s letter', REPORT, 'https://post.example/letter');
  const told = `Lorries crossed the weir, as ilvara-quessant said.`;
  ids.told = await approved(told, articles.interview, INTERVIEW, WORDS, sourceId);
  // The same words, by somebody who left out who speaks.
  ids.same = await approved('The weir was crossed.', articles.interview, INTERVIEW, 'lorries crossed the weir');
  ids.named = await approved(
    'A bird is a nickname.',
    articles.interview,
    INTERVIEW,
    'whom neighbours call the Heron of Dolm',
  );
  ids.cut = await approved('Somebody was named.', articles.interview, INTERVIEW, 'Heron of Dolm');
  ids.other = await approved('The mill saw nothing.', articles.report, REPORT, OTHERS);
  const thread = { subject: { type: 'claim', id: ids.other }, body: { text: 'Whom do we believe?' } };
  const { body: started } = await startThread({ actor: analyst, id: projectId, input: thread });
  const positions = [
    { holderId: analyst.userId, text: `I believe the heron of dolm.` },
    { holderId: other.userId, text: `I do not believe that “${WORDS}”.` },
  ];
  const outcome = { outcome: 'agreed-to-differ', positions };
  await closeThread({ actor: analyst, id: started.id, input: outcome, ifMatch: '"1"' });
  // About the words themselves, of which no part may leave with what was said of them.
  const tag = await rows().tag.findFirstOrThrow({ where: { claimId: ids.same! } });
  const onWords = { subject: { type: 'tag', id: tag.id }, body: { text: 'Do they say it?' } };
  const { body: disputed } = await startThread({ actor: analyst, id: projectId, input: onWords });
  await closeThread({ actor: analyst, id: disputed.id, input: outcome, ifMatch: '"1"' });
  const asked = { text: 'What did Quessant see?', answers: [{ claimId: ids.told }] };
  const { body: question } = await addQuestion({ actor: lead, id: projectId, input: asked });
  ids.question = question.id;
}, 60_000);
afterAll(closeAll);

/** Every byte of a file as text, those in zips and in Word files too, folded as names are. */
function opened(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return Buffer.from(bytes).toString();
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${opened(part)}`)
    .join('\n');
}
/** What of the source stands in it, tags and what JSON escapes aside. */
const givenAway = (text: string): string[] => {
  const plain = fold(text.replace(/<[^>]*>/g, '').replace(/\\u[0-9a-f]{4}|\\[nrt]/gi, ' '));
  const joined = plain.replace(/[^\p{L}\p{N}]/gu, '');
  return [...SECRETS, WORDS, 'crossed the weir before', sourceId].filter(
    (one) => plain.includes(fold(one)) || joined.includes(fold(one).replace(/[^\p{L}\p{N}]/gu, '')),
  );
};
const made = async (format: ExportFormat, more: object = {}) => {
  const { body } = atOnce(await makeExport({ actor: at.analyst, id: at.projectId, input: { format, ...more } }));
  const { content } = await read(at.viewer, (ctx) => readExport(ctx, body.id));
  return { manifest: body.manifest, text: opened(Uint8Array.from(content)) };
};

const protection = async (on: boolean) => {
  const { version: seen } = await rows().entity.findUniqueOrThrow({ where: { id: sourceId } });
  const change = on ? protectEntity : unprotectEntity;
  return change({ actor: at.lead, id: sourceId, input: {}, ifMatch: `"${seen}"` });
};

describe('a source whose identity is protected', () => {
  it('stands with its names and words in what leaves before that', async () => {
    for (const format of ['docx', 'csv', 'brat'] as const)
      expect(givenAway((await made(format)).text).length, format).toBeGreaterThan(3);
  });

  it('is protected by an analyst, and only by a lead no more', async () => {
    const { version: seen } = await rows().entity.findUniqueOrThrow({ where: { id: sourceId } });
    const request = { id: sourceId, input: {}, ifMatch: `"${seen}"` };
    await expectRefusal(protectEntity({ ...request, actor: at.viewer }), 'forbidden');
    const { body } = await protectEntity({ ...request, actor: at.analyst });
    expect(body.protected).not.toBeNull();
    expect((await eventsOf(at.projectId)).at(-1)).toMatchObject({ type: 'entity.protected', subjectId: sourceId });
    await expectRefusal(unprotectEntity({ ...request, actor: at.reviewer, ifMatch: `"${body.version}"` }), 'forbidden');
  });

  it.each(exportFormats)('is in no byte of %s', async (format) => {
    const { manifest, text } = await made(format);
    expect(givenAway(text)).toEqual([]);
    expect(givenAway(JSON.stringify(manifest))).toEqual([]);
    // The rest is there: the export was not simply empty.
    expect(fold(text)).toContain(fold(format === 'claimreview' ? 'The mill saw nothing' : OTHERS));
    expect(manifest.counts).toMatchObject({ claims: 5, withheldQuotes: 4, articlesThatNameThem: 1 });
    expect(manifest.withheld).toContain('1 protected source: named “Protected source”, with a number.');
  });

  it('is in no preview, nor in the brief of a question', async () => {
    for (const format of ['html', 'conll'] as const) {
      const preview = await read(at.analyst, (ctx) => previewFile(ctx, at.projectId, { format }));
      expect(givenAway(JSON.stringify(preview)), format).toEqual([]);
    }
    for (const format of ['markdown', 'html'] as const) {
      const { body } = await read(at.analyst, (ctx) => questionBrief(ctx, ids.question!, format));
      expect(givenAway(String(body))).toEqual([]);
      expect(String(body)).toContain('What did Protected source 1 see?');
    }
  });

  it('has a placeholder in its place, and its text is given in no format that carries texts', async () => {
    const { text } = await made('json');
    expect(text).toContain('“[Quote of Protected source 1 withheld]”');
    expect(text).toContain('Lorries crossed the weir, as Protected source 1 said.');
    expect(text).toContain('I believe Protected source 1.');
    expect(text).toContain('"url": "https://post.example/letter"');
    const { claims } = JSON.parse(text) as ExportSnapshot;
    const about = claims.find(({ id }) => id === ids.same)!.threads.map(({ passage }) => passage?.quote);
    expect(about).toEqual(['[Quote of Protected source 1 withheld]']);
    const { manifest } = await made('brat');
    expect(manifest.withheld).toContain('1 text that would, with all that is cited from it.');
    expect(manifest.files.map(({ name }) => name).filter((name) => name.includes(articles.interview))).toEqual([]);
  });

  it('is named again once a lead lifts it', async () => {
    await protection(false);
    expect(givenAway((await made('markdown')).text)).not.toEqual([]);
    await protection(true);
  });
});

describe('a marking', () => {
  const mark = async (article: string, marking: string | null) => {
    const { version: seen } = await rows().article.findUniqueOrThrow({ where: { id: article } });
    await saveArticle({ actor: at.analyst, id: article, input: { marking }, ifMatch: `"${seen}"` });
  };

  it('holds back claims above the ceiling, and lists them without what they say', async () => {
    await mark(articles.interview, 'red');
    const preview = await read(at.analyst, (ctx) => previewExport(ctx, at.projectId, { ceiling: 'amber' }));
    expect(preview.claims.map(({ id }) => id)).toEqual([ids.other]);
    expect(preview.leftOut).toHaveLength(4);
    const { manifest, text } = await made('json', { ceiling: 'amber' });
    expect(text).not.toContain('The weir was crossed');
    const listed = JSON.stringify(manifest.leftOut);
    expect(listed).not.toContain('weir');
    expect(manifest.leftOut.find(({ claimId }) => claimId === ids.same)).toEqual({
      ...{ claimId: ids.same, statement: 'A claim that is marked higher', status: 'approved' },
      why: ['It is marked TLP:RED, above the ceiling TLP:AMBER.', 'With it 1 citation of 1 article.'],
    });
    expect(manifest.marking).toBeUndefined();
  });

  it('of an export is at least the highest of what it carries', async () => {
    expect((await made('json')).manifest.marking).toBe('red');
    const { claims } = JSON.parse((await made('json')).text) as ExportSnapshot;
    expect(claims.some(({ marking }) => marking === 'red')).toBe(true);
    // Whoever checks the file writes its claims anew: the marking stands where the format has it.
    expect(JSON.stringify(claims.map(orderedClaim))).toBe(JSON.stringify(claims));
    const { text } = await made('stix', { marking: 'green' });
    expect(text).toContain('"TLP:RED"');
    expect(text).not.toContain('"TLP:GREEN"');
    expect((await made('csv')).text).toMatch(/"approved","TLP:RED"/);
    const { loses } = await read(at.analyst, (ctx) => previewFile(ctx, at.projectId, { format: 'brat' }));
    expect(loses).toContain('The marking TLP:RED: send it along with the file.');
  });

  it('comes from the project where the article has none, and unmarked is not clear', async () => {
    await mark(articles.interview, null);
    const under = async (ceiling: 'clear' | 'green') =>
      (await read(at.analyst, (ctx) => previewExport(ctx, at.projectId, { ceiling }))).claims.length;
    expect([await under('clear'), await under('green')]).toEqual([0, 5]);
    const { version: seen } = await read(at.lead, (ctx) => findProject(ctx, at.projectId));
    const change = { id: at.projectId, input: { marking: 'clear' }, ifMatch: `"${seen}"` };
    await expectRefusal(saveProject({ ...change, actor: at.reviewer }), 'forbidden');
    await saveProject({ ...change, actor: at.lead });
    expect((await eventsOf(at.projectId)).at(-1)).toMatchObject({ type: 'project.saved', fields: ['marking'] });
    await mark(articles.interview, 'green');
    expect([await under('clear'), await under('green')]).toEqual([1, 5]);
    expect((await made('json')).manifest.marking).toBe('green');
  });
});

describe('what is told of claims that an export held before', () => {
  it('names no protected source, and says nothing of what is marked above the ceiling', async () => {
    await protection(false);
    const request = { actor: at.analyst, id: at.projectId, input: { format: 'json' } };
    const { id: since } = atOnce(await makeExport(request)).body;
    await protection(true);
    await deleteClaim({ actor: at.lead, id: ids.told!, input: {}, ifMatch: await version(ids.told!) });
    for (const format of ['json', 'markdown'] as const) {
      const { manifest, text } = await made(format, { filter: { since } });
      expect(fold(text)).toContain(fold('Lorries crossed the weir, as Protected source 1 said.'));
      expect(givenAway(text)).toEqual([]);
      expect(givenAway(JSON.stringify(manifest))).toEqual([]);
    }
    await rows().article.update({ where: { id: articles.interview }, data: { marking: 'red' } });
    const { manifest, text } = await made('json', { filter: { since }, ceiling: 'amber' });
    for (const told of [JSON.stringify(manifest), text]) {
      expect(told).not.toContain('crossed the weir');
      expect(told).toContain('A claim that is marked higher');
    }
  });
});
