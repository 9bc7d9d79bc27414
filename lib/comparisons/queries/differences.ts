import type { z } from 'zod';
import type { Judged, Made } from '@/lib/agreement/made';
import { differencesIn, type AgreementQuestion, type Compared } from '@/lib/agreement/questions';
import type { Pair } from '@/lib/agreement/reading';
import { textOf } from '@/lib/articles/queries';
import { analyticConfidences, bands, type Stance } from '@/lib/claims/claim';
import type { ReadContext } from '@/lib/core/context';
import { afterOf, pageOf } from '@/lib/core/page';
import type { Person } from '@/lib/core/words';
import { peopleOf, roleIn } from '@/lib/members/queries';
import { visible } from '@/lib/permissions';
import type { Difference, differenceFilter, SaidOfClaim, SaidOfWords } from '../comparison';
import { readingOf } from './reading';
import { findRoundIn } from './round';
import { readWork } from './work';

type Found = { a: string; b: string; compared: Compared; questions: AgreementQuestion[] };

const placeOf = ({ compared: { about, a, b } }: Found): [string, number, string] => {
  if (about === 'claim') return ['~', 0, a.claimId]; // behind all articles
  const first = a && b ? (a.start <= b.start ? a : b) : (a ?? b)!;
  return [first.articleId, first.start, first.id];
};

/** Where two analysts differ, in reading order: article by article, each from its beginning; then the claims. */
function differences(pairs: readonly Pair[], question: AgreementQuestion | undefined): Found[] {
  const found = pairs.flatMap(({ a, b, compared }) =>
    compared.flatMap((one): Found[] => {
      const questions = differencesIn(one);
      const asked = question ? questions.includes(question) : questions.length > 0;
      return asked ? [{ a, b, compared: one, questions }] : [];
    }),
  );
  const placed = found.map((one) => ({ one, place: placeOf(one) }));
  const order = (x: string | number, y: string | number) => (x < y ? -1 : x > y ? 1 : 0);
  placed.sort(
    ({ place: p, one: x }, { place: q, one: y }) =>
      order(p[0], q[0]) || order(p[1], q[1]) || order(p[2], q[2]) || order(x.a + x.b, y.a + y.b),
  );
  return placed.map(({ one }) => one);
}

/** The words of tags as they stood at a reveal, by tag: spans may have been moved since. */
async function quotesOf(ctx: ReadContext, tags: Made[]): Promise<Map<string, string>> {
  const ids = [...new Set(tags.map(({ textId }) => textId))];
  const known = await ctx.db.articleVersion.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const texts = new Map<string, string>();
  for (const { id } of known) texts.set(id, await textOf(ctx, id));
  return new Map(
    tags.flatMap(({ id, textId, start, end }) => {
      const text = texts.get(textId);
      return text === undefined ? [] : [[id, text.slice(start, end)] as const];
    }),
  );
}

/** Names of what these are about, in a few queries. */
async function namesOf(ctx: ReadContext, found: Found[], atReveal: boolean) {
  const tags = found.flatMap(({ compared: { about, a, b } }) =>
    about === 'words' ? [a, b].filter((one) => one !== null) : [],
  );
  const targets = (kind: Made['kind']) => tags.filter((tag) => tag.kind === kind).map(({ targetId }) => targetId);
  const judged = found.flatMap(({ compared }) => (compared.about === 'claim' ? [compared.a.claimId] : []));
  const rows = await ctx.db.tag.findMany({
    where: { id: { in: tags.map(({ id }) => id) }, ...visible(ctx) },
    select: {
      id: true,
      highlight: {
        select: {
          ...{ id: true, quote: true, deletedAt: true },
          article: { select: { id: true, title: true, language: true } },
        },
      },
    },
  });
  const entities = await ctx.db.entity.findMany({
    where: { id: { in: targets('mention') } },
    select: { id: true, type: true, name: true },
  });
  const claims = await ctx.db.claim.findMany({
    where: { id: { in: [...targets('citation'), ...judged] } },
    select: { id: true, current: { select: { statement: true } } },
  });
  return {
    quotes: atReveal ? await quotesOf(ctx, tags) : new Map<string, string>(),
    highlights: new Map(rows.map(({ id, highlight }) => [id, highlight])),
    targets: new Map([
      ...entities.map((entity) => [entity.id, entity] as const),
      ...claims.map(({ id, current }) => [id, { id, type: 'claim', name: current.statement }] as const),
    ]),
  };
}
type Names = Awaited<ReturnType<typeof namesOf>>;

function ofWords(tag: Made | null, { highlights, targets, quotes }: Names): SaidOfWords | null {
  const highlight = tag && highlights.get(tag.id);
  if (!highlight) return null;
  return {
    tagId: tag.id,
    highlightId: highlight.deletedAt ? null : highlight.id,
    quote: quotes.get(tag.id) ?? highlight.quote,
    target: targets.get(tag.targetId) ?? { id: tag.targetId, type: tag.type, name: '' },
    stance: tag.stance as Stance | null,
    confidence: tag.confidence,
  };
}

const ofClaim = ({ likelihood, band, analyticConfidence }: Judged): SaidOfClaim => ({
  likelihood,
  band: band === null ? null : bands[band]!,
  analyticConfidence: analyticConfidence === null ? null : analyticConfidences[analyticConfidence]!,
});

function viewOf({ a, b, compared, questions }: Found, names: Names, who: (id: string) => Person): Difference {
  const people = { questions, a: who(a), b: who(b) };
  if (compared.about === 'claim') {
    const { claimId } = compared.a;
    const claim = { id: claimId, statement: names.targets.get(claimId)?.name ?? '' };
    return { about: 'claim', ...people, claim, ofA: ofClaim(compared.a), ofB: ofClaim(compared.b) };
  }
  const { article } = names.highlights.get((compared.a ?? compared.b)!.id)!;
  return { about: 'words', ...people, article, ofA: ofWords(compared.a, names), ofB: ofWords(compared.b, names) };
}

const idOf = ({ compared: { about, a, b } }: Found) => (about === 'claim' ? a.claimId : (a ?? b)!.id);

/** A page of what two analysts differ on, in reading order, of one question or of all. Throws `not-found`. */
export async function listDifferences(ctx: ReadContext, projectId: string, query: z.output<typeof differenceFilter>) {
  roleIn(ctx, projectId);
  const { question, limit, cursor, ...filter } = query;
  const after = afterOf(cursor, (value) => /^\d{1,9}$/.test(value));
  await findRoundIn(ctx, projectId, filter);
  const work = await readWork(ctx, projectId, filter);
  const all = differences(readingOf(work).pairs, question);
  const from = after ? Number(after.value) : 0;
  const page = pageOf(
    all.slice(from, from + limit + 1),
    limit,
    (one) => one,
    (one) => [String(from + limit), idOf(one)],
  );
  const atReveal = filter.roundId !== undefined && filter.at === 'reveal';
  const [names, who] = [await namesOf(ctx, page.items, atReveal), await peopleOf(ctx, projectId)];
  return { ...page, items: page.items.map((one) => viewOf(one, names, who)) };
}
