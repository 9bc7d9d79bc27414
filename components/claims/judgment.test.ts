import { describe, expect, it } from 'vitest';
import { assessmentInput, type Assessment } from '@/lib/claims/claim';
import { bandIn, bodyOf, judgmentOf, likelihoodWords, noJudgment, percentFault } from './judgment';

const saved: Assessment = {
  id: 'x',
  claimId: 'c1',
  analyst: { id: 'u1', name: 'Ines' },
  likelihood: null,
  band: 'likely',
  analyticConfidence: 'low',
  rationale: 'Two accounts.',
  wording: 1,
  version: 1,
  updatedAt: '2021-08-01T00:00:00.000Z',
};

describe('a judgment', () => {
  it('comes back as it was stated: a word as a word, a number as a number', () => {
    expect(bodyOf(judgmentOf(saved))).toEqual({
      likelihood: 'likely',
      analyticConfidence: 'low',
      rationale: 'Two accounts.',
    });
    expect(bodyOf(judgmentOf({ ...saved, likelihood: 70 }))).toMatchObject({ likelihood: 70 });
  });

  it('is sent only when it says something, and the server takes it', () => {
    expect(bodyOf(noJudgment)).toBeNull();
    expect(bodyOf({ ...noJudgment, rationale: '  ' })).toBeNull();
    const body = bodyOf({ ...noJudgment, band: 'unlikely' });
    expect(assessmentInput.safeParse(body).success).toBe(true);
  });

  it.each(['0', '100', '7.5', '-3', '07', 'x'])('does not take %s for a likelihood', (percent) => {
    expect(percentFault(percent)).not.toBeNull();
    expect(bodyOf({ ...noJudgment, percent })).toBeNull();
  });

  it.each(['1', '9', '40', '99'])('takes %s', (percent) => {
    expect(percentFault(percent)).toBeNull();
    expect(bodyOf({ ...noJudgment, percent })).toMatchObject({ likelihood: Number(percent) });
  });

  it('lights the word that a number falls into', () => {
    expect(bandIn({ ...noJudgment, percent: '40' })).toBe('unlikely');
    expect(bandIn({ ...noJudgment, band: 'likely' })).toBe('likely');
    expect(bandIn({ ...noJudgment, percent: '400', band: null })).toBeNull();
  });

  it('is said as the word with the figure behind it', () => {
    expect(likelihoodWords({ likelihood: 70, band: 'likely' })).toBe('likely (70 %)');
    expect(likelihoodWords({ likelihood: null, band: 'likely' })).toBe('likely (55–80 %)');
    expect(likelihoodWords({ likelihood: null, band: null })).toBe('not stated');
  });
});
