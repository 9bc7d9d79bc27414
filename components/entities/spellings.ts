import type { QuotedTag } from '@/lib/highlights/highlight';

/** Mentions read at once. */
export const ALL_MENTIONS = 500;

/** One way of writing the name, and where it is written so. */
export interface Spelling {
  readonly name: string;
  readonly mentions: number;
  /** In the order in which they were first tagged; the words that open each. */
  readonly articles: readonly {
    readonly id: string;
    readonly title: string;
    readonly language: string | null;
    readonly highlightId: string;
  }[];
  /** How the entity knows it: its name, an alias, or only as cited. */
  readonly known: 'name' | 'alias' | 'cited';
}

const rank = { name: 0, alias: 1, cited: 2 };

/**
 * Every name of an entity with where it was seen, to the letter: typos are spellings too. Aliases that nobody has cited
 * stay in the list, without articles. The name first, then aliases, each by how often it is cited.
 */
export function spellingsOf(
  entity: { name: string; aliases: readonly string[] },
  mentions: readonly Pick<QuotedTag, 'nameAsCited' | 'highlightId' | 'article' | 'reviewState'>[],
): Spelling[] {
  const seen = new Map<string, { mentions: number; articles: Map<string, Spelling['articles'][number]> }>();
  for (const name of [entity.name, ...entity.aliases]) seen.set(name, { mentions: 0, articles: new Map() });
  for (const { nameAsCited, highlightId, article, reviewState } of mentions) {
    if (nameAsCited === null || reviewState === 'rejected') continue;
    const one = seen.get(nameAsCited) ?? { mentions: 0, articles: new Map() };
    one.mentions += 1;
    const { id, title, language } = article;
    if (!one.articles.has(id)) one.articles.set(id, { id, title, language, highlightId });
    seen.set(nameAsCited, one);
  }
  return [...seen]
    .map(([name, one]): Spelling => ({
      name,
      mentions: one.mentions,
      articles: [...one.articles.values()],
      known: name === entity.name ? 'name' : entity.aliases.includes(name) ? 'alias' : 'cited',
    }))
    .sort((a, b) => rank[a.known] - rank[b.known] || b.mentions - a.mentions || a.name.localeCompare(b.name, 'en'));
}
