import type { z } from 'zod';
import type { readingInput } from '@/lib/claims/value';
import type { AnalystKey } from './accounts';
import type { EntityKey } from './entities';

/** `from` and `to` as lib/claims/when.ts reads them; `note` is the period as the sources put it, where that is something else. */
type Period = { from?: string; to?: string; starts?: true; ends?: true; note?: string; saidOn?: string };

export type ClaimWording = {
  statement: string;
  subject: EntityKey;
  predicate: string;
  object?: EntityKey;
  value?: string;
  reading?: z.input<typeof readingInput>;
  period?: Period;
  place?: EntityKey;
};

/** The wording is the first version's; `status` is the one that the claim has when its decisions have been taken. */
export type ClaimSeed = ClaimWording & {
  by: AnalystKey;
  status: 'draft' | 'in-review' | 'approved' | 'rejected' | 'stale';
};

const theGroup = {
  'ban-2012': {
    statement: 'Tajikistan’s Supreme Court banned Jamaat Ansarullah in May 2012.',
    subject: 'supreme-court',
    predicate: 'banned',
    object: 'ansarullah',
    period: { from: '2012-05', starts: true },
    place: 'tajikistan',
    by: 'ines',
    status: 'approved',
  },
  'founded-2010': {
    statement: 'Jamaat Ansarullah was founded in 2010.',
    subject: 'ansarullah',
    predicate: 'was founded in',
    value: '2010',
    reading: { kind: 'date', date: '2010' },
    period: { from: '2010', starts: true },
    by: 'ines',
    status: 'draft',
  },
  'founded-2006': {
    statement: 'Jamaat Ansarullah was founded in 2006.',
    subject: 'ansarullah',
    predicate: 'was founded in',
    value: '2006',
    reading: { kind: 'date', date: '2006' },
    period: { from: '2006', starts: true },
    by: 'tomasz',
    status: 'draft',
  },
  'two-hundred-men': {
    statement: 'About 200 men from Tajikistan are with the Taliban.',
    subject: 'taliban',
    predicate: 'has in its ranks, from Tajikistan,',
    value: 'about 200 men',
    reading: { kind: 'number', low: 200, high: 200, about: true, unit: 'men' },
    period: { from: '2021-07', to: '2022', note: 'from July 2021' },
    place: 'badakhshan',
    by: 'tomasz',
    status: 'draft',
  },
  'hundred-to-250-men': {
    statement: 'Jamaat Ansarullah has between 100 and 250 men.',
    subject: 'ansarullah',
    predicate: 'has members',
    value: '100 to 250',
    reading: { kind: 'number', low: 100, high: 250, unit: 'men' },
    by: 'tomasz',
    status: 'draft',
  },
  'married-local-women': {
    statement: 'Members of Jamaat Ansarullah in Darwaz had married local women.',
    subject: 'ansarullah',
    predicate: 'has members married to',
    value: 'local women',
    period: { to: '2021-06', note: 'before July 2021' },
    place: 'darwaz',
    by: 'ines',
    status: 'stale',
  },
} satisfies Record<string, ClaimSeed>;

const theCommander = {
  'real-name': {
    statement: 'The real name of Mahdi Arsalon is Muhammad Sharifov.',
    subject: 'arsalon',
    predicate: 'has the real name',
    value: 'Muhammad Sharifov',
    by: 'tomasz',
    status: 'approved',
  },
  'age-25': {
    statement: 'Mahdi Arsalon was 25 years old in 2021.',
    subject: 'arsalon',
    predicate: 'was of age',
    value: '25',
    reading: { kind: 'number', low: 25, high: 25, unit: 'years' },
    period: { from: '2021-07-13', to: '2021-10-07' },
    by: 'tomasz',
    status: 'draft',
  },
  'age-30': {
    statement: 'Mahdi Arsalon was 30 years old in February 2024.',
    subject: 'arsalon',
    predicate: 'was of age',
    value: '30',
    reading: { kind: 'number', low: 30, high: 30, unit: 'years' },
    period: { from: '2024-02-19', to: '2024-02-19' },
    by: 'ines',
    status: 'draft',
  },
  'born-in-sherbegiyon': {
    statement: 'Mahdi Arsalon was born in the village of Sherbegiyon.',
    subject: 'arsalon',
    predicate: 'was born in',
    object: 'sherbegiyon',
    place: 'sherbegiyon',
    by: 'ines',
    status: 'draft',
  },
  'born-in-nourobod': {
    statement: 'Mahdi Arsalon was born in Nourobod district.',
    subject: 'arsalon',
    predicate: 'was born in',
    object: 'nourobod',
    place: 'nourobod',
    by: 'tomasz',
    status: 'draft',
  },
  'vanished-on-the-road': {
    statement: 'Mahdi Arsalon disappeared on the road from Badakhshan to Kabul.',
    subject: 'arsalon',
    predicate: 'disappeared on the road to',
    object: 'kabul',
    period: { to: '2024-01', note: 'reported in January 2024' },
    place: 'badakhshan',
    by: 'ines',
    status: 'in-review',
  },
  'vanished-months-ago': {
    statement: 'By January 2024 Mahdi Arsalon had been missing for months.',
    subject: 'arsalon',
    predicate: 'had been missing for',
    value: 'months',
    period: { from: '2023-02/2023-11', starts: true, note: 'months ago', saidOn: '2024-01-09' },
    by: 'tomasz',
    status: 'draft',
  },
} satisfies Record<string, ClaimSeed>;

const theBorder = {
  'five-districts': {
    statement: 'In 2021 the Taliban gave Mahdi Arsalon charge of security in five border districts of Badakhshan.',
    subject: 'taliban',
    predicate: 'gave charge of security to',
    object: 'arsalon',
    period: { from: '2021-06', to: '2021-09' },
    place: 'badakhshan',
    by: 'ines',
    status: 'in-review',
  },
  'denial-on-video': {
    statement: 'In July 2022 Jumakhan Fatih denied in a video that Mahdi Arsalon was in Badakhshan.',
    subject: 'fatih',
    predicate: 'denied the presence in Badakhshan of',
    object: 'arsalon',
    period: { from: '2022-07', to: '2022-07', starts: true, ends: true },
    place: 'badakhshan',
    by: 'ines',
    status: 'in-review',
  },
  'planned-crossing': {
    statement: 'In September 2021 fighters from Tajikistan were planning to cross the border into Tajikistan.',
    subject: 'ansarullah',
    predicate: 'was planning to cross into',
    object: 'tajikistan',
    period: { from: '2021-09', to: '2021-09' },
    by: 'tomasz',
    status: 'draft',
  },
  'declared-readiness': {
    statement: 'Mahdi Arsalon declared his readiness to invade Tajikistan.',
    subject: 'arsalon',
    predicate: 'declared readiness to invade',
    object: 'tajikistan',
    period: { to: '2021-10-07', note: 'undated; relayed in October 2021' },
    by: 'tomasz',
    status: 'approved',
  },
  'taliban-declared-readiness': {
    statement: 'The Taliban declared their readiness to invade Tajikistan.',
    subject: 'taliban',
    predicate: 'declared readiness to invade',
    object: 'tajikistan',
    period: { to: '2021-10-07', note: 'undated; headline of October 2021' },
    by: 'ines',
    status: 'rejected',
  },
  'secret-talks': {
    statement: 'Taliban envoys held secret talks with Tajik officials in Tajikistan in November 2023.',
    subject: 'taliban',
    predicate: 'held secret talks in',
    object: 'tajikistan',
    period: { from: '2023-11-08', to: '2023-11', starts: true, note: 'from 8 November 2023' },
    place: 'tajikistan',
    by: 'tomasz',
    status: 'draft',
  },
} satisfies Record<string, ClaimSeed>;

export const claims = { ...theGroup, ...theCommander, ...theBorder };

export type ClaimKey = keyof typeof claims;
