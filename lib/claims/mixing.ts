// One sentence must not say how likely something is and how well founded the judgment of it is: readers take one for the other.
// Source: Intelligence Community Directive 203, Analytic Standards (2 January 2015), D.6.e(2)(b).

export interface Mixed {
  /** The whole sentence, without the space around it. */
  readonly sentence: string;
  /** The first words in it that say how likely, as they stand there. */
  readonly likelihood: string;
  /** The first words in it that say how well founded. */
  readonly confidence: string;
}

// The seven terms and their synonyms, as adjectives and adverbs; a figure only where it is said to be one of likelihood; "remote" only
// of a chance, not of a district.
const LIKELIHOOD = new RegExp(
  [
    'almost no chance|remote (?:chance|possibility|likelihood)',
    '(?:very |highly |most )?(?:un)?likely|(?:highly )?(?:im)?probabl[ey]',
    '(?:roughly )?even (?:chance|odds)',
    '(?:almost|nearly) certain(?:ly)?',
    '\\d{1,2}\\s?(?:%|per ?cent)(?= (?:chance|likelihood|probability|likely|certain))',
    '(?:chance|likelihood|probability) of (?:about |around |roughly )?\\d{1,2}\\s?(?:%|per ?cent)',
  ]
    .map((words) => `(?<![\\p{L}\\p{N}])(?:${words})(?!\\p{L})`)
    .join('|'),
  'iu',
);
// Not the confidence of a vote, of a trickster or in a person.
const CONFIDENCE = new RegExp(
  [
    '(?:analytic(?:al)?|low|moderate|medium|high|little|some|great|full) confidence',
    'confidence (?:level|in (?:this|that|our|my|the) (?:judge?ment|assessment|analysis|conclusion))',
    '(?:we|i|analysts?|team) (?:are|am|is|remain|feel)s? (?:not |very |fairly |moderately |highly |quite )?confident',
    '(?:assess|judge|conclude)s? confidently',
  ]
    .map((words) => `(?<![\\p{L}\\p{N}])(?:${words})(?!\\p{L})`)
    .join('|'),
  'iu',
);

/** The sentences of a text that say both at once, in their order. */
export function mixedSentences(text: string): Mixed[] {
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text);
  return [...sentences].flatMap(({ segment }) => {
    const likelihood = LIKELIHOOD.exec(segment)?.[0];
    const confidence = CONFIDENCE.exec(segment)?.[0];
    return likelihood && confidence ? [{ sentence: segment.trim(), likelihood, confidence }] : [];
  });
}
