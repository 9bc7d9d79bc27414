import { accept, type HighlightSeed } from './highlight';

const theReports: HighlightSeed[] = [
  {
    quote: 'such information had come in from several quarters',
    by: 'tomasz',
    tags: [
      {
        claim: 'planned-crossing',
        stance: 'supports',
        confidence: 50,
        speaker: 'border-official',
        note: 'He confirms that reports came in, not what they say.',
        reviews: [accept('ines')],
      },
    ],
  },
  {
    quote: 'An official of the Border Service',
    by: 'tomasz',
    tags: [{ entity: 'border-official', confidence: 90, reviews: [accept('ines')] }],
  },
  {
    quote: 'nobody was plotting to enter Tajikistan and that Afghan soil would not serve to harm the neighbours',
    by: 'tomasz',
    tags: [
      {
        claim: 'planned-crossing',
        stance: 'contradicts',
        confidence: 90,
        speaker: 'mujahid',
        denies: true,
        reviews: [accept('ines')],
      },
    ],
  },
  {
    quote: 'the fighters have been finding out where the border is easiest to cross',
    by: 'ines',
    tags: [
      {
        claim: 'planned-crossing',
        stance: 'supports',
        confidence: 60,
        speaker: 'former-afghan-officer',
        implied: true,
        impliedHow: 'He speaks of scouting; that a crossing was to follow is our inference.',
      },
    ],
  },
  {
    quote: 'He did not think the threat serious',
    by: 'tomasz',
    tags: [{ claim: 'planned-crossing', stance: 'contradicts', confidence: 40, speaker: 'niyatbekov' }],
  },
  {
    quote: 'Badakhshon',
    by: 'tomasz',
    tags: [{ entity: 'badakhshon', confidence: 100, note: 'With an o: the Tajik one.', reviews: [accept('ines')] }],
  },
];

const theDistricts: HighlightSeed[] = [
  {
    quote: 'Zabihullah Mujahid',
    by: 'tomasz',
    tags: [{ entity: 'mujahid', confidence: 100, reviews: [accept('ines')] }],
  },
  {
    quote: 'In June he had likewise denied that Mohammad Sharifov had been entrusted with security near the border.',
    by: 'tomasz',
    tags: [
      {
        key: 'spokesman-denies',
        claim: 'five-districts',
        stance: 'contradicts',
        confidence: 90,
        speaker: 'mujahid',
        denies: true,
        reviews: [accept('ines')],
      },
    ],
  },
  {
    quote: 'Mohammad Sharifov',
    by: 'ines',
    tags: [{ entity: 'arsalon', confidence: 90, reviews: [accept('tomasz')] }],
  },
  {
    quote: 'Sharifov, 25, is better known as Mahdi Arsalon.',
    by: 'tomasz',
    tags: [
      { claim: 'real-name', stance: 'supports', confidence: 85, reviews: [accept('ines')] },
      { claim: 'age-25', stance: 'supports', confidence: 75 },
    ],
  },
  {
    quote: 'Sharifov, 25',
    by: 'ines',
    tags: [
      {
        claim: 'age-30',
        stance: 'contradicts',
        confidence: 70,
        implied: true,
        impliedHow: 'Somebody who is 25 in September 2021 is 27 or 28 in February 2024.',
      },
    ],
  },
  { quote: 'Mahdi Arsalon', by: 'ines', tags: [{ entity: 'arsalon', confidence: 100, reviews: [accept('tomasz')] }] },
  {
    quote: 'Security sources in Dushanbe said in June that five districts of Badakhshan had been placed under him',
    by: 'tomasz',
    tags: [
      {
        claim: 'five-districts',
        stance: 'supports',
        confidence: 65,
        speaker: 'dushanbe-sources',
        reviews: [accept('ines')],
      },
    ],
  },
  {
    quote:
      'five districts of Badakhshan had been placed under him, and witnesses in northern Afghanistan still insist on it: Khwahan, Kuf Ab, Maimay, Shekay and Nusay',
    by: 'ines',
    tags: [
      {
        claim: 'five-districts',
        stance: 'supports',
        confidence: 70,
        note: 'On who is in charge, the witnesses are the first voices that are not from Dushanbe.',
      },
    ],
  },
  { quote: 'Badakhshan', by: 'tomasz', tags: [{ entity: 'badakhshan', confidence: 100 }] },
  {
    quote:
      'Several villagers, who also asked not to be named, say that he came back to Badakhshan a week ago and that they have seen him since.',
    by: 'tomasz',
    tags: [
      {
        key: 'villagers-saw-him',
        claim: 'five-districts',
        stance: 'supports',
        confidence: 45,
        speaker: 'villagers',
        reviews: [
          accept('ines'),
          { by: 'ruth', verdict: 'reject', reason: 'They saw him there. Nothing in this says that he was in charge.' },
        ],
      },
    ],
  },
  {
    quote: 'he brought them about 200',
    by: 'tomasz',
    tags: [{ claim: 'two-hundred-men', stance: 'supports', confidence: 60, speaker: 'dushanbe-sources' }],
  },
];

export const plannedCrossing: HighlightSeed[] = [...theReports, ...theDistricts];
