import { accept, type HighlightSeed } from './highlight';

const thePost: HighlightSeed[] = [
  {
    quote: '“Taliban ready to invade Tajikistan”',
    by: 'ines',
    tags: [
      {
        claim: 'taliban-declared-readiness',
        stance: 'supports',
        confidence: 30,
        via: { publisher: 'moscow-news-sites' },
        reviews: [
          {
            by: 'tomasz',
            verdict: 'reject',
            reason: 'A headline is not a source, and the text below it names somebody else.',
          },
        ],
      },
    ],
  },
  {
    quote: 'The post does not quote the Taliban.',
    by: 'tomasz',
    tags: [{ claim: 'taliban-declared-readiness', stance: 'contradicts', confidence: 90, reviews: [accept('ines')] }],
  },
  {
    quote:
      'Mahdi Arsalan, a commander of the banned group Jamaat Ansarullah, has declared himself ready to invade Tajikistan',
    by: 'ines',
    tags: [
      {
        claim: 'declared-readiness',
        stance: 'supports',
        confidence: 75,
        via: { publisher: 'gatepost' },
        note: 'We are sure that the post is reported so, not that he said it.',
        reviews: [accept('tomasz')],
      },
    ],
  },
  { quote: 'Mahdi Arsalan', by: 'ines', tags: [{ entity: 'arsalan', confidence: 95 }] },
  {
    quote: '«Готов войти»',
    by: 'ines',
    translation: { text: '“Ready to enter”', by: 'ines' },
    tags: [{ claim: 'declared-readiness', stance: 'context', confidence: 60, via: { publisher: 'gatepost' } }],
  },
  {
    quote: 'comes with no recording and no date',
    by: 'tomasz',
    tags: [
      {
        claim: 'declared-readiness',
        stance: 'context',
        note: 'Nothing that anybody could check.',
        reviews: [accept('ines')],
      },
    ],
  },
];

const theBorder: HighlightSeed[] = [
  { quote: 'Darvoz', by: 'ines', tags: [{ entity: 'darvoz', confidence: 95 }] },
  { quote: 'Gorno-Badakhshan', by: 'ines', tags: [{ entity: 'badakhshon', confidence: 90 }] },
  { quote: 'Darwaz', by: 'tomasz', tags: [{ entity: 'darwaz', confidence: 100 }] },
  {
    quote: 'Tajik and Afghan sources put their number along the border at 200 or more',
    by: 'ines',
    tags: [{ claim: 'two-hundred-men', stance: 'supports', confidence: 65 }],
  },
  {
    quote: 'Muhammadi Sharifov',
    by: 'tomasz',
    tags: [{ key: 'caption-spelling', entity: 'arsalon', confidence: 80, note: 'So in the caption.' }],
  },
  {
    quote:
      'officials in Dushanbe were uneasy about word that security in five border districts of Badakhshan had been put in his hands',
    by: 'ines',
    tags: [
      {
        claim: 'five-districts',
        stance: 'supports',
        confidence: 50,
        reviews: [
          {
            by: 'tomasz',
            verdict: 'needs-work',
            reason: 'Unease about a report is not the report. I would make this context and name the officials.',
          },
        ],
      },
    ],
  },
];

const theCopied: HighlightSeed[] = [
  {
    quote: 'Arsalan’s real name, people in Tajikistan say, is Muhammad Sharifov',
    by: 'tomasz',
    tags: [
      {
        claim: 'real-name',
        stance: 'supports',
        confidence: 75,
        speaker: 'people-in-tajikistan',
        reviews: [accept('ruth')],
      },
    ],
  },
  {
    quote: 'he is 25 and comes from the village of Sherbegiyon',
    by: 'ines',
    tags: [
      { claim: 'born-in-sherbegiyon', stance: 'supports', confidence: 50 },
      { claim: 'age-25', stance: 'supports', confidence: 50 },
    ],
  },
  {
    quote: 'Jamaat Ansarullah was set up in 2010 by Amriddin Tabarov',
    by: 'tomasz',
    tags: [
      {
        claim: 'founded-2010',
        stance: 'supports',
        confidence: 40,
        note: 'The whole paragraph stands word for word in the Vakhsh Courier of 13 July.',
        reviews: [accept('ines')],
      },
    ],
  },
  {
    quote: 'In May 2012 Tajikistan’s Supreme Court banned it as extremist',
    by: 'tomasz',
    tags: [
      {
        claim: 'ban-2012',
        stance: 'supports',
        confidence: 95,
        speaker: 'supreme-court',
        reviews: [accept('ines'), accept('daniel')],
      },
    ],
  },
  { quote: 'Tajikistan’s Supreme Court', by: 'tomasz', tags: [{ entity: 'supreme-court', confidence: 100 }] },
  {
    quote: 'a suicide bombing at a police building in Khujand',
    by: 'tomasz',
    tags: [{ entity: 'khujand-bombing', confidence: 90 }],
  },
];

export const readyToInvade: HighlightSeed[] = [...thePost, ...theBorder, ...theCopied];
