'use client';
import { useSearchFilters } from '@/components/ui/use-search-filters';
import { agreementQuestions, type AgreementQuestion } from '@/lib/agreement/questions';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const known = (value: string) => (ID.test(value) ? value : undefined);

/** What is compared and which differences are listed, as it stands in the address. */
export function useAgreementFilters() {
  const filters = useSearchFilters(['article', 'a', 'b', 'type', 'question']);
  const { article, a, b, type, question } = filters.values;
  const analysts = [known(a), known(b)].filter((id) => id !== undefined);
  const narrowing = {
    articleIds: known(article),
    analystIds: analysts.length > 0 ? analysts.join(',') : undefined,
    type: type || undefined,
  };
  return {
    ...filters,
    narrowing,
    question: agreementQuestions.find((one) => one === question),
    narrowed: Object.values(narrowing).some((value) => value !== undefined),
    ask: (question: AgreementQuestion | null) => filters.set({ question }),
    clear: () => filters.set({ article: null, a: null, b: null, type: null, question: null }),
  };
}
export type AgreementFilterSet = ReturnType<typeof useAgreementFilters>;
