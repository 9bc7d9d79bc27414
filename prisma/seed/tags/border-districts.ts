import { accept, type HighlightSeed } from './highlight';

const via = { publisher: 'radio-longitude', on: '2021-07-12' } as const;

const theDistricts: HighlightSeed[] = [
  {
    quote:
      'The Taliban have handed security in five Afghan districts on the Tajik frontier to a commander from Tajikistan and the men he leads',
    by: 'tomasz',
    tags: [{ claim: 'five-districts', stance: 'supports', confidence: 60, via, reviews: [accept('ines')] }],
  },
  {
    quote: 'Shekay, Nusay, Maimay, Khwahan and Kuf Ab. All five lie in Badakhshan province',
    by: 'ines',
    tags: [
      {
        claim: 'five-districts',
        stance: 'context',
        via,
        note: 'Which five they are. The same names return in September, in another order.',
        reviews: [accept('tomasz')],
      },
    ],
  },
  { quote: 'Shekay', by: 'ines', tags: [{ entity: 'shekay', reviews: [accept('tomasz')] }] },
  { quote: 'Nusay', by: 'ines', tags: [{ entity: 'nusay', reviews: [accept('tomasz')] }] },
  { quote: 'Maimay', by: 'ines', tags: [{ entity: 'maimay', reviews: [accept('tomasz')] }] },
  { quote: 'Khwahan', by: 'ines', tags: [{ entity: 'khwahan', reviews: [accept('tomasz')] }] },
  { quote: 'Kuf Ab', by: 'ines', tags: [{ entity: 'kuf-ab', reviews: [accept('tomasz')] }] },
  {
    quote: 'Badakhshan province',
    by: 'ines',
    tags: [{ entity: 'badakhshan', confidence: 100, reviews: [accept('tomasz')] }],
  },
  {
    quote: 'An officer of the Tajik border service',
    by: 'ines',
    tags: [{ entity: 'border-officer', confidence: 90, reviews: [accept('tomasz')] }],
  },
  { quote: 'Tajik border service', by: 'tomasz', tags: [{ entity: 'border-service', confidence: 95 }] },
  {
    quote: 'the account was right and that Arsalon now answers for security in all five',
    by: 'ines',
    tags: [
      {
        key: 'officer-confirms',
        claim: 'five-districts',
        stance: 'supports',
        confidence: 80,
        speaker: 'border-officer',
        via,
        reviews: [accept('tomasz')],
      },
    ],
  },
];

const theCommander: HighlightSeed[] = [
  {
    quote: 'Mahdi Arsalon',
    by: 'ines',
    tags: [{ entity: 'arsalon', confidence: 100, reviews: [accept('tomasz')] }],
  },
  {
    quote: 'Several people in Tajikistan told the station that his real name is Muhammad Sharifov',
    by: 'ines',
    tags: [
      {
        claim: 'real-name',
        stance: 'supports',
        confidence: 85,
        speaker: 'people-in-tajikistan',
        via,
        reviews: [accept('tomasz'), accept('ruth')],
      },
    ],
  },
  {
    quote: 'Muhammad Sharifov',
    by: 'tomasz',
    tags: [{ entity: 'arsalon', confidence: 95, reviews: [accept('ines')] }],
  },
  {
    quote: 'his real name is Muhammad Sharifov, that he is 25',
    by: 'tomasz',
    tags: [{ claim: 'age-25', stance: 'supports', confidence: 70, speaker: 'people-in-tajikistan', via }],
  },
  {
    quote: 'that he was born in Sherbegiyon, a village in the Rasht valley',
    by: 'ines',
    tags: [
      {
        claim: 'born-in-sherbegiyon',
        stance: 'supports',
        confidence: 70,
        speaker: 'people-in-tajikistan',
        via,
        reviews: [accept('tomasz')],
      },
    ],
  },
  {
    quote: 'the interior ministry says that Sharifov is one of them',
    by: 'ines',
    tags: [
      {
        claim: 'real-name',
        stance: 'context',
        speaker: 'interior-ministry',
        note: 'The ministry uses the name without the alias.',
        reviews: [accept('tomasz')],
      },
    ],
  },
  {
    quote: 'Footage that spread online in November 2020',
    by: 'ines',
    tags: [{ entity: 'maimay-footage', reviews: [accept('tomasz')] }],
  },
];

const theGroup: HighlightSeed[] = [
  {
    quote: 'Arsalon had brought some 200\u00a0men from Tajikistan to the Taliban',
    by: 'ines',
    tags: [
      {
        claim: 'two-hundred-men',
        stance: 'supports',
        confidence: 75,
        speaker: 'border-officer',
        via,
        reviews: [accept('tomasz')],
      },
    ],
  },
  {
    key: 'some-200-men',
    quote: 'some 200\u00a0men',
    by: 'tomasz',
    tags: [{ claim: 'two-hundred-men', stance: 'supports', confidence: 55, speaker: 'border-officer', via }],
  },
  { quote: '“Tajik Taliban”', by: 'tomasz', tags: [{ entity: 'ansarullah', confidence: 80 }] },
  {
    quote: 'they belong to Jamaat Ansarullah, outlawed in Tajikistan as a terrorist organisation',
    by: 'ines',
    tags: [{ claim: 'ban-2012', stance: 'context', note: 'Neither court nor date.', reviews: [accept('tomasz')] }],
  },
  {
    quote: 'Jamaat Ansarullah was set up in 2010 by Amriddin Tabarov',
    by: 'ines',
    tags: [{ claim: 'founded-2010', stance: 'supports', confidence: 80, reviews: [accept('tomasz')] }],
  },
  {
    quote: 'Amriddin Tabarov, better known as Mullah Amriddin',
    by: 'tomasz',
    tags: [{ entity: 'tabarov', confidence: 100, reviews: [accept('ines')] }],
  },
  {
    quote: 'Qadir Safa',
    by: 'tomasz',
    tags: [{ entity: 'safa', confidence: 100, reviews: [accept('ines')] }],
  },
  {
    quote: 'Darwaz',
    by: 'tomasz',
    tags: [{ entity: 'darwaz', confidence: 100, note: 'The Afghan one.', reviews: [accept('ines')] }],
  },
  {
    quote: 'Those men, he said, had taken wives in the local villages.',
    by: 'tomasz',
    tags: [
      {
        claim: 'married-local-women',
        stance: 'supports',
        confidence: 85,
        speaker: 'safa',
        via,
        reviews: [accept('ines'), accept('ruth')],
      },
    ],
  },
  {
    quote: 'had since been identified. Those men, he said, had taken wives',
    by: 'ines',
    tags: [
      {
        claim: 'married-local-women',
        stance: 'supports',
        confidence: 70,
        speaker: 'safa',
        via,
        note: 'He speaks of the dead only, not of the group as a whole.',
        reviews: [accept('tomasz')],
      },
    ],
  },
];

export const borderDistricts: HighlightSeed[] = [...theDistricts, ...theCommander, ...theGroup];
