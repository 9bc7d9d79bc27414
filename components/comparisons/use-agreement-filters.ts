'use client';
import { useSearchFilters } from '@/components/ui/use-search-filters';
import { agreementQuestions, type AgreementQuestion } from '@/lib/agreement/questions';
import type { RoundMoment } from '@/lib/comparisons/comparison';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const known = (value: string) => (ID.test(value) ? value : undefined);

/** What is compared and which differences are listed, as it stands in the address. */
export function useAgreementFilters() {
  const filters = useSearchFilters(['round', 'at', 'article', 'a', 'b', 'type', 'question']);
  const { round, at, article, a, b, type, question } = filters.values;
  const moment: RoundMoment = at === 'reveal' ? 'reveal' : 'now';
  const analysts = [known(a), known(b)].filter((id) => id !== undefined);
  const roundId = known(round);
  const narrowed = {
    articleIds: known(article),
    analystIds: analysts.length > 0 ? analysts.join(',') : undefined,
    type: type || undefined,
  };
  return {
    ...filters,
    roundId,
    moment,
    /** The same choice of another moment of the round. */
    narrowingAt: (at: RoundMoment) => ({ ...narrowed, ...(roundId ? { roundId, at } : {}) }),
    narrowing: { ...narrowed, ...(roundId ? { roundId, at: moment } : {}) },
    question: agreementQuestions.find((one) => one === question),
    narrowed: Object.values(narrowed).some((value) => value !== undefined),
    ask: (question: AgreementQuestion | null) => filters.set({ question }),
    clear: () => filters.set({ article: null, a: null, b: null, type: null, question: null }),
  };
}
export type AgreementFilterSet = ReturnType<typeof useAgreementFilters>;
