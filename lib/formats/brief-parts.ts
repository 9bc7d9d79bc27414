import { changeGroups, saySince, tallyChanges, type ChangeItem } from './changes';
import { sayDay } from './chicago';
import type { ExportAnswer, ExportClaim, ExportSnapshot } from './export';
import { GRADES_METHOD } from './grading';
import { sayTlp } from './marking';

// What a brief is put together from besides its claims, whether these are all at hand or told one by one.

/** What a brief says before and after its claims. */
export interface BriefHead {
  readonly title: string;
  /** Of an export of what changed: since when, and what became of which claim. */
  readonly changes: {
    readonly since: string;
    readonly groups: readonly { readonly heading: string; readonly items: readonly ChangeItem[] }[];
  } | null;
  /** What stands in the place of key judgements where there are none. */
  readonly none: string;
  /** Who may read it, where that was said. */
  readonly marking: string | null;
  readonly summary: string;
  readonly method: readonly string[];
}

/** A question that claims answer. */
export interface Heading {
  readonly text: string;
  /** Whether it is settled, and what the team judges. */
  readonly standing: string;
  readonly judgement: { readonly says: string; readonly text: string } | null;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const METHOD = [
  'Approval means that the team stands by the record: the wording, the citations and the stated likelihood. It does not mean that a claim is true.',
  'Likelihood uses the seven terms of ICD 203, whose ranges are given in per cent. Analytic confidence is a separate judgment of the basis.',
  'Quotes are exact; the notes name the version of the text that they were taken from by its SHA-256.',
];

const isGraded = ({ credibility, citations }: ExportClaim): boolean =>
  [credibility, ...citations.flatMap((one) => [one.reliability, one.credibility])].some((one) => one !== null);

/** Claims, or what stands for them, under the first question that they answer; one that answers several stands there alone. */
export function grouping<T>() {
  const groups = new Map<string, { question: ExportAnswer | null; claims: T[] }>();
  return {
    add({ answers }: ExportClaim, one: T) {
      const question = answers[0] ?? null;
      const group = groups.get(question?.id ?? '') ?? { question, claims: [] };
      group.claims.push(one);
      groups.set(question?.id ?? '', group);
    },
    /** In the order in which they were asked, what answers none last. */
    all() {
      const asked = [...groups].filter(([id]) => id !== '').sort(([a], [b]) => (a < b ? -1 : 1));
      return [...asked.map(([, group]) => group), ...(groups.has('') ? [groups.get('')!] : [])];
    },
  };
}

export function headingOf(question: ExportAnswer | null): Heading | null {
  if (!question) return null;
  const { text, state, judgement } = question;
  return {
    text,
    standing: state === 'open' ? 'This question is not settled.' : 'This question is settled.',
    judgement: judgement && {
      says: `Judgement by ${judgement.by.name} on ${sayDay(judgement.at)}:`,
      text: judgement.text,
    },
  };
}

/** What there is to know of the claims of a brief before any is told. */
export function knowing() {
  const [articles, statements] = [new Set<string>(), new Map<string, string>()];
  let [claims, citations, graded] = [0, 0, false];
  const learn = (claim: ExportClaim, { changes }: ExportSnapshot['meta']) => {
    claims += 1;
    citations += claim.citations.length;
    graded ||= isGraded(claim);
    for (const { articleId } of claim.citations) articles.add(articleId);
    if (changes) statements.set(claim.id, claim.statement);
  };
  const head = ({ project, changes, marking }: ExportSnapshot['meta']): BriefHead => ({
    title: `${project.name}: ${changes ? 'what changed' : 'approved claims'}`,
    changes: changes
      ? { since: `${saySince(changes.since)}: ${tallyChanges(changes)}`, groups: changeGroups(changes, statements) }
      : null,
    none: changes ? 'No claim is new or changed.' : 'No claim is approved yet.',
    marking: marking ? sayTlp(marking) : null,
    summary: `${count(claims, 'approved claim')}, ${count(citations, 'citation')} from ${count(articles.size, 'article')}.`,
    method: graded ? [...METHOD, GRADES_METHOD] : METHOD,
  });
  return { learn, head };
}
