import type { ReadContext } from '@/lib/core/context';
import { inPublic } from '@/lib/core/db';
import { highest, isAbove, type Tlp } from '@/lib/formats/marking';
import type { LeftOut } from '@/lib/formats/export';
import { protect, type KeptBack } from '@/lib/formats/protect';
import type { ExportSource } from '@/lib/formats/source';
import { heldBack, marked, markedCitation, markingsOf, told, underCeiling } from './markings';
import { protectionOf } from './protection';

/** The exact text of a version. */
export const textOf = async (ctx: Pick<ReadContext, 'db'>, articleId: string, number: number): Promise<string> => {
  const where = { articleId_number: { articleId, number } };
  return (await ctx.db.articleVersion.findUniqueOrThrow({ where, select: { text: true } })).text;
};

type Scope = { ids: string[]; others: string[] };
type Limits = { marking?: Tlp | undefined; ceiling?: Tlp | undefined };
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

/**
 * What an export may hold under its ceiling and how it is marked; `guard` marks what it opened and takes out what would give
 * protected sources away. Every way out of a project goes through here.
 */
export async function guarded(ctx: ReadContext, projectId: string, scope: Scope, { marking, ceiling }: Limits) {
  const markings = await markingsOf(ctx, projectId, [...scope.ids, ...scope.others]);
  const protection = await protectionOf(ctx, projectId);
  const { ids, held } = underCeiling(scope.ids, markings, ceiling);
  const guard = (opened: Opened) => {
    const known: ExportSource = {
      ...opened.source,
      async *claims() {
        for await (const claim of opened.source.claims()) yield marked(claim, markings);
      },
      async *documents() {
        for await (const document of opened.source.documents())
          yield {
            ...document,
            spans: document.spans.map((span) => ({ ...span, citation: markedCitation(span.citation, markings) })),
          };
      },
    };
    const shield = protect(known, protection, (id, version) => inPublic(ctx, () => textOf(ctx, id, version)));
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
        const known = await inPublic(ctx, () => markingsOf(ctx, projectId, ids));
        return shield.words(told(gone, known, ceiling));
      },
      counts: async () => ({ ...(await opened.counts()), ...countsOf(shield.keptBack()) }),
      keptBack: shield.keptBack,
    };
  };
  return { ids, held, marking: ownMarking(marking, highest(ids.map(markings.ofClaim))), guard };
}

/** What the manifest counts of what was kept back; nothing where nothing was. */
const countsOf = ({ sources, quotes, texts }: KeptBack) =>
  sources + quotes + texts === 0
    ? {}
    : { protectedSources: sources, withheldQuotes: quotes, articlesThatNameThem: texts };
