import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviewStates, type ReviewState } from '@/lib/agreement/standing';
import { stances } from '@/lib/claims/claim';
import { cited, claim, objection, PROJECT, ref } from './approval.fixtures';
import { basisOf, counts, type Basis, type CitedNow, type Now } from './basis';
import { newSince, staleness, type StaleReason } from './staleness';

const approve = (now: Now, needed = 1) => basisOf(now, needed);
const codes = (basis: Basis, now: Now) => staleness(basis, now).map((reason) => reason.code);
const changed = (now: Now, tagId: string, change: Partial<CitedNow>): Now => ({
  ...now,
  citations: now.citations.map((one) => (one.tagId === tagId ? { ...one, ...change } : one)),
});
const reworded = (now: Now, change: object, structure: object = {}): Now => ({
  ...now,
  wording: {
    ...now.wording,
    number: 2,
    claimVersionId: 'v2',
    ...change,
    structure: { ...now.wording.structure, ...structure },
  },
});

const citation = fc.record({
  tagId: fc.uuid(),
  stance: fc.constantFrom(...stances),
  state: fc.constantFrom(...reviewStates),
  here: fc.boolean(),
  lost: fc.option(fc.constant('gone')),
  retracted: fc.boolean(),
});
const claims = fc
  .uniqueArray(citation, { maxLength: 6, selector: (one) => one.tagId })
  .map((citations) => claim({ citations: citations.map(({ tagId, ...change }) => cited(tagId, change)) }));

describe('an approval holds', () => {
  it('over the state that it was given on, whatever that was', () => {
    fc.assert(
      fc.property(claims, (now) => {
        expect(codes(approve(now), now)).toEqual([]);
      }),
    );
  });

  it('when support comes, or the words stand elsewhere in a corrected text, and says how many are new', () => {
    const support = fc.constantFrom<ReviewState>('accepted', 'unreviewed');
    fc.assert(
      fc.property(claims, fc.array(support, { maxLength: 4 }), fc.boolean(), (now, states, moves) => {
        const basis = approve(now);
        const later: Now = {
          ...now,
          citations: [
            ...now.citations.map((one) => (moves ? { ...one, sha256: 'bb' } : one)),
            ...states.map((state, index) => cited(`new-${index}`, { state })),
          ],
        };
        expect(codes(basis, later)).toEqual([]);
        expect(newSince(basis, later)).toEqual({
          supporting: states.length,
          moved: moves ? basis.citations.length : 0,
        });
      }),
    );
  });

  it('when what comes counts for nothing: context, or a contradiction that is contested, rejected, sent back or lost', () => {
    const now = claim();
    const basis = approve(now);
    const added = (change: Partial<CitedNow>) => ({ ...now, citations: [...now.citations, cited('x', change)] });
    expect(codes(basis, added({ stance: 'context' }))).toEqual([]);
    for (const state of ['contested', 'rejected', 'needs-work'] as const)
      expect(codes(basis, added({ stance: 'contradicts', state }))).toEqual([]);
    expect(codes(basis, added({ stance: 'contradicts', lost: 'deleted' }))).toEqual([]);
    expect(codes(basis, added({ stance: 'contradicts', here: false }))).toEqual([]);
  });

  it('when a contradiction that the approver saw is accepted, or an article known as retracted stays so', () => {
    const seen = cited('x', { stance: 'contradicts', state: 'unreviewed' });
    const now = claim({ citations: [cited('a', { retracted: true }), seen] });
    expect(codes(approve(now), changed(now, 'x', { state: 'accepted' }))).toEqual([]);
  });

  it('when somebody renames what it names', () => {
    const now = claim();
    const renamed = { subject: { id: 'e1', type: 'organisation', name: 'The town council' } };
    expect(codes(approve(now), reworded(now, { number: 1 }, renamed))).toEqual([]);
  });
});

describe('an approval is taken away', () => {
  const now = claim();
  const basis = approve(now);

  const says = (said: string) => ({ said, quote: null, language: null });
  const quotes = (said: string, quote: string) => ({ said, quote, language: 'en' });

  it.each<[code: string, after: Now, what: Partial<StaleReason>]>([
    ['wording', reworded(now, { statement: 'It met.' }), { before: says('The council met.'), after: says('It met.') }],
    ['structure', reworded(now, {}, { predicate: 'sat' }), { before: says('met'), after: says('sat') }],
    ['structure', reworded(now, {}, { value: '3' }), { before: null, after: says('3') }],
    ['structure', reworded(now, {}, { period: null }), { before: says('1 Jul 2021 or later'), after: null }],
    ['citation-changed', changed(now, 'a', { stance: 'contradicts' }), { before: quotes('supports', 'words of a') }],
    ['citation-changed', changed(now, 'a', { quote: 'other words' }), { after: quotes('supports', 'other words') }],
    [
      'citation-changed',
      changed(now, 'a', { speaker: ref('mayor') }),
      { after: quotes('supports, said by mayor', 'words of a') },
    ],
    ['citation-changed', changed(now, 'a', { confidence: 10, state: 'unreviewed' }), {}],
    ['citation-unreviewed', changed(now, 'a', { state: 'unreviewed' }), {}],
    ['citation-rejected', changed(now, 'a', { state: 'rejected' }), {}],
    ['citation-sent-back', changed(now, 'a', { state: 'needs-work' }), {}],
    ['citation-contested', changed(now, 'a', { state: 'contested' }), {}],
    ['citation-deleted', changed(now, 'a', { here: false }), { before: quotes('supports', 'words of a'), after: null }],
    ['citation-deleted', { ...now, citations: [cited('b')] }, { after: null }],
    [
      'words-lost',
      changed(now, 'a', { lost: 'The passage was rewritten.' }),
      { words: 'A citation lost its words. The passage was rewritten.', after: null },
    ],
    [
      'new-contradiction',
      { ...now, citations: [...now.citations, cited('x', { stance: 'contradicts', state: 'unreviewed' })] },
      { before: null, after: quotes('contradicts', 'words of x') },
    ],
    ['objection', { ...now, objections: [objection] }, { before: null, after: says('No.') }],
  ])('by %s', (code, after, what) => {
    const reasons = staleness(basis, after);
    expect(reasons.map((reason) => reason.code)).toEqual([code]);
    expect(reasons[0]).toMatchObject(what);
    expect(reasons[0]!.href).toContain(`/projects/${PROJECT}/`);
    expect(codes(basis, now)).toEqual([]);
  });

  it('by the retraction of an article, said once however many citations stand in it', () => {
    const retracted = claim({ citations: [cited('a', { retracted: true }), cited('b', { retracted: true })] });
    expect(codes(basis, retracted)).toEqual(['article-retracted']);
  });

  it('once for each citation, and once for each other thing', () => {
    let after = changed(changed(now, 'a', { here: false }), 'b', { state: 'rejected', retracted: true });
    after = reworded(
      { ...after, objections: [objection] },
      { statement: 'No.' },
      { place: { id: 'x', type: 'place', name: 'X' } },
    );
    expect(codes(basis, after)).toEqual([
      'wording',
      'structure',
      'citation-deleted',
      'citation-rejected',
      'article-retracted',
      'objection',
    ]);
  });

  it('never by what the approval did not rest on', () => {
    fc.assert(
      fc.property(claims, fc.constantFrom(...reviewStates), (given, state) => {
        const rests = approve(given);
        const named = new Set(rests.citations.map((one) => one.tagId));
        const others = given.citations.filter((one) => !named.has(one.tagId) && one.stance !== 'contradicts');
        const after = others.reduce(
          (at, one) => changed(at, one.tagId, { state, quote: 'x', here: true, lost: null }),
          given,
        );
        expect(codes(rests, after)).toEqual([]);
      }),
    );
  });
});

describe('what an approval rests on', () => {
  it('is what was accepted, in the same order whatever the order it came in', () => {
    fc.assert(
      fc.property(claims, (now) => {
        const basis = approve(now);
        expect(approve({ ...now, citations: [...now.citations].reverse() })).toEqual(basis);
        const accepted = now.citations.filter((one) => counts(one) && one.state === 'accepted');
        expect(basis.citations.map((one) => one.tagId).sort()).toEqual(accepted.map((one) => one.tagId).sort());
        expect(JSON.stringify(basis)).not.toMatch(/authorId|"state"|"here"|"language"|"lost"/);
      }),
    );
  });
});
