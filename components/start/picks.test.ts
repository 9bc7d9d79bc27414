import { describe, expect, it } from 'vitest';
import { claimOf } from '@/components/claims/quoted-tag.fixtures';
import type { Article } from '@/lib/articles/article';
import { articleToRead, disputed } from './picks';

const citations = (supports: number, contradicts: number) => ({
  supports,
  contradicts,
  context: 0,
  accepted: 0,
  unreviewed: 0,
});

describe('disputed', () => {
  it('takes the claim with most open objections, then the one with evidence on both sides', () => {
    const quiet = claimOf({ id: 'quiet', citations: citations(9, 0) });
    const both = claimOf({ id: 'both', citations: citations(3, 1) });
    const objected = claimOf({ id: 'objected', openObjections: 1 });
    expect(disputed([quiet, both, objected])?.id).toBe('objected');
    expect(disputed([quiet, both])?.id).toBe('both');
    expect(disputed([quiet])).toBeNull();
    expect(disputed([])).toBeNull();
  });

  it('leaves out what was rejected, and takes the first of equals', () => {
    const over = claimOf({ id: 'over', status: 'rejected', openObjections: 3 });
    const [first, second] = [claimOf({ id: 'a', status: 'stale' }), claimOf({ id: 'b', status: 'stale' })];
    expect(disputed([over, first, second])?.id).toBe('a');
  });
});

const article = (id: string, tags: number, unreviewed: number, retracted: Article['retracted'] = null) =>
  ({ id, retracted, counts: { highlights: tags, tags, unreviewed } }) as Article;

describe('articleToRead', () => {
  it('takes the one with most to review, else the one least worked on', () => {
    expect(articleToRead([article('a', 5, 1), article('b', 9, 4), article('c', 0, 0)])?.id).toBe('b');
    expect(articleToRead([article('a', 5, 0), article('b', 2, 0), article('c', 2, 0)])?.id).toBe('b');
    expect(articleToRead([])).toBeNull();
  });

  it('never a retracted one', () => {
    expect(articleToRead([article('a', 0, 9, { at: '', reason: '' })])).toBeNull();
  });
});
