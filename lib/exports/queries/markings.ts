import type { ReadContext } from '@/lib/core/context';
import { batches } from '../batches';
import { highest, sayAbove, type Marking, type Tlp } from '@/lib/formats/marking';
import type { ExportCitation, ExportClaim, LeftOut } from '@/lib/formats/export';

/** What is marked in a project: claims by their evidence, articles by themselves, all else by the project. */
export interface Markings {
  /** Whether anything is. */
  readonly some: boolean;
  readonly ofClaim: (id: string) => Marking;
  readonly ofArticle: (id: string) => Marking;
  /** What stands on a claim that is held back: how many citations, of how many articles. */
  readonly standing: (id: string) => { citations: number; articles: number };
}

type Row = { claim: string; articles: string[]; citations: number };
/** Of a claim, as it is kept: many have the same. */
type Standing = { marking: Marking; citations: number; articles: number };

/**
 * The markings of these claims: a claim's is the highest of the articles its citations stand on, whatever was decided of them: whoever
 * worded it may have read them all. It is the project's where it has none. Of articles that have no marking of their own the project's holds.
 */
export async function markingsOf(
  { db }: Pick<ReadContext, 'db'>,
  projectId: string,
  claimIds: string[],
): Promise<Markings> {
  const { marking } = await db.project.findUniqueOrThrow({ where: { id: projectId }, select: { marking: true } });
  const own = (marking as Marking) ?? null;
  const marked = await db.article.findMany({
    where: { projectId, marking: { not: null } },
    select: { id: true, marking: true },
  });
  const articles = new Map(marked.map((one) => [one.id, one.marking as Tlp]));
  const ofArticle = (id: string): Marking => articles.get(id) ?? own;
  if (articles.size === 0 && own === null)
    return { some: false, ofClaim: () => null, ofArticle: () => null, standing: () => ({ citations: 0, articles: 0 }) };
  const byClaim = new Map<string, Standing>();
  const kept = new Map<string, Standing>();
  for (const some of batches(claimIds, AT_ONCE))
    for (const { claim, articles: on, citations } of await standingOn({ db }, projectId, some)) {
      const one: Standing = { marking: highest(on.map(ofArticle)), citations, articles: on.length };
      const key = Object.values(one).join(' ');
      if (!kept.has(key)) kept.set(key, one);
      byClaim.set(claim, kept.get(key)!);
    }
  return {
    some: true,
    ofClaim: (id) => {
      const found = byClaim.get(id);
      return found ? found.marking : own;
    },
    ofArticle,
    standing: (id) => byClaim.get(id) ?? { citations: 0, articles: 0 },
  };
}
const AT_ONCE = 5000; // claims

const standingOn = ({ db }: Pick<ReadContext, 'db'>, projectId: string, claimIds: string[]): Promise<Row[]> =>
  db.$queryRaw`
    SELECT coalesce(c.survivor_id, c.id) AS claim, array_agg(DISTINCT h.article_id) AS articles, count(*)::int AS citations
    FROM tag t JOIN highlight h ON h.id = t.highlight_id AND h.deleted_at IS NULL
    JOIN claim c ON c.id = t.claim_id
    WHERE t.project_id = ${projectId}::uuid AND t.deleted_at IS NULL AND coalesce(c.survivor_id, c.id) = ANY (${claimIds}::uuid[])
    GROUP BY 1`;

export const markedCitation = (one: ExportCitation, { ofArticle }: Markings): ExportCitation => {
  const marking = ofArticle(one.articleId);
  return marking ? { ...one, article: { ...one.article, marking } } : one;
};

/** The claim with how it and its articles are marked; what is not marked says nothing. */
export const marked = (claim: ExportClaim, markings: Markings): ExportClaim => {
  const marking = markings.ofClaim(claim.id);
  const citations = claim.citations.map((one) => markedCitation(one, markings));
  return { ...claim, ...(marking ? { marking } : {}), citations };
};

const several = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const UNSAID = 'A claim that is marked higher';

/** A claim above the ceiling as it is listed: why, and how much with it, but not what it says. */
export function heldBack(one: LeftOut, { ofClaim, standing }: Markings, ceiling: Tlp | undefined): LeftOut {
  const why = sayAbove(ofClaim(one.claimId), ceiling);
  if (why === null) return one;
  const { citations, articles } = standing(one.claimId);
  const with_ = citations ? [`With it ${several(citations, 'citation')} of ${several(articles, 'article')}.`] : [];
  return { ...one, statement: UNSAID, why: [why, ...with_, ...one.why] };
}

/** These claims under a ceiling: what is marked above it is left out. */
export function underCeiling(ids: readonly string[], markings: Markings, ceiling: Tlp | undefined) {
  const isHeld = (id: string) => sayAbove(markings.ofClaim(id), ceiling) !== null;
  const held = ids.filter(isHeld).map((claimId): LeftOut => ({ claimId, statement: '', status: 'approved', why: [] }));
  return {
    ids: ids.filter((id) => !isHeld(id)),
    held,
  };
}

/** Claims that an export does not hold any more, as they may be told: one that is marked above the ceiling without what it says. */
export const told = <T extends { id: string; statement: string; why?: string }>(
  gone: readonly T[],
  { ofClaim }: Markings,
  ceiling: Tlp | undefined,
): T[] =>
  gone.map((one) => {
    const above = sayAbove(ofClaim(one.id), ceiling);
    if (above === null) return one;
    return { ...one, statement: UNSAID, ...('why' in one ? { why: above } : {}) };
  });
