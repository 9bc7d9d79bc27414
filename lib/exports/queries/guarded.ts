import type { ReadContext } from '@/lib/core/context';
import { highest, isAbove, type Tlp } from '@/lib/formats/marking';
import type { LeftOut } from '@/lib/formats/export';
import { protect, type KeptBack } from '@/lib/formats/protect';
import type { ExportSource } from '@/lib/formats/source';
import { heldBack, marked, markedCitation, markingsOf, told, underCeiling, type Markings } from './markings';
import { protectionOf } from './protection';
import { inTurn } from './turns';

/** The exact text of a version. */
export const textOf = async (ctx: Pick<ReadContext, 'db'>, articleId: string, number: number): Promise<string> => {
  const where = { articleId_number: { articleId, number } };
  return (await ctx.db.articleVersion.findUniqueOrThrow({ where, select: { text: true } })).text;
};

type Scope = { ids: string[]; others: string[] };
type Limits = { marking?: Tlp | undefined; ceiling?: Tlp | undefined; met?: string[] | undefined };
type Counts = { claims: number; citations: number; entities: number; articles: number; leftOut: number };
type Opened = {
  source: ExportSource;
  counts: () => Promise<Counts>;
  size: { claims: number; leftOut: number };
  read: () => number;
  leftOut: (first?: number) => Promise<LeftOut[]>;
};

/** How an export is marked: at least as the highest of what it carries; what was chosen stands where that says nothing higher. */
function ownMarking(chosen: Tlp | undefined, carried: Tlp | null): Tlp | undefined {
  if (chosen && !(carried && isAbove(carried, chosen))) return chosen;
  return carried ?? undefined;
}

/** The source with how each claim and each article of it is marked. */
const markedSource = (source: ExportSource, markings: Markings): ExportSource => ({
  ...source,
  async *claims() {
    for await (const claim of source.claims()) yield marked(claim, markings);
  },
  async *cited() {
    for await (const claim of source.cited())
      yield { ...claim, citations: claim.citations.map((one) => markedCitation(one, markings)) };
  },
  async *documents() {
    for await (const document of source.documents())
      yield {
        ...document,
        spans: document.spans.map((span) => ({ ...span, citation: markedCitation(span.citation, markings) })),
      };
  },
});

/**
 * What an export may hold under its ceiling and how it is marked; `guard` marks what it opened and takes out what would give
 * protected sources away. Every way out of a project goes through here.
 */
export async function guarded(
  ctx: ReadContext,
  projectId: string,
  scope: Scope,
  { marking, ceiling, met = [] }: Limits,
) {
  const markings = await markingsOf(ctx, projectId, [...scope.ids, ...scope.others]);
  const protection = await protectionOf(ctx, projectId);
  const { ids, held } = underCeiling(scope.ids, markings, ceiling);
  const guard = (opened: Opened) => {
    const known = markings.some ? markedSource(opened.source, markings) : opened.source;
    const shield = protect(known, protection, (id, version) => inTurn(ctx, () => textOf(ctx, id, version)), met);
    return {
      ...opened,
      source: shield.source,
      leftOut: async (first?: number) =>
        shield.words((await opened.leftOut(first)).map((one) => heldBack(one, markings, ceiling))),
      /** What is said beside the claims: of wordings that were, without what would give a source away. */
      words: shield.words,
      /** Claims that it holds no more, as they may be told. */
      tell: async <T extends { id: string; statement: string; why?: string }>(gone: readonly T[]): Promise<T[]> => {
        const ids = gone.map(({ id }) => id);
        const known = await inTurn(ctx, () => markingsOf(ctx, projectId, ids));
        return shield.words(told(gone, known, ceiling));
      },
      counts: async () => ({ ...(await opened.counts()), ...countsOf(shield.keptBack()) }),
      keptBack: shield.keptBack,
      /** Protected sources in the order of their numbers, as far as they have one. */
      met,
    };
  };
  return { ids, held, marking: ownMarking(marking, highest(ids.map(markings.ofClaim))), guard };
}

/** What the manifest counts of what was kept back; nothing where nothing was. */
const countsOf = ({ sources, quotes, texts }: KeptBack) =>
  sources + quotes + texts === 0
    ? {}
    : { protectedSources: sources, withheldQuotes: quotes, articlesThatNameThem: texts };
