import { inQuotes, joining, type Cited, type Different, type Shared, type Step } from './joining';

// Pure: on how many origins a claim rests. Product vocabulary: articles are counted, origins are what corroborates.

export type Group = {
  /** Credited: somebody is named as its origin. Unsourced: nobody is. Beside: its article credits somebody for it elsewhere. */
  kind: 'credited' | 'unsourced' | 'beside';
  origins: { type: 'speaker' | 'publisher'; id: string; name: string }[];
  articles: { id: string; title: string }[];
  tagIds: string[];
  steps: Step[];
};
export type Figures = { articles: number; origins: number; unsourced: number };
export type Corroboration = Figures & {
  groups: Group[];
  wouldCollapse: { echoId: string; words: string }[];
  wouldBe: Figures;
};

const several = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/**
 * The counting rule in words. The headline is the number of credited origins. Where that is none: one unsourced group is one origin,
 * unsourced; of several with no known link at most all are origins of their own, and one is established.
 */
export function headline({ articles, origins, unsourced }: Figures): string {
  if (articles === 0) return 'no support';
  if (origins > 0) return several(origins, 'origin');
  return unsourced === 1 ? '1 origin, unsourced' : `at most ${unsourced}, 1 established`;
}

/** Whether independence is established, refuted, or not known either way: a state of its own. */
export function independence({
  articles,
  origins,
  unsourced,
}: Figures): 'none' | 'one' | 'several' | 'not-established' {
  if (articles === 0) return 'none';
  if (origins > 1) return 'several';
  return unsourced > (origins === 0 ? 1 : 0) ? 'not-established' : 'one';
}

const byDate = (p: Cited, q: Cited) =>
  (p.published?.from ?? '9999').localeCompare(q.published?.from ?? '9999') ||
  p.articleId.localeCompare(q.articleId) ||
  p.start - q.start ||
  p.tagId.localeCompare(q.tagId);

const credited = ({ speaker, via }: Cited) => speaker !== null || via !== null;

function distinct<T extends { id: string }>(all: T[]): T[] {
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

function groupOf(members: Cited[], steps: Step[], crediting: Set<string>): Group {
  const [first] = members;
  const origins = distinct(
    members.flatMap(({ speaker, via }) => [
      ...(speaker ? [{ type: 'speaker' as const, id: speaker.id, name: speaker.name }] : []),
      ...(!speaker && via ? [{ type: 'publisher' as const, id: via.id, name: via.name }] : []),
    ]),
  );
  const kind = members.some(credited)
    ? 'credited'
    : members.some(({ articleId }) => crediting.has(articleId))
      ? 'beside'
      : 'unsourced';
  const end: Step[] =
    kind === 'unsourced'
      ? [{ code: 'unknown', words: 'Nobody is named as its source. Lineage unknown: counts as none.' }]
      : kind === 'beside'
        ? [
            {
              code: 'beside',
              words: `${inQuotes(first!.title)} names a source for it elsewhere: its own voice adds none.`,
            },
          ]
        : [];
  return {
    kind,
    origins,
    articles: distinct(members.map(({ articleId: id, title }) => ({ id, title }))),
    tagIds: members.map(({ tagId }) => tagId),
    steps: [...steps, ...end],
  };
}

function count(citations: Cited[], echoes: Shared[], different: Different[]) {
  const { groups, open } = joining(citations, echoes, different);
  const crediting = new Set(citations.filter(credited).map(({ articleId }) => articleId));
  const told = groups.map(({ members, steps }) => groupOf(members, steps, crediting));
  const of = (kind: Group['kind']) => told.filter((group) => group.kind === kind).length;
  return {
    figures: {
      articles: new Set(citations.map(({ articleId }) => articleId)).size,
      origins: of('credited'),
      // Citations that nobody is named for only stand beside a credited one of their article: they add nothing.
      unsourced: of('unsourced'),
    },
    groups: told,
    open,
  };
}

/**
 * On how many origins a claim's citations of one stance rest, with the grouping explained step by step. Echoes that nobody decided
 * join nothing: they are told as what would collapse, with the figures there would then be.
 */
export function corroborate(citations: Cited[], echoes: Shared[], different: Different[] = []): Corroboration {
  const inOrder = [...citations].sort(byDate);
  const { figures, groups, open } = count(inOrder, echoes, different);
  const asIf = echoes.map((echo): Shared => (echo.decision ? echo : { ...echo, decision: 'common-origin' }));
  return {
    ...figures,
    groups,
    wouldCollapse: open,
    wouldBe: open.length ? count(inOrder, asIf, different).figures : figures,
  };
}
