'use client';
import { Chip } from '@/components/ui/chip';
import { useSearchFilters } from '@/components/ui/use-search-filters';
import { articleStates, type ArticleState } from '@/lib/articles/article';
import { stateWords } from './article-states';

/** How far the work on an article is, as the address asks for it. */
export function useArticleState() {
  const { values, set } = useSearchFilters(['state']);
  const state = articleStates.find((one) => one === values.state);
  return { state, set: (next: ArticleState | null) => set({ state: next }) };
}

/** Which articles are listed; it stands in the address. */
export function ArticleFilters() {
  const { state, set } = useArticleState();
  return (
    <>
      {articleStates.map((one) => (
        <Chip key={one} pressed={one === state} onClick={() => set(one === state ? null : one)}>
          {stateWords[one]}
        </Chip>
      ))}
    </>
  );
}
