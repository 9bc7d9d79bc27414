import { byPassage, longestOf } from '@/lib/claims/passages';
import type { ReadContext } from '@/lib/core/context';
import type { Person } from '@/lib/core/words';
import { marksOf, reliabilityOf } from '@/lib/grades/effective';
import { gradesOn, keyOf, type Subject } from '@/lib/grades/queries';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { peopleOf } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import { ranked, weightOf, type Cell, type Matrix } from '../hypotheses';
import { placeOf, readQuestion } from './page';

const speaks = ({ reviewState, highlight, article }: QuotedTag): boolean =>
  (reviewState === 'accepted' || reviewState === 'unreviewed') && highlight.orphaned === null && !article.retracted;

/** The passages that a question's answers are cited with, whichever way, in the order of their dates: each under the longest tag on it, and under which every tag stands. */
function evidenceIn(tags: QuotedTag[]): { shown: Map<string, string>; evidence: QuotedTag[] } {
  const passages = byPassage(
    tags.filter(speaks).map((tag) => ({ tag, stance: 'context' as const, place: placeOf(tag.highlight) })),
  ).map((passage) => ({ stands: longestOf(passage).tag, on: passage }));
  const date = ({ article }: QuotedTag) => article.published?.from ?? '9999';
  return {
    shown: new Map(passages.flatMap(({ stands, on }) => on.map(({ tag }) => [tag.id, stands.id] as const))),
    evidence: passages
      .map(({ stands }) => stands)
      .sort((a, b) => date(a).localeCompare(date(b)) || a.id.localeCompare(b.id)),
  };
}

/** How much each passage weighs: by whoever speaks in it, or else by who published it, as far as the actor may see their grades. */
async function weightsOf(ctx: ReadContext, projectId: string, tags: QuotedTag[]) {
  const speaker = (tag: QuotedTag): Subject | null => tag.speaker && { type: 'entity', id: tag.speaker.id };
  const publisher = ({ article: { publisherId: id } }: QuotedTag): Subject | null =>
    id ? { type: 'publisher', id } : null;
  const subjects = tags.flatMap((tag) => [speaker(tag) ?? [], publisher(tag) ?? []].flat());
  const grades = await gradesOn(ctx, projectId, [...new Map(subjects.map((one) => [keyOf(one), one])).values()]);
  const of = (subject: Subject | null) => subject && grades.get(keyOf(subject));
  return new Map(
    tags.map((tag) => {
      const found = reliabilityOf(of(speaker(tag)) ?? undefined, of(publisher(tag)) ?? undefined);
      const letters = found ? marksOf(found.grades) : [];
      return [tag.id, { weight: weightOf(found?.grades.map(({ mark }) => mark) ?? []), letters }];
    }),
  );
}

/** The matrix of a question, with every analyst's cells and ranks. Throws `not-found`. */
export async function findMatrix(ctx: ReadContext, questionId: string): Promise<Matrix> {
  const { projectId, answers, sides } = await readQuestion(ctx, questionId);
  const who = await peopleOf(ctx, projectId);
  const { shown, evidence } = evidenceIn(sides.flatMap(({ citations }) => citations));
  const rows = await ctx.db.matrixCell.findMany({
    where: { answer: { questionId, deletedAt: null }, reading: { not: null }, ...visible(ctx) },
    orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
  });
  const said = rows.flatMap((row): Cell[] => {
    const tagId = shown.get(row.tagId);
    const reading = row.reading === 'notApplicable' ? 'not-applicable' : row.reading!;
    return tagId ? [{ answerId: row.answerId, tagId, analyst: who(row.analystId), reading }] : [];
  });
  // Two tags on one passage are one row: of what was said on either, the last.
  const cells = [...new Map(said.map((cell) => [`${cell.answerId} ${cell.tagId} ${cell.analyst.id}`, cell])).values()];
  const weighed = await weightsOf(ctx, projectId, evidence);
  const weights = new Map([...weighed].map(([id, { weight }]) => [id, weight]));
  const ids = answers.map(({ id }) => id);
  const analysts = new Map<string, Person>(cells.map(({ analyst }) => [analyst.id, analyst]));
  return {
    questionId,
    answers: answers.map(({ id, statement }) => ({ id, statement })),
    evidence: evidence.map((tag) => ({ tag, ...weighed.get(tag.id)! })),
    cells,
    ranks: [...analysts.values()].map((analyst) => ({
      analyst,
      answers: ranked(
        ids,
        cells.filter((cell) => cell.analyst.id === analyst.id),
        weights,
      ),
    })),
  };
}
