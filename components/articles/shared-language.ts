/** The language of articles that are all in one; null where they are in several, or nobody said it of all. */
export function sharedLanguage(articles: readonly { readonly language: string | null }[]): string | null {
  const language = articles[0]?.language ?? null;
  return articles.every((article) => article.language === language) ? language : null;
}
