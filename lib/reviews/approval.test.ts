import { describe, expect, it } from 'vitest';
import { claimStatuses, type ClaimStatus } from '@/lib/claims/claim';
import { countedAccepts, drift, missingFor, type Accept } from './approval';
import { cited, claim, objection, RITA } from './approval.fixtures';
import { basisOf, type Basis, type CitedNow, type Now } from './basis';

const approve = (now: Now, needed = 1) => basisOf(now, needed);
const changed = (now: Now, tagId: string, change: Partial<CitedNow>): Now => ({
  ...now,
  citations: now.citations.map((one) => (one.tagId === tagId ? { ...one, ...change } : one)),
});

describe('which accepts count', () => {
  const said = (id: string, reviewerId: string, verdict: string) => ({
    id,
    reviewerId,
    verdict,
    basis: verdict === 'accept' ? approve(claim()) : null,
  });
  const counted = (...verdicts: ReturnType<typeof said>[]) => countedAccepts(verdicts).map((accept) => accept.id);

  it('is each reviewer’s latest since the last verdict against it', () => {
    expect(counted(said('1', 'a', 'accept'), said('2', 'b', 'accept'))).toEqual(['1', '2']);
    expect(counted(said('1', 'a', 'accept'), said('2', 'b', 'accept'), said('3', 'a', 'accept'))).toEqual(['2', '3']);
    expect(counted(said('1', 'a', 'accept'), said('2', 'b', 'reject'))).toEqual([]);
    expect(counted(said('1', 'a', 'accept'), said('2', 'b', 'needs-work'), said('3', 'b', 'accept'))).toEqual(['3']);
    expect(counted()).toEqual([]);
  });
});

describe('where a claim goes', () => {
  const accept = (reviewerId: string, basis: Basis): Accept => ({ id: reviewerId, reviewerId, basis });
  const going = (status: ClaimStatus, now: Now, ...accepts: Accept[]) => drift({ ...now, status }, accepts);
  const good = claim();
  const bad = { ...good, objections: [objection] };

  it('is stale from approved and back, and nowhere from anywhere else', () => {
    const rita = accept(RITA, approve(good));
    const table = Object.fromEntries(
      claimStatuses.map((status) => [status, [going(status, good, rita), going(status, bad, rita)]]),
    );
    expect(table).toEqual({
      draft: [null, null],
      'in-review': [null, null],
      approved: [null, 'go-stale'],
      rejected: [null, null],
      stale: ['recover', null],
    });
  });

  it('needs as many accepts that hold as the project asked for when the last was given', () => {
    const two = (reviewerId: string) => accept(reviewerId, approve(good, 2));
    expect(going('approved', good, two('a'), two('b'))).toBeNull();
    const later = { ...good, citations: [...good.citations, cited('x')] };
    const onMore = accept('b', approve(later, 2));
    expect(going('approved', changed(later, 'x', { state: 'rejected' }), two('a'), onMore)).toBe('go-stale');
    expect(going('stale', later, two('a'), onMore)).toBe('recover');
    // Of two approvals one was taken back: the other alone is not enough.
    expect(going('stale', good, two('a'))).toBeNull();
    // Approved when one was enough; the project asks for two since.
    expect(going('approved', good, accept('a', approve(good, 1)))).toBeNull();
  });

  it('says nothing of a claim that nobody accepted', () => {
    expect(going('approved', bad)).toBeNull();
    expect(going('stale', good)).toBeNull();
  });
});

describe('what is missing', () => {
  const rita = { userId: RITA, reviews: true };
  const missing = (change: Partial<Now>, who = rita, accepts: Accept[] = []) =>
    missingFor(who, claim({ status: 'in-review', ...change }), accepts).map((one) => one.code);

  it('is nothing for a reviewer who has no part in it', () => {
    expect(missing({})).toEqual([]);
    expect(missing({ status: 'stale' })).toEqual([]);
  });

  it.each<[codes: string[], change: Partial<Now>, who?: typeof rita]>([
    [['not-submitted'], { status: 'draft' }],
    [['approved'], { status: 'approved' }],
    [['rejected'], { status: 'rejected' }],
    [['role'], {}, { userId: RITA, reviews: false }],
    [['own-wording'], { writerId: RITA }],
    [['own-claim'], { creatorId: RITA }],
    [['own-citation'], { citations: [cited('a', { authorId: RITA })] }],
    [['own-citation'], { citations: [cited('a', { authorId: RITA }), cited('b', { state: 'contested' })] }],
    [[], { citations: [cited('a', { authorId: RITA }), cited('b')] }],
    [['no-supporting-citation'], { citations: [] }],
    [['no-supporting-citation'], { citations: [cited('a', { state: 'unreviewed' })] }],
    [['no-supporting-citation'], { citations: [cited('a', { state: 'contested' })] }],
    [['no-supporting-citation'], { citations: [cited('a', { stance: 'contradicts' })] }],
    [['no-supporting-citation'], { citations: [cited('a', { lost: 'gone' })] }],
    [['open-objection', 'open-objection'], { objections: [objection, { ...objection, id: 'o2' }] }],
    [
      ['not-submitted', 'own-wording', 'own-claim', 'no-supporting-citation', 'open-objection'],
      { status: 'draft', writerId: RITA, creatorId: RITA, citations: [], objections: [objection] },
    ],
  ])('%s', (codes, change, who) => expect(missing(change, who)).toEqual(codes));

  it('is another reviewer when one has accepted already, until that does not hold any more', () => {
    const now = claim({ status: 'in-review' });
    const accepts = [{ id: '1', reviewerId: RITA, basis: approve(now, 2) }];
    expect(missing({}, rita, accepts)).toEqual(['accepted']);
    expect(missing({}, { userId: 'lena', reviews: true }, accepts)).toEqual([]);
    expect(missing({ citations: [cited('b')] }, rita, accepts)).toEqual([]);
  });

  it('leads to where it can be mended', () => {
    const onTag = { ...objection, tagId: 'a' };
    const now = claim({ status: 'draft', objections: [objection, onTag] });
    expect(missingFor(rita, now, []).map((one) => one.href)).toEqual([
      '/projects/p/claims/c',
      '/projects/p/claims/c?thread=t#comment-o',
      '/projects/p/articles/article?highlight=h-a&thread=t#comment-o',
    ]);
  });

  it('counts the support that waits for a review', () => {
    const waiting = claim({ citations: [cited('a', { state: 'unreviewed' }), cited('b', { state: 'unreviewed' })] });
    expect(missingFor(rita, { ...waiting, status: 'in-review' }, [])[0]!.words).toMatch(/2 wait/);
  });
});
