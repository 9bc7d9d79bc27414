import { addArticle } from '@/lib/articles/commands';
import { addClaim, assessClaim, submitClaim } from '@/lib/claims/commands/claims';
import type { Actor } from '@/lib/core/context';
import { rows, type Team } from '@/lib/core/testing';
import { addEntity } from '@/lib/entities/commands';
import { gradeCitation, gradeClaim } from '@/lib/grades/commands';
import {
  deleteHighlight,
  moveHighlight,
  saveHighlight,
  translateHighlight,
} from '@/lib/highlights/commands/highlights';
import { saveHighlights } from '@/lib/highlights/commands/many-highlights';
import { changeTags } from '@/lib/highlights/commands/many-tags';
import { saveTag } from '@/lib/highlights/commands/tags';
import { markCell } from '@/lib/questions/commands/matrix';
import { addQuestion } from '@/lib/questions/commands/questions';
import { keepHold } from '@/lib/reviews/commands/holds';
import { reviewClaim } from '@/lib/reviews/commands/claims';
import { reviewTag } from '@/lib/reviews/commands/tags';
import { addComment, saveComment, startThread } from '@/lib/threads/commands';
import { openRound } from './commands';

// A project before a blind round, and the work of one analyst in it. Everything that the analyst writes holds the mark.

export const MARK = 'quizzaciously';
const READ = 'Harbour town was taken in spring, says Marksberg radio. Harbour town fell again in autumn.';
const OTHER = 'Elsewhere it is said: Harbour town was taken in spring. Nothing else is known.';

const spanOf = (text: string, quote: string, from = 0) => {
  const start = text.indexOf(quote, from);
  return { start, end: start + quote.length, quote };
};
const etag = (version: number) => `"${version}"`;

/** What is there before: an article to be read, one that is not, an approved claim cited in both, a claim to be judged, a question. */
export async function before(at: Team) {
  const { analyst, other, reviewer, lead, projectId: id } = at;
  await rows().project.update({ where: { id }, data: { grades: true, hypotheses: true } });
  const article = async (text: string) =>
    (await addArticle({ actor: lead, id, input: { text, title: text.slice(0, 9) } })).body.id;
  const [read, elsewhere] = [await article(READ), await article(OTHER)];
  const entity = async (name: string) => (await addEntity({ actor: lead, id, input: { type: 'place', name } })).body.id;
  const [town, radio] = [await entity('Harbour'), await entity('The station')];
  const claim = async (statement: string) => (await addClaim({ actor: analyst, id, input: { statement } })).body;
  const [taken, judged] = [await claim('The town was taken in spring.'), await claim('The town fell twice.')];
  const cite = async (actor: Actor, where: string, text: string) => {
    const tags = [{ claimId: taken.id, stance: 'supports', confidence: 70 }, { entityId: town }];
    const input = { ...spanOf(text, 'Harbour town was taken in spring'), tags };
    return (await saveHighlight({ actor, id: where, input })).body;
  };
  const old = await cite(analyst, read, READ);
  const open = await cite(other, elsewhere, OTHER);
  const say = (actor: Actor, type: string, subject: string, text: string) =>
    startThread({ actor, id, input: { subject: { type, id: subject }, body: { text } } });
  for (const tag of [...old.tags, ...open.tags])
    await reviewTag({ actor: reviewer, id: tag.id, input: { verdict: 'accept' }, ifMatch: etag(tag.version) });
  await say(other, 'tag', old.tags[0]!.id, 'Is this so?');
  const question = await addQuestion({
    actor: lead,
    id,
    input: { text: 'When?', answers: [{ claimId: taken.id }, { claimId: judged.id }] },
  });
  const version = (await rows().claim.findUniqueOrThrow({ where: { id: taken.id } })).version;
  const { body: submitted } = await submitClaim({ actor: analyst, id: taken.id, input: {}, ifMatch: etag(version) });
  await reviewClaim({ actor: lead, id: taken.id, input: { verdict: 'accept' }, ifMatch: etag(submitted.version) });
  await assessClaim({
    actor: other,
    id: judged.id,
    input: { likelihood: 20, rationale: 'Once at most.' },
    ifNoneMatch: '*',
  });
  await say(other, 'claim', judged.id, 'Twice?');
  return {
    ...{ read, elsewhere, town, radio, taken: taken.id, judged: judged.id, question: question.body.id },
    ...{ open: open.id, openTag: open.tags[0]!.id, answers: question.body.answers.map((answer) => answer.id) },
  };
}
export type Before = Awaited<ReturnType<typeof before>>;

/** A blind round on the article and one on the claim, given to two analysts. */
export async function openBoth({ lead, analyst, other, projectId: id }: Team, { read, judged }: Before) {
  const analystIds = [analyst.userId, other.userId];
  const open = async (name: string, of: object) =>
    (await openRound({ actor: lead, id, input: { name, blind: true, analystIds, ...of } })).body;
  return [
    await open('First reading', { articleIds: [read] }),
    await open('First judgement', { claimIds: [judged] }),
  ] as const;
}

/** Everything that an analyst can do in these rounds, with the mark in every word and nothing made that others may see. */
export async function work({ analyst: actor, other, projectId: id }: Team, at: Before): Promise<void> {
  const quoted = spanOf(READ, 'Marksberg radio');
  const tags = [
    { entityId: at.radio, note: MARK },
    { claimId: at.taken, stance: 'contradicts', note: MARK, confidence: 13, speakerId: at.town },
    { claimId: at.judged, stance: 'supports', note: MARK },
  ];
  const { body: made } = await saveHighlight({ actor, id: at.read, input: { ...quoted, tags } });
  await translateHighlight({ actor, id: made.id, input: { translation: MARK }, ifMatch: etag(1) });
  await moveHighlight({ actor, id: made.id, input: spanOf(READ, 'says Marksberg radio'), ifMatch: etag(2) });
  const [mention, citation] = (await rows().tag.findMany({ where: { highlightId: made.id }, orderBy: { id: 'asc' } }))!;
  await saveTag({ actor, id: mention!.id, input: { confidence: 17 }, ifMatch: etag(mention!.version) });
  const several = [spanOf(READ, 'Harbour town', 50), spanOf(READ, 'autumn')].map((span) => ({
    ...span,
    tags: [{ entityId: at.town, note: MARK }],
  }));
  const { body: bulk } = await saveHighlights({ actor, id: at.read, input: { items: several } });
  const changed = bulk.items[0]!.tags[0]!;
  await changeTags({
    actor,
    id: at.read,
    input: { items: [{ id: changed.id, version: changed.version, change: { confidence: 19 } }] },
  });
  await deleteHighlight({ actor, id: bulk.items[1]!.id, input: {}, ifMatch: etag(bulk.items[1]!.version) });
  await gradeCitation({ actor, id: citation!.id, input: { mark: '3' } });
  await gradeClaim({ actor, id: at.judged, input: { mark: '2' } });
  const said = async (type: string, subject: string, more = {}) => {
    const mention = { type: 'mention', attrs: { id: other.userId, label: other.name } };
    const body = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: `${MARK} ` }, mention] }],
    };
    return (await startThread({ actor, id, input: { subject: { type, id: subject }, body, ...more } })).body;
  };
  const threads = [
    await said('article', at.read),
    await said('highlight', made.id),
    await said('tag', citation!.id, { blocksApproval: true }),
    await said('claim', at.judged, { blocksApproval: true }),
  ];
  for (const thread of threads) {
    await addComment({ actor, id: thread.id, input: { body: { text: MARK } } });
    const comment = thread.comments[0]!;
    await saveComment({
      actor,
      id: comment.id,
      input: { body: { text: `${MARK}, again` } },
      ifMatch: etag(comment.version),
    });
  }
  await assessClaim({ actor, id: at.judged, input: { likelihood: 83, rationale: MARK }, ifNoneMatch: '*' });
  await keepHold({ actor, id, input: { tagId: citation!.id } });
  // On a claim that is judged: evidence for it elsewhere, a mark and a grade on evidence that all see.
  const note = { claimId: at.judged, stance: 'contradicts', note: MARK };
  await saveHighlights({ actor, id: at.read, input: { items: [{ ...spanOf(READ, 'again'), tags: [note] }] } });
  const cell = { answerId: at.answers[1], tagId: at.openTag, reading: 'inconsistent' };
  await markCell({ actor, id: at.question, input: cell });
}
