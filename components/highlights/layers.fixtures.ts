import type { Highlight, Tag } from '@/lib/highlights/highlight';

export const ana = { id: 'u-ana', name: 'Ana' };
export const otto = { id: 'u-otto', name: 'Otto' };

let count = 0;
const next = () => `00000000-0000-7000-8000-${String((count += 1)).padStart(12, '0')}`;

/** A mention of a person; turn it into a citation with `claim`, `stance` and `entity: null`. */
export function aTag(change: Partial<Tag> = {}): Tag {
  return {
    id: next(),
    highlightId: 'h',
    articleId: 'a',
    author: ana,
    entity: { id: 'e-mahdi', type: 'person', name: 'Mahdi Arsalon' },
    nameAsCited: 'Arsalon',
    claim: null,
    stance: null,
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
    createdAt: '2026-11-23T22:00:00.000Z',
    ...change,
  };
}

export function aCitation(change: Partial<Tag> = {}): Tag {
  const claim = { id: 'c-districts', statement: 'He answers for five districts.', status: 'draft' as const };
  return aTag({ entity: null, nameAsCited: null, claim, stance: 'supports', ...change });
}

export function aHighlight(
  start: number,
  end: number,
  tags: readonly Tag[],
  change: Partial<Highlight> = {},
): Highlight {
  const id = next();
  return {
    id,
    articleId: 'a',
    articleVersion: 1,
    start,
    end,
    quote: 'x'.repeat(end - start),
    prefix: '',
    suffix: '',
    translation: null,
    author: ana,
    orphaned: null,
    carried: null,
    tags: tags.map((tag) => ({ ...tag, highlightId: id })),
    openThreads: 0,
    version: 1,
    createdAt: '2026-11-23T22:00:00.000Z',
    ...change,
  };
}

export function aReview(reviewer: { id: string; name: string }): Tag['reviews'][number] {
  const at = '2026-11-23T22:00:00.000Z';
  return { id: next(), reviewer, verdict: 'accept', reason: null, proposal: null, reply: null, version: 1, at };
}
