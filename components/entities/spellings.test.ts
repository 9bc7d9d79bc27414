import { expect, it } from 'vitest';
import { spellingsOf } from './spellings';

const mention = (nameAsCited: string | null, articleId: string, reviewState: 'accepted' | 'rejected' = 'accepted') => ({
  nameAsCited,
  highlightId: `h-${nameAsCited}-${articleId}`,
  reviewState,
  article: {
    id: articleId,
    title: `Article ${articleId}`,
    kind: 'article' as const,
    publisher: null,
    publisherId: null,
    reliability: null,
    published: null,
    url: null,
    language: null,
    sha256: '',
    retracted: false,
  },
});

it('says where each spelling was seen, typos too, and which alias nobody has cited', () => {
  const entity = { name: 'Mahdi Arsalon', aliases: ['M. Arsalon', 'Mahdi Arsalan'] };
  const spellings = spellingsOf(entity, [
    mention('Mahdi Arsalan', 'a'),
    mention('Mahdi Arsalan', 'a'),
    mention('Mahdi Arsalan', 'b'),
    mention('Mahdi Aralson', 'b'),
    mention('Mahdi Arsalon', 'b'),
    mention('Somebody else', 'b', 'rejected'),
    mention(null, 'b'),
  ]);
  expect(spellings.map(({ name, mentions, known, articles }) => [name, mentions, known, articles.length])).toEqual([
    ['Mahdi Arsalon', 1, 'name', 1],
    ['Mahdi Arsalan', 3, 'alias', 2],
    ['M. Arsalon', 0, 'alias', 0],
    ['Mahdi Aralson', 1, 'cited', 1],
  ]);
  expect(spellings[1]!.articles[0]).toEqual({
    id: 'a',
    title: 'Article a',
    language: null,
    highlightId: 'h-Mahdi Arsalan-a',
  });
});
