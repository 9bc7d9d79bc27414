'use client';
import { useSuggesting } from '@/components/highlights/use-suggesting';
import { useSuggestionKeys } from '@/components/highlights/use-suggestion-keys';
import { useSuggestions } from '@/components/highlights/use-suggestions';
import type { Article } from '@/lib/articles/article';
import { useSuggested } from './use-suggested';

interface SuggestedProps {
  article: Article;
  mayWrite: boolean;
}

/** What is suggested in the article: found, drawn, walked through. A component of its own, so that the page does not render with it. */
export function Suggested({ article, mayWrite }: SuggestedProps) {
  const [wanted] = useSuggesting();
  const enabled = mayWrite && wanted === true;
  useSuggestions(article, enabled);
  useSuggestionKeys(enabled);
  useSuggested();
  return null;
}
