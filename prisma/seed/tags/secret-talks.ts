import { accept, type HighlightSeed } from './highlight';

const viaInstitute = { publisher: 'aare-institute' } as const;

const theTalks: HighlightSeed[] = [
  {
    quote:
      'The Taliban have held secret talks with Tajik officials on one side and with Jamaat Ansarullah on the other',
    by: 'tomasz',
    tags: [{ claim: 'secret-talks', stance: 'supports', confidence: 70, speaker: 'aare-institute', via: viaInstitute }],
  },
  {
    quote:
      'On 8 November 2023 a Taliban delegation is said to have entered Tajikistan at the Sherkhan Bandar crossing.',
    by: 'ines',
    tags: [
      {
        claim: 'secret-talks',
        stance: 'supports',
        confidence: 65,
        speaker: 'institute-source',
        via: viaInstitute,
        note: 'The entry only; the talks themselves come a sentence later.',
      },
    ],
  },
  { quote: 'the institute’s source', by: 'ines', tags: [{ entity: 'institute-source', confidence: 70 }] },
];

const theCommander: HighlightSeed[] = [
  { quote: 'Mahdi Arsalon', by: 'ines', tags: [{ entity: 'arsalon', confidence: 100 }] },
  { quote: 'Mahdi Arsalon, 30', by: 'ines', tags: [{ claim: 'age-30', stance: 'supports', confidence: 70 }] },
  {
    quote: 'Mahdi Arsalon, 30, whose true name is Muhammad Sharifov',
    by: 'ines',
    late: true,
    tags: [{ claim: 'real-name', stance: 'supports', confidence: 85 }],
  },
  {
    quote: 'more than 200 other Tajik citizens among the Taliban',
    by: 'ines',
    tags: [{ claim: 'two-hundred-men', stance: 'supports', confidence: 60, note: 'In 2022, by officials’ count.' }],
  },
  {
    quote: 'Radio Longitude reported on 9 January that he had vanished in Afghanistan “months ago”.',
    by: 'ines',
    tags: [
      {
        claim: 'vanished-months-ago',
        stance: 'supports',
        confidence: 80,
        via: { publisher: 'radio-longitude', on: '2024-01-09' },
      },
      {
        claim: 'vanished-on-the-road',
        stance: 'context',
        via: { publisher: 'radio-longitude', on: '2024-01-09' },
        note: 'The same report, it seems, but without the road.',
      },
    ],
  },
  {
    quote: 'His birthplace is given as Nourobod district, in the Rasht valley',
    by: 'tomasz',
    tags: [{ claim: 'born-in-nourobod', stance: 'supports', confidence: 65, reviews: [accept('ines')] }],
  },
  { quote: 'Nourobod', by: 'ines', tags: [{ entity: 'nourobod', confidence: 95 }] },
  {
    quote: 'The Taliban had set him over districts along the border',
    by: 'ines',
    tags: [
      {
        claim: 'five-districts',
        stance: 'supports',
        confidence: 55,
        note: 'Neither how many districts nor when.',
      },
    ],
  },
];

const theGroup: HighlightSeed[] = [
  {
    quote: 'Jamaat Ansarullah was set up in 2010',
    by: 'ines',
    tags: [
      {
        claim: 'founded-2010',
        stance: 'supports',
        confidence: 50,
        note: 'The Courier’s paragraph of 2021 again, unchanged.',
      },
    ],
  },
  {
    quote: 'illegal in Tajikistan since May 2012, when the Supreme Court declared it extremist',
    by: 'ines',
    tags: [
      {
        claim: 'ban-2012',
        stance: 'supports',
        confidence: 90,
        speaker: 'supreme-court',
        reviews: [accept('tomasz')],
      },
    ],
  },
];

export const secretTalks: HighlightSeed[] = [...theTalks, ...theCommander, ...theGroup];
