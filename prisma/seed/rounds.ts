import type { AnalystKey } from './accounts';
import type { AssessmentSeed } from './assessments';
import type { ClaimKey } from './claims';

/** A blind round over claims that all have handed in. `first` is what somebody judged in it where they judge otherwise by now. */
export type RoundSeed = {
  name: string;
  claims: ClaimKey[];
  analysts: AnalystKey[];
  first: AssessmentSeed[];
};

export const rounds: RoundSeed[] = [
  {
    name: 'Beginning and end, each alone',
    claims: ['founded-2010', 'founded-2006', 'vanished-on-the-road'],
    analysts: ['ines', 'tomasz'],
    first: [
      {
        claim: 'founded-2010',
        by: 'ines',
        likelihood: 90,
        analyticConfidence: 'moderate',
        rationale: 'Three articles say so, and the first attack that the group claimed fits.',
      },
      {
        claim: 'vanished-on-the-road',
        by: 'tomasz',
        likelihood: 85,
        rationale: 'The place and the errand are too particular to be made up.',
      },
    ],
  },
];
