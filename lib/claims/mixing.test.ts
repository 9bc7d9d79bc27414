import { describe, expect, it } from 'vitest';
import { likelihoodBands } from './likelihood';
import { mixedSentences } from './mixing';

describe('a sentence that mixes likelihood with analytic confidence', () => {
  it.each([
    ['We assess with high confidence that he very likely left in June.', 'very likely', 'high confidence'],
    ['It is probable, with moderate confidence, that two groups met.', 'probable', 'moderate confidence'],
    ['There is a 70 % chance of it, and we are fairly confident.', '70 %', 'we are fairly confident'],
    ['A likelihood of about 30 per cent; low confidence.', 'likelihood of about 30 per cent', 'low confidence'],
    ['Our confidence in this judgement is low: a remote chance.', 'remote chance', 'confidence in this judgement'],
  ])('is found: %s', (sentence, likelihood, confidence) =>
    expect(mixedSentences(`Before it. ${sentence} After it.`)).toEqual([{ sentence, likelihood, confidence }]),
  );

  it('is found with each of the seven terms and each synonym', () => {
    const terms = likelihoodBands.flatMap(({ words, synonym }) => [words, synonym]).filter((one) => one !== 'remote');
    for (const term of terms)
      expect([term, mixedSentences(`It is ${term}, with low confidence.`)]).toMatchObject([term, [{}]]);
  });

  it.each([
    'He very likely left in June. We say so with high confidence.',
    'We have high confidence in the camera’s date.',
    'In a remote district 25 % of the men are said to have left; analytic confidence is low.',
    'The likely route ran through the confidence trickster’s house.',
    'Confidential papers are likely to exist.',
    'Parliament probably lost a vote of confidence.',
    '',
  ])('is none of these: %s', (text) => expect(mixedSentences(text)).toEqual([]));
});
