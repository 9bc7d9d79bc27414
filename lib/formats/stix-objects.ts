import type { ExportEntity } from './export';
import type { Tlp } from './marking';
import { derivedId } from './names';

// The objects of STIX 2.1 (OASIS Standard, 10 June 2021) that every bundle of ours needs, whatever it tells.

export type Json = string | number | boolean | Json[] | { [key: string]: Json };
export type StixObject = { type: string; id: string } & { [key: string]: Json };
type Fields = Record<string, Json | null | undefined>;

/** Without what says nothing: STIX has no null, no empty list and no empty object. */
export const said = (fields: Fields): { [key: string]: Json } =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
    ),
  ) as { [key: string]: Json };

/** The same id for the same thing in every export: a UUID of version 5, as the ids that we keep are of a version that STIX refuses. */
export const stixId = (type: string, id: string): string => `${type}--${derivedId(`${type} ${id}`)}`;

/** With the three digits after the second that STIX wants. */
export const stixTime = (iso: string): string => new Date(iso).toISOString();

/** What is in force for every object of one bundle. */
export interface Common {
  /** The team, which made them all. */
  readonly createdBy: string;
  readonly marking: Tlp | undefined;
}

export function stixObject(
  common: Common,
  type: string,
  id: string,
  times: readonly string[],
  fields: Fields,
): StixObject {
  const sorted = [...times].filter(Boolean).sort();
  const [created, modified] = [sorted[0] ?? new Date(0).toISOString(), sorted.at(-1) ?? new Date(0).toISOString()];
  return {
    type,
    spec_version: '2.1',
    id: stixId(type, id),
    created_by_ref: common.createdBy,
    created: stixTime(created),
    modified: stixTime(modified),
    ...said(fields),
    ...(common.marking ? { object_marking_refs: [markingId(common.marking)] } : {}),
  };
}

const TLP_EXTENSION = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';
// The objects that OASIS defines, by the ids that it gave them (oasis-open/cti-stix-common-objects).
const MARKINGS: Record<Tlp, string> = {
  clear: '94868c89-83c2-464b-929b-a1a8aa3c8487',
  green: 'bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  amber: '55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'amber+strict': '939a9414-2ddd-4d32-a0cd-375ea402b003',
  red: 'e828b379-4e03-4974-9ac4-e53a884c97c1',
};
const markingId = (tlp: Tlp): string => `marking-definition--${MARKINGS[tlp]}`;

export const markingObject = (tlp: Tlp): StixObject => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id: markingId(tlp),
  created: '2022-10-01T00:00:00.000Z',
  name: `TLP:${tlp.toUpperCase()}`,
  extensions: { [TLP_EXTENSION]: { extension_type: 'property-extension', tlp_2_0: tlp } },
});

export const EXTENSION = stixId('extension-definition', 'claim');

/** What of a claim STIX has no word for, and that it is ours. */
export const extensionObject = (createdBy: string): StixObject => ({
  type: 'extension-definition',
  spec_version: '2.1',
  id: EXTENSION,
  created_by_ref: createdBy,
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  name: 'Claim with its record',
  description:
    'The version of an approved claim, how likely and how well founded each analyst holds it to be, and its citations with their places in UTF-16 code units.',
  schema: 'Properties: claim_id, claim_version, marking, approved_by, judgments, citations, open_questions.',
  version: '1.0.0',
  extension_types: ['property-extension'],
});

const CLASSES: Record<string, string> = { person: 'individual', organisation: 'organization' };

/** A country as ISO 3166-1 names it, where the project knows it. */
const countryOf = ({ externalIds }: ExportEntity): string | undefined =>
  externalIds.find(({ scheme, value }) => /^iso[-_ ]?3166/i.test(scheme) && /^[A-Z]{2}$/.test(value))?.value;

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Which kind of object an entity of this type is. */
export const entityKind = (type: string): 'location' | 'incident' | 'identity' =>
  type === 'place' ? 'location' : type === 'event' ? 'incident' : 'identity';
export const entityId = ({ id, type }: Pick<ExportEntity, 'id' | 'type'>): string => stixId(entityKind(type), id);

/** A person or body, a place, or an event. A place with nothing but a name counts as a region of that name, as STIX knows no bare one. */
export function entityObject(common: Common, entity: ExportEntity, times: readonly string[]): StixObject {
  const kind = entityKind(entity.type);
  const { name, aliases, externalIds, type, id } = entity;
  const country = countryOf(entity);
  return stixObject(common, kind, id, times, {
    name: name || 'Unnamed',
    description: aliases.length ? `Also known as: ${aliases.join('; ')}` : null,
    ...(kind === 'identity' ? { identity_class: CLASSES[type] ?? 'unknown' } : {}),
    ...(kind === 'location' ? (country ? { country } : { region: slug(name) || 'unnamed' }) : {}),
    labels: kind === 'identity' && !CLASSES[type] ? [type] : [],
    external_references: externalIds
      .filter(({ scheme, value }) => scheme && value)
      .map(({ scheme, value }) => ({ source_name: scheme, external_id: value })),
  });
}
