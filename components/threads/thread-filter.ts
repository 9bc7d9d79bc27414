import type { z } from 'zod';
import { subjectTypes, type SubjectType, type threadFilter } from '@/lib/threads/thread';

type Filter = Partial<
  Pick<
    z.input<typeof threadFilter>,
    'state' | 'mine' | 'objections' | 'mentions' | 'waitsFor' | 'subjectType' | 'subjectId'
  >
>;
export type Which = 'open' | 'closed' | 'all';
export const threadFilterNames = [
  'state',
  'mine',
  'objections',
  'mentions',
  'waits',
  'on',
  'article',
  'claim',
] as const;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What threads may be on, in the order in which the work meets it. */
export const kindWords: Record<SubjectType, string> = {
  article: 'Article',
  highlight: 'Highlight',
  tag: 'Tag',
  entity: 'Entity',
  claim: 'Claim',
  question: 'Question',
};

const isKind = (on: string): on is SubjectType => subjectTypes.some((type) => type === on);

/** One article or claim with what lies below it, or everything of a kind. */
function subjectOf({ on, article, claim }: Record<'on' | 'article' | 'claim', string>): Filter {
  if (article) return { subjectType: 'article', subjectId: article };
  if (claim) return { subjectType: 'claim', subjectId: claim };
  return isKind(on) ? { subjectType: on } : {};
}

/** What the address asks for: open threads unless it says otherwise. */
export function filterOf(values: Record<(typeof threadFilterNames)[number], string>): { which: Which; filter: Filter } {
  const { state, mine, objections, mentions, waits } = values;
  const which: Which = state === 'closed' || state === 'all' ? state : 'open';
  return {
    which,
    filter: {
      ...(which === 'all' ? {} : { state: which }),
      ...(mine === 'started' || mine === 'took-part' ? { mine } : {}),
      ...(objections === 'open' ? { objections } : {}),
      ...(mentions === 'me' ? { mentions } : {}),
      ...(ID.test(waits) ? { waitsFor: waits } : {}),
      ...subjectOf(values),
    },
  };
}
