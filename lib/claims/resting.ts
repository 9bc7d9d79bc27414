import { exactText } from '@/lib/core/words';

// Pure: what claims rest on, as a filter wherever claims are listed.

export const restings = ['denied', 'unnamed-only', 'one-article', 'own-voice'] as const;
export type Resting = (typeof restings)[number];

const isResting = (word: string): word is Resting => restings.some((one) => one === word);

/** Those among words with commas between; what is none of them is left out. */
export const restingsIn = (words: string): Resting[] => restings.filter((one) => words.split(',').includes(one));

/** One or several of them behind commas: a claim has to fit each. */
export const restingFilter = () =>
  exactText(80)
    .refine((words) => words.split(',').every(isResting), `Of these, with commas between: ${restings.join(', ')}.`)
    .transform(restingsIn);

export const sayResting: Record<Resting, { label: string; means: string }> = {
  denied: { label: 'Denied', means: 'Somebody denies it: at least one citation is marked as a denial.' },
  'unnamed-only': { label: 'Unnamed sources only', means: 'All that supports it is said by unnamed sources.' },
  'one-article': { label: 'One article only', means: 'All that supports it stands in one article.' },
  'own-voice': {
    label: 'Own voice, at least once',
    means: 'An outlet says it itself: at least one supporting citation has no speaker, and relays nobody.',
  },
};
