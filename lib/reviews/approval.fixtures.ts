import type { CitedNow, Now } from './basis';

export const PROJECT = 'p';
export const RITA = 'rita';
export const ref = (id: string) => ({ id, name: id });

export const cited = (tagId: string, change: Partial<CitedNow> = {}): CitedNow => ({
  tagId,
  contentVersion: 1,
  stance: 'supports',
  quote: `words of ${tagId}`,
  confidence: null,
  note: null,
  speaker: null,
  via: null,
  denies: false,
  implied: false,
  impliedHow: null,
  highlightId: `h-${tagId}`,
  articleId: 'article',
  sha256: 'aa',
  language: 'en',
  retracted: false,
  authorId: 'ana',
  here: true,
  lost: null,
  state: 'accepted',
  ...change,
});

export const claim = (change: Partial<Now> = {}): Now => ({
  projectId: PROJECT,
  claimId: 'c',
  status: 'approved',
  creatorId: 'ana',
  writerId: 'ana',
  wording: {
    number: 1,
    claimVersionId: 'v1',
    statement: 'The council met.',
    structure: {
      subject: { id: 'e1', type: 'organisation', name: 'The council' },
      predicate: 'met',
      object: null,
      value: null,
      reading: null,
      period: { from: '2021-07-01', to: null, starts: false, ends: false, note: null, saidOn: null },
      place: null,
    },
  },
  citations: [cited('a'), cited('b')],
  objections: [],
  ...change,
});

export const objection = { id: 'o', threadId: 't', tagId: null, author: ref('otto'), text: 'No.' };
