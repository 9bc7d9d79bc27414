import { sayDay } from '@/lib/claims/when';
import type { Lineage } from './echo';

type Ref = { id: string; name: string };
/** A citation that counts: accepted or not yet reviewed, of an article that is here and not retracted. */
export type Cited = {
  tagId: string;
  authorId: string;
  accepted: boolean;
  articleId: string;
  start: number;
  end: number;
  title: string;
  publisherId: string | null;
  published: { from: string; to: string } | null;
  /** Who says it; null is the outlet's own voice. */
  speaker: (Ref & { unnamed: boolean; institution: Ref | null }) | null;
  /** Whose report is relayed, whether or not we hold it. */
  via: (Ref & { on: string | null }) | null;
};
type Side = { articleId: string; start: number; end: number };
export type Shared = { id: string; words: number; decision: Lineage | null; from: string | null; sides: [Side, Side] };
/** Two unnamed sources that somebody says differ, and why. */
export type Different = { ids: [string, string]; reason: string };

/** Why citations are one: what is told beside the line that joins them. `echoId` leads to the words. */
export type Step = { code: StepCode; words: string; echoId?: string };
export type StepCode =
  | 'same-article'
  | 'same-words'
  | 'speaker'
  | 'institution'
  | 'via'
  | 'held'
  | 'derived'
  | 'common-origin'
  | 'unknown'
  | 'beside';

/** A title in quotes, unless it is one already. */
export const inQuotes = (title: string): string => (/^[“"«]/.test(title) ? title : `“${title}”`);

const overlap = (p: { start: number; end: number }, q: { start: number; end: number }) =>
  p.start < q.end && q.start < p.end;
const standsIn = (one: Cited, side: Shared['sides'][number]) => one.articleId === side.articleId && overlap(one, side);

/** Whether an echo joins two citations: each has its words in another side of it. */
const links = ({ sides: [a, b] }: Shared, p: Cited, q: Cited) =>
  (standsIn(p, a) && standsIn(q, b)) || (standsIn(p, b) && standsIn(q, a));

const dated = (via: NonNullable<Cited['via']>) => via.name + (via.on ? `, ${sayDay(via.on)}` : '');

/** Same report: the dates are the same, or one of them is not known. */
const sameReport = (p: Cited['via'], q: Cited['via']) =>
  p !== null && q !== null && p.id === q.id && (p.on === q.on || p.on === null || q.on === null);

/** Whether the second stands in the very report that the first relays. */
const holds = ({ via }: Cited, { publisherId, published }: Cited) =>
  via !== null &&
  via.id === publisherId &&
  (via.on === null || published === null || (published.from <= via.on && via.on <= published.to));

const sameSpeaker = (p: Cited, q: Cited) => p.speaker !== null && p.speaker.id === q.speaker?.id;
const sameInstitution = (p: Cited, q: Cited) =>
  p.speaker?.unnamed === true && q.speaker?.unnamed === true && p.speaker.institution !== null
    ? p.speaker.institution.id === q.speaker.institution?.id
    : false;

function joinedByWords(p: Cited, q: Cited): Step | null {
  if (p.articleId !== q.articleId) return null;
  const own = (one: Cited) => one.speaker === null && one.via === null;
  if (own(p) && own(q)) return { code: 'same-article', words: `${inQuotes(p.title)} says it in its own voice.` };
  if (p.authorId !== q.authorId && overlap(p, q))
    return { code: 'same-words', words: 'Two analysts tagged the same words: one citation.' };
  return null;
}

const both = (p: Cited, q: Cited) => (p.articleId === q.articleId ? 'Both passages' : 'Both articles');

function joinedBySource(p: Cited, q: Cited): Step | null {
  if (sameSpeaker(p, q))
    return {
      code: 'speaker',
      words: `${both(p, q)} cite ${p.speaker!.name}.`,
    };
  if (sameReport(p.via, q.via))
    return { code: 'via', words: `${both(p, q)} relay ${dated(p.via!.on ? p.via! : q.via!)}.` };
  for (const [one, other] of [
    [p, q],
    [q, p],
  ] as const)
    if (one.articleId !== other.articleId && holds(one, other))
      return {
        code: 'held',
        words: `${inQuotes(one.title)} relays ${dated(one.via!)}, and ${inQuotes(other.title)} is that report.`,
      };
  return null;
}

function joinedByEcho(echo: Shared, p: Cited, q: Cited): Step | null {
  if ((echo.decision !== 'derived' && echo.decision !== 'common-origin') || !links(echo, p, q)) return null;
  const first = echo.from === q.articleId ? q : p;
  const decided = echo.decision === 'derived' ? `derived from ${inQuotes(first.title)}` : 'of common origin';
  return {
    code: echo.decision,
    words: `${inQuotes(p.title)} and ${inQuotes(q.title)} share ${echo.words} words; decided: ${decided}.`,
    echoId: echo.id,
  };
}

/** Sets of citations that are one, each with the steps that made it one. */
class Sets {
  private readonly of: number[];
  private readonly steps = new Map<number, Step[]>();
  constructor(private readonly citations: Cited[]) {
    this.of = citations.map((_, nth) => nth);
  }
  together = (i: number, j: number) => this.of[i] === this.of[j];
  members = (i: number) => this.citations.filter((_, nth) => this.of[nth] === this.of[i]);
  join(i: number, j: number, step: Step) {
    const [kept, given] = [Math.min(this.of[i]!, this.of[j]!), Math.max(this.of[i]!, this.of[j]!)];
    if (kept === given) return;
    this.steps.set(kept, [...(this.steps.get(kept) ?? []), ...(this.steps.get(given) ?? []), step]);
    for (const [nth, set] of this.of.entries()) if (set === given) this.of[nth] = kept;
  }
  all = () =>
    [...new Set(this.of)].map((set) => ({
      members: this.citations.filter((_, nth) => this.of[nth] === set),
      steps: this.steps.get(set) ?? [],
    }));
}

/** Whether somebody said of two unnamed sources, one in each set, that they differ. */
const differ = (p: Cited[], q: Cited[], different: Different[]) =>
  different.some(({ ids: [a, b] }) =>
    [
      [p, q],
      [q, p],
    ].some(
      ([one, other]) =>
        one!.some(({ speaker }) => speaker?.id === a) && other!.some(({ speaker }) => speaker?.id === b),
    ),
  );

/** The pairs of citations, the closer in order first. */
function* pairs(count: number): Generator<[number, number]> {
  for (let i = 0; i < count; i++) for (let j = i + 1; j < count; j++) yield [i, j];
}

/**
 * Joins citations that have one origin: by words of one article, by speaker and report, by echoes decided so, and last unnamed
 * sources of one institution, unless somebody said why two of them differ. Tells the undecided echoes that would join more.
 */
export function joining(citations: Cited[], echoes: Shared[], different: Different[]) {
  const sets = new Sets(citations);
  const each = (step: (p: Cited, q: Cited) => Step | null) => {
    for (const [i, j] of pairs(citations.length)) {
      const told = sets.together(i, j) ? null : step(citations[i]!, citations[j]!);
      if (told) sets.join(i, j, told);
    }
  };
  each(joinedByWords);
  each(joinedBySource);
  for (const echo of echoes) each((p, q) => joinedByEcho(echo, p, q));
  for (const [i, j] of pairs(citations.length)) {
    const [p, q] = [citations[i]!, citations[j]!];
    if (sets.together(i, j) || !sameInstitution(p, q) || differ(sets.members(i), sets.members(j), different)) continue;
    const { institution } = p.speaker!;
    const words = `Unnamed sources of ${institution!.name}: counted once until somebody says why they differ.`;
    sets.join(i, j, { code: 'institution', words });
  }
  return { groups: sets.all(), open: wouldJoin(sets, citations, echoes) };
}

function wouldJoin(sets: Sets, citations: Cited[], echoes: Shared[]): { echoId: string; words: string }[] {
  return echoes.flatMap((echo) => {
    if (echo.decision) return [];
    for (const [i, j] of pairs(citations.length)) {
      const [p, q] = [citations[i]!, citations[j]!];
      if (sets.together(i, j) || !links(echo, p, q)) continue;
      return [
        {
          echoId: echo.id,
          words: `${inQuotes(p.title)} and ${inQuotes(q.title)} share ${echo.words} words: undecided.`,
        },
      ];
    }
    return [];
  });
}
