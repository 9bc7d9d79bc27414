import { accept, type HighlightSeed } from './highlight';

const theGroup: HighlightSeed[] = [
  {
    quote: 'formed the group in 2006',
    by: 'tomasz',
    tags: [
      {
        claim: 'founded-2006',
        stance: 'supports',
        confidence: 75,
        note: 'In the outlet’s own voice, and its “eighteen years” agrees.',
        reviews: [accept('ines')],
      },
    ],
  },
  {
    quote: 'Eighteen years on, Jamaat Ansarullah has neither the state it wanted',
    by: 'ines',
    tags: [
      {
        claim: 'founded-2006',
        stance: 'supports',
        confidence: 60,
        implied: true,
        impliedHow: 'Eighteen years before late 2024 is 2006.',
      },
    ],
  },
  {
    quote: 'Intelligence estimates run from 100 to 250 men.',
    by: 'tomasz',
    tags: [
      { claim: 'hundred-to-250-men', stance: 'supports', confidence: 70, reviews: [accept('ines')] },
      {
        claim: 'two-hundred-men',
        stance: 'context',
        note: 'A count of the group, not of all men from Tajikistan with the Taliban.',
      },
    ],
  },
  {
    quote: 'Mullah Abdullah Tajik',
    by: 'ines',
    tags: [{ entity: 'tabarov', confidence: 75, note: 'The other articles call him Mullah Amriddin.' }],
  },
  {
    quote: 'In Nasi district, a source says, several members have found wives among the local women',
    by: 'ines',
    tags: [
      {
        claim: 'married-local-women',
        stance: 'supports',
        confidence: 65,
        speaker: 'nasi-source',
        reviews: [accept('tomasz')],
      },
    ],
  },
  { quote: 'Nasi', by: 'tomasz', tags: [{ entity: 'nasi', confidence: 55 }] },
];

const theCommander: HighlightSeed[] = [
  {
    quote: 'word went round that five districts of Badakhshan had been entrusted to Arsalon',
    by: 'tomasz',
    tags: [{ claim: 'five-districts', stance: 'context', note: 'A rumour, told as a rumour.' }],
  },
  {
    quote: 'Jumakhan Fatih answered in a video. Arsalon was not in Badakhshan, he said',
    by: 'tomasz',
    tags: [
      { claim: 'denial-on-video', stance: 'supports', confidence: 90, speaker: 'fatih', reviews: [accept('ines')] },
    ],
  },
  {
    quote: 'Arsalon was not in Badakhshan, he said',
    by: 'ines',
    tags: [
      {
        claim: 'five-districts',
        stance: 'contradicts',
        confidence: 80,
        speaker: 'fatih',
        denies: true,
        note: 'A year later than our period: he denies the presence, not the appointment of 2021.',
      },
    ],
  },
  { quote: 'Jumakhan Fatih', by: 'ines', tags: [{ entity: 'fatih', confidence: 100 }] },
  {
    quote:
      'Radio Longitude, citing sources it did not name, reported that Arsalon had vanished on the road from Badakhshan to Kabul',
    by: 'tomasz',
    tags: [
      {
        claim: 'vanished-on-the-road',
        stance: 'supports',
        confidence: 75,
        via: { publisher: 'radio-longitude' },
        note: 'The article dates the report to January 2024, without a day.',
        reviews: [accept('ines')],
      },
    ],
  },
  { quote: 'Arsalon', by: 'ines', tags: [{ entity: 'arsalon', confidence: 100 }] },
  { quote: 'Arsalon', occurrence: 2, by: 'ines', tags: [{ entity: 'arsalon', confidence: 100 }] },
];

/** What the other of the two made of the same words: some of it alike, some not. */
const readAgain: HighlightSeed[] = [
  {
    quote: 'formed the group in 2006',
    by: 'ines',
    tags: [{ claim: 'founded-2006', stance: 'supports', confidence: 80, reviews: [accept('tomasz')] }],
  },
  {
    quote: 'from 100 to 250 men',
    by: 'ines',
    tags: [{ claim: 'hundred-to-250-men', stance: 'supports', confidence: 65, reviews: [accept('tomasz')] }],
  },
  {
    quote: 'Mullah Abdullah Tajik',
    by: 'tomasz',
    tags: [{ entity: 'tabarov', confidence: 45, reviews: [accept('ruth')] }],
  },
  {
    quote: 'Nasi',
    by: 'ines',
    tags: [
      {
        entity: 'nusay',
        confidence: 60,
        note: 'No district is called so; the one across the river from Darvoz is meant.',
        reviews: [accept('ruth')],
      },
    ],
  },
  {
    quote: 'Arsalon was not in Badakhshan, he said',
    by: 'tomasz',
    tags: [
      {
        claim: 'five-districts',
        stance: 'context',
        confidence: 70,
        speaker: 'fatih',
        note: 'He speaks of July 2022. The appointment was a year earlier.',
        reviews: [accept('ruth')],
      },
    ],
  },
  { quote: 'Jumakhan Fatih', by: 'tomasz', tags: [{ entity: 'fatih', confidence: 95, reviews: [accept('ines')] }] },
];

export const menAtTheMarket: HighlightSeed[] = [...theGroup, ...theCommander, ...readAgain];
