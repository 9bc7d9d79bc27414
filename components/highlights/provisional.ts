import type { Person } from '@/lib/core/words';
import type { Highlight, Tag } from '@/lib/highlights/highlight';
import { confidenceIn, type Draft, type Target } from './draft';

// A write under way looks like what it will become, with version 0 and its key for an id: drawn at once, never kept.

const newId = (key: string) => `new-${key}`;

function entityOf(target: Target | null): Tag['entity'] {
  if (target?.kind === 'entity') return target.entity;
  return target?.kind === 'new-entity' ? { id: '', type: target.type, name: target.name } : null;
}

function claimOf(target: Target | null): Tag['claim'] {
  if (target?.kind === 'claim') return { id: target.id, statement: target.statement, status: 'draft' };
  return target?.kind === 'new-claim' ? { id: '', statement: target.statement, status: 'draft' } : null;
}

function speakerOf({ speaker }: Draft): Tag['speaker'] {
  if (speaker.kind === 'entity') return speaker.entity;
  return speaker.kind === 'new' ? { id: '', type: speaker.type, name: speaker.name } : null;
}

function tagUnderWay(draft: Draft, me: Person, articleId: string): Tag | null {
  if (!draft.target) return null;
  const claim = claimOf(draft.target);
  return {
    id: newId(draft.key),
    highlightId: newId(draft.key),
    articleId,
    author: me,
    entity: entityOf(draft.target),
    nameAsCited: claim ? null : draft.quote,
    claim,
    stance: claim ? draft.stance : null,
    confidence: confidenceIn(draft),
    note: draft.note || null,
    speaker: claim ? speakerOf(draft) : null,
    via: claim && draft.via ? { ...draft.via, on: draft.viaOn || null } : null,
    denies: draft.denies,
    implied: draft.implied,
    impliedHow: draft.impliedHow || null,
    reviewState: 'unreviewed',
    reviews: [],
    proposedBy: null,
    overtaken: [],
    openThreads: 0,
    version: 0,
    createdAt: '',
  };
}

/** The highlight that a draft will be, for the time until the server has answered. */
export function underWay(draft: Draft, me: Person, articleId: string, articleVersion: number): Highlight {
  const tag = tagUnderWay(draft, me, articleId);
  return {
    id: newId(draft.key),
    articleId,
    articleVersion,
    start: draft.start,
    end: draft.end,
    quote: draft.quote,
    prefix: '',
    suffix: '',
    translation: null,
    author: me,
    orphaned: null,
    carried: null,
    tags: tag ? [tag] : [],
    openThreads: 0,
    version: 0,
    createdAt: '',
  };
}
