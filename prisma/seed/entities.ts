import type { AccountKey, AnalystKey } from './accounts';

/** `institution` is the key of an entity above it: what an unnamed source is said to belong to. */
export type EntitySeed = {
  type: 'person' | 'organisation' | 'place' | 'event' | 'unnamed-source';
  name: string;
  aliases?: string[];
  description?: string;
  institution?: string;
  by: AnalystKey;
};

const people = {
  arsalon: {
    type: 'person',
    name: 'Mahdi Arsalon',
    aliases: ['Arsalon', 'Muhammad Sharifov', 'Mohammad Sharifov', 'Muhammadi Sharifov', 'Sharifov'],
    description: 'Commander from Tajikistan at the head of a Jamaat Ansarullah band in northern Afghanistan.',
    by: 'ines',
  },
  arsalan: {
    type: 'person',
    name: 'Mahdi Arsalan',
    aliases: ['Arsalan'],
    description: 'As one outlet writes him; merged into Mahdi Arsalon.',
    by: 'tomasz',
  },
  tabarov: {
    type: 'person',
    name: 'Amriddin Tabarov',
    aliases: ['Tabarov', 'Mullah Amriddin', 'Mullah Abdullah Tajik'],
    description: 'First leader of Jamaat Ansarullah, killed in 2015.',
    by: 'ines',
  },
  safa: {
    type: 'person',
    name: 'Qadir Safa',
    description: 'Head of Darwaz district, Afghanistan, until 2021.',
    by: 'tomasz',
  },
  mujahid: {
    type: 'person',
    name: 'Zabihullah Mujahid',
    aliases: ['Mujahid'],
    description: 'Spokesman of the Taliban.',
    by: 'tomasz',
  },
  niyatbekov: {
    type: 'person',
    name: 'Gholib Niyatbekov',
    description: 'Spokesman of the regional government of Badakhshon, Tajikistan.',
    by: 'tomasz',
  },
  fatih: { type: 'person', name: 'Jumakhan Fatih', description: 'Taliban commander.', by: 'tomasz' },
} satisfies Record<string, EntitySeed>;

const organisations = {
  ansarullah: {
    type: 'organisation',
    name: 'Jamaat Ansarullah',
    aliases: ['Ansarullah', 'Tajik Taliban', 'Tajikistan’s Taliban'],
    description: 'Armed group of Tajik exiles in Afghanistan, banned in Tajikistan.',
    by: 'ines',
  },
  taliban: { type: 'organisation', name: 'Taliban', aliases: ['the Taliban', 'Afghan Taliban'], by: 'ines' },
  'border-service': {
    type: 'organisation',
    name: 'Border Service of Tajikistan',
    aliases: ['Border Service', 'Tajik border service', 'Tajikistan’s border service'],
    by: 'ines',
  },
  'supreme-court': {
    type: 'organisation',
    name: 'Supreme Court of Tajikistan',
    aliases: ['Supreme Court', 'Tajikistan’s Supreme Court'],
    by: 'tomasz',
  },
  'interior-ministry': {
    type: 'organisation',
    name: 'Interior Ministry of Tajikistan',
    aliases: ['interior ministry'],
    by: 'ines',
  },
  'aare-institute': {
    type: 'organisation',
    name: 'Aare Institute for Border Research',
    aliases: ['Aare Institute'],
    by: 'ines',
  },
} satisfies Record<string, EntitySeed>;

const places = {
  tajikistan: { type: 'place', name: 'Tajikistan', by: 'ines' },
  badakhshan: {
    type: 'place',
    name: 'Badakhshan',
    aliases: ['Badakhshan province'],
    description: 'Province of north-eastern Afghanistan. Not Badakhshon, across the river in Tajikistan.',
    by: 'ines',
  },
  badakhshon: {
    type: 'place',
    name: 'Badakhshon',
    aliases: ['Gorno-Badakhshan'],
    description: 'Region of eastern Tajikistan. Not Badakhshan, across the river in Afghanistan.',
    by: 'tomasz',
  },
  darwaz: { type: 'place', name: 'Darwaz', description: 'District on the Afghan bank. Not Darvoz.', by: 'tomasz' },
  darvoz: { type: 'place', name: 'Darvoz', description: 'District on the Tajik bank. Not Darwaz.', by: 'ines' },
  shekay: { type: 'place', name: 'Shekay', description: 'District of Badakhshan, Afghanistan.', by: 'ines' },
  nusay: { type: 'place', name: 'Nusay', description: 'District of Badakhshan, Afghanistan.', by: 'ines' },
  maimay: { type: 'place', name: 'Maimay', description: 'District of Badakhshan, Afghanistan.', by: 'ines' },
  khwahan: { type: 'place', name: 'Khwahan', description: 'District of Badakhshan, Afghanistan.', by: 'ines' },
  'kuf-ab': { type: 'place', name: 'Kuf Ab', description: 'District of Badakhshan, Afghanistan.', by: 'ines' },
  nasi: {
    type: 'place',
    name: 'Nasi',
    description: 'District of Badakhshan, Afghanistan, so spelled in one article only; perhaps Nusay.',
    by: 'tomasz',
  },
  sherbegiyon: { type: 'place', name: 'Sherbegiyon', description: 'Village in the Rasht valley.', by: 'ines' },
  nourobod: { type: 'place', name: 'Nourobod', description: 'District in the Rasht valley.', by: 'ines' },
  kabul: { type: 'place', name: 'Kabul', by: 'tomasz' },
} satisfies Record<string, EntitySeed>;

const events = {
  'maimay-footage': {
    type: 'event',
    name: 'Footage of killings at Maimay, November 2020',
    description: 'Footage of captives being killed, said to show the fall of Maimay district.',
    by: 'ines',
  },
  'khujand-bombing': { type: 'event', name: 'Suicide bombing at Khujand, September 2010', by: 'tomasz' },
} satisfies Record<string, EntitySeed>;

/** The description is the source's own description as the article gives it. */
const sources = {
  'border-officer': {
    type: 'unnamed-source',
    name: 'Border officer, July 2021',
    description: 'An officer of the Tajik border service, who asked not to be named',
    institution: 'border-service',
    by: 'ines',
  },
  'border-official': {
    type: 'unnamed-source',
    name: 'Border official, September 2021',
    description: 'An official of the Border Service',
    institution: 'border-service',
    by: 'tomasz',
  },
  'people-in-tajikistan': {
    type: 'unnamed-source',
    name: 'People in Tajikistan',
    description: 'Several people in Tajikistan',
    by: 'ines',
  },
  'dushanbe-sources': {
    type: 'unnamed-source',
    name: 'Security sources in Dushanbe',
    description: 'Security sources in Dushanbe',
    by: 'tomasz',
  },
  villagers: {
    type: 'unnamed-source',
    name: 'Villagers in Badakhshan',
    description: 'Several villagers, who also asked not to be named',
    by: 'tomasz',
  },
  'former-afghan-officer': {
    type: 'unnamed-source',
    name: 'Former member of the Afghan security forces',
    description: 'A former member of the Afghan security forces who knows the area',
    by: 'tomasz',
  },
  'nasi-source': {
    type: 'unnamed-source',
    name: 'Source in Nasi',
    description: 'In Nasi district, a source',
    by: 'ines',
  },
  'institute-source': {
    type: 'unnamed-source',
    name: 'Source of the Aare Institute',
    description: 'the institute’s source',
    institution: 'aare-institute',
    by: 'ines',
  },
} satisfies Record<string, EntitySeed>;

/** In this order an institution comes before the sources that belong to it. */
export const entities = { ...people, ...organisations, ...places, ...events, ...sources };

export type EntityKey = keyof typeof entities;

/** Pairs that are remembered as not the same, or that may be. */
export type DistinctionSeed = {
  one: EntityKey;
  other: EntityKey;
  sameness?: 'maybe';
  reason: string;
  by: AccountKey;
};

export const distinctions: DistinctionSeed[] = [
  {
    one: 'badakhshan',
    other: 'badakhshon',
    reason: 'Badakhshan is a province of Afghanistan, Badakhshon a region of Tajikistan; the river runs between them.',
    by: 'ruth',
  },
  {
    one: 'darwaz',
    other: 'darvoz',
    reason: 'Darwaz is on the Afghan bank, Darvoz on the Tajik one; the digest of 7 October 2021 says so itself.',
    by: 'ruth',
  },
  {
    one: 'nasi',
    other: 'nusay',
    sameness: 'maybe',
    reason: 'The same province and the same people; but one article alone knows a Nasi.',
    by: 'tomasz',
  },
];

export type MergeSeed = { survivor: EntityKey; merged: EntityKey; reason: string; by: AccountKey };

/** Entities that turned out to be one. */
export const merges: MergeSeed[] = [
  {
    survivor: 'arsalon',
    merged: 'arsalan',
    reason: 'The same band, the same districts, the same summer: one letter of one outlet makes no second man.',
    by: 'ruth',
  },
];
