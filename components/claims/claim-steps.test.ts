import { describe, expect, it } from 'vitest';
import type { ClaimStatus } from '@/lib/claims/claim';
import { stepsFor } from './claim-steps';

const viewer = { submit: false, review: false, reopen: false };
const analyst = { submit: true, review: false, reopen: true };
const reviewer = { submit: true, review: true, reopen: true };
const ids = (status: ClaimStatus, may = reviewer, missing = 0) => stepsFor(status, may, missing).map(({ id }) => id);

describe('stepsFor', () => {
  it.each<[ClaimStatus, string[], string[]]>([
    ['draft', ['submit'], ['submit']],
    ['in-review', ['reopen'], ['approve', 'send-back', 'propose', 'reject', 'reopen']],
    ['approved', [], []],
    ['rejected', ['submit', 'reopen'], ['submit', 'reopen']],
    ['stale', ['reopen'], ['still-holds', 'send-back', 'propose', 'reopen']],
  ])('offers, in %s, an analyst %j and a reviewer %j', (status, own, theirs) => {
    expect(ids(status, analyst)).toEqual(own);
    expect(ids(status, reviewer)).toEqual(theirs);
    expect(ids(status, viewer)).toEqual([]);
  });

  it('shows an approval as blocked while something is missing', () => {
    const approve = (missing: number) => stepsFor('in-review', reviewer, missing).find(({ id }) => id === 'approve');
    expect(approve(1)).toMatchObject({ blocked: true });
    expect(approve(0)).toMatchObject({ blocked: false });
  });

  it('asks for words only where something is turned down', () => {
    expect(stepsFor('in-review', reviewer, 0).flatMap(({ id, reason }) => (reason ? [id] : []))).toEqual([
      'send-back',
      'propose',
      'reject',
    ]);
  });
});
