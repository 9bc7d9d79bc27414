import type { Claim } from '@/lib/claims/claim';
import type { QuotedTag } from '@/lib/highlights/highlight';

const at = '2021-08-01T09:00:00.000Z';
const ines = { id: '01900000-0000-7000-8000-000000000001', name: 'Ines' };

type Given = Partial<Omit<QuotedTag, 'highlight' | 'article'>> & {
  highlight?: Partial<QuotedTag['highlight']>;
  article?: Partial<QuotedTag['article']>;
};

/** A citation as the API answers it, with what a test changes. */
export function quotedTag({ highlight, article, ...rest }: Given = {}): QuotedTag {
  const id = rest.id ?? 't1';
  return {
    id,
    highlightId: `h-${id}`,
    articleId: article?.id ?? 'a1',
    author: ines,
    entity: null,
    nameAsCited: null,
    claim: { id: 'c1', statement: 'It was banned.', status: 'draft' },
    stance: 'supports',
    confidence: null,
    note: null,
    speaker: null,
    via: null,
    denies: false,
    implied: false,
    impliedHow: null,
    reviewState: 'unreviewed',
    reviews: [],
    proposedBy: null,
    overtaken: [],
    openThreads: 0,
    version: 1,
    createdAt: at,
    ...rest,
    highlight: {
      id: `h-${id}`,
      articleId: article?.id ?? 'a1',
      articleVersion: 1,
      start: 10,
      end: 20,
      quote: 'was banned',
      prefix: 'The group ',
      suffix: ' in 2012.',
      translation: null,
      author: ines,
      orphaned: null,
      carried: null,
      openThreads: 0,
      version: 1,
      createdAt: at,
      ...highlight,
    },
    article: {
      id: 'a1',
      title: 'Border districts',
      kind: 'article',
      publisher: 'Radio North',
      publisherId: 'p1',
      reliability: null,
      published: { from: '2021-07-28', to: '2021-07-28', precision: 'day', estimated: false },
      url: 'https://example.org/a',
      language: null,
      sha256: 'ab'.repeat(32),
      retracted: false,
      ...article,
    },
  };
}

/** A claim as the API answers it. */
export const claimOf = (given: Partial<Claim> = {}): Claim => ({
  id: 'c1',
  projectId: 'p1',
  statement: 'The group was banned in 2012.',
  structure: { subject: null, predicate: null, object: null, value: null, reading: null, period: null, place: null },
  status: 'in-review',
  wording: 2,
  claimVersionId: 'v2',
  creator: ines,
  writer: ines,
  citations: { supports: 1, contradicts: 0, context: 0, accepted: 0, unreviewed: 1 },
  articleCount: 1,
  openObjections: 0,
  newSinceApproval: 0,
  merged: [],
  mergedInto: null,
  version: 3,
  createdAt: at,
  updatedAt: at,
  ...given,
});
