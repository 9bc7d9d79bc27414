import { listAssessments } from '@/lib/claims/queries/assessments';
import { claimsById, readClaim } from '@/lib/claims/queries/claims';
import type { ReadContext } from '@/lib/core/context';
import { evidenceOf, restsOn } from '@/lib/echoes/queries/corroboration';
import { oneOf } from '@/lib/entities/queries';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { quotedTags } from '@/lib/highlights/queries';
import { contraryTo, type Cites } from '../contrary';
import type { Answer, ClaimQuestions, Question, QuestionPage } from '../question';
import { findQuestion, questionsAnsweredBy } from './questions';

/** Where the words of a highlight are, as passages are told apart. */
export const placeOf = ({ articleId, articleVersion, start, end }: QuotedTag['highlight']) => ({
  articleVersionId: `${articleId} ${articleVersion}`,
  start,
  end,
});

const citesOf = ({ id, claim, stance, highlight, reviewState, article }: QuotedTag): Cites => ({
  tagId: id,
  claimId: claim!.id,
  stance,
  place: placeOf(highlight),
  counts:
    (reviewState === 'accepted' || reviewState === 'unreviewed') && !article.retracted && highlight.orphaned === null,
});

const cited = (ctx: ReadContext, projectId: string, claimIds: string[]): Promise<QuotedTag[]> =>
  quotedTags(ctx, projectId, { claim: oneOf(claimIds) });

/** The answers of a question with all that is held of each. */
export async function sidesOf(ctx: ReadContext, question: Question): Promise<Answer[]> {
  const ids = question.answers.map(({ claimId }) => claimId);
  const claims = new Map((await claimsById(ctx, ids)).map((claim) => [claim.id, claim]));
  const tags = await cited(ctx, question.projectId, ids);
  const evidence = await evidenceOf(ctx, ids);
  const cites = tags.map(citesOf);
  const sides: Answer[] = [];
  for (const { id, claimId, notKnown } of question.answers) {
    const claim = claims.get(claimId);
    if (!claim) continue;
    const against = restsOn(evidence, claimId, 'contradicts');
    sides.push({
      id,
      questionId: question.id,
      notKnown,
      claim,
      citations: tags.filter((tag) => tag.claim!.id === claimId),
      contrary: contraryTo(question, { id, claimId }, question.answers, cites),
      assessments: (await listAssessments(ctx, claimId)).items,
      corroboration: { claimId, ...restsOn(evidence, claimId, 'supports'), against },
      version: claim.version,
    });
  }
  return sides;
}

/** A question with its answers side by side. Throws `not-found`. */
export async function readQuestion(ctx: ReadContext, id: string): Promise<QuestionPage> {
  const question = await findQuestion(ctx, id);
  return { ...question, sides: await sidesOf(ctx, question) };
}

/** Which questions a claim answers, and what the citations of the other answers say against it. Throws `not-found`. */
export async function listClaimQuestions(ctx: ReadContext, claimId: string): Promise<ClaimQuestions> {
  const { id, projectId } = await readClaim(ctx, claimId);
  const questions = await questionsAnsweredBy(ctx, projectId, [id]);
  const ids = [...new Set(questions.flatMap(({ answers }) => answers.map((answer) => answer.claimId)))];
  const tags = await cited(ctx, projectId, ids);
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const cites = tags.map(citesOf);
  const contrary = questions.flatMap((question) => {
    const own = question.answers.find((answer) => answer.claimId === id);
    if (!own) return [];
    return contraryTo(question, own, question.answers, cites).map(({ tagId }) => {
      const tag = byId.get(tagId)!;
      return { questionId: question.id, of: tag.claim!.statement, tag };
    });
  });
  // What two questions ask of the same two claims is said against this one once.
  return {
    questions,
    contrary: [...new Map(contrary.toReversed().map((one) => [one.tag.id, one])).values()].toReversed(),
  };
}
