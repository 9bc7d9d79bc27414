import { join } from 'node:path';
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claim, anySnapshot } from './export.fixtures';
import { tlps } from './marking';
import { bodyOf, cited, type Cited } from './source.fixtures';
import { jsonFiles, readJson, standard } from './standards.fixtures';
import { writeStix } from './stix';

type Stix = { type: string; id: string; object_refs?: string[] } & Record<string, unknown>;
const read = async (of: Cited) => (JSON.parse(await bodyOf(writeStix, of)) as { objects: Stix[] }).objects;
const ofType = (objects: Stix[], type: string) => objects.filter((one) => one.type === type);
const bare = (snapshot: Cited['snapshot']): Cited => ({ snapshot, texts: new Map() });

describe('a bundle', () => {
  it('holds every object that another refers to, the marking too, and no id twice', async () => {
    await fc.assert(
      fc.asyncProperty(anySnapshot, fc.option(fc.constantFrom(...tlps), { nil: undefined }), async (state, marking) => {
        const objects = await read(bare({ ...state, meta: { ...state.meta, marking } }));
        const ids = objects.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const named = JSON.stringify(objects).match(/"[a-z-]+--[0-9a-f-]{36}"/g) ?? [];
        const outside = new Set(named.map((name) => name.slice(1, -1)).filter((name) => !ids.includes(name)));
        outside.delete('extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d'); // of OASIS itself
        expect([...outside]).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the id of a claim when its wording, its citations and the rest of the export change', async () => {
    const idOf = (objects: Stix[], statement: string) =>
      ofType(objects, 'note').find(({ content }) => content === statement)!.id;
    const [first] = cited.snapshot.claims;
    const changed = { ...first!, statement: 'Six districts.', version: 9, citations: first!.citations.slice(1) };
    const later = await read(bare({ ...cited.snapshot, claims: [changed] }));
    expect(idOf(later, 'Six districts.')).toBe(idOf(await read(cited), first!.statement));
  });

  it('says who dissents, with their words, about the note of the claim', async () => {
    const objects = await read(cited);
    const note = ofType(objects, 'note').find(({ content }) => content === claim.statement)!;
    const opinions = ofType(objects, 'opinion').filter(({ object_refs: refs }) => refs!.includes(note.id));
    expect(opinions.map(({ opinion }) => opinion).sort()).toEqual(['disagree', 'disagree', 'strongly-disagree']);
    expect(opinions.map(({ explanation }) => String(explanation)).join()).toContain('One officer is no confirmation.');
  });

  it('writes analytic confidence as confidence, and likelihood nowhere there', async () => {
    const [note] = ofType(await read(cited), 'note');
    expect(note!.confidence).toBe(50);
    expect(JSON.stringify(note!.extensions)).toContain('likely (75 %)');
  });

  it('says in which language a quote is, of the quote: the note is in the words of whoever wrote it', async () => {
    const [note] = ofType(await read(cited), 'note');
    const [ours] = Object.values(note!.extensions as Record<string, { citations: { lang?: string }[] }>);
    expect(ours!.citations.map(({ lang }) => lang)).toEqual(['en', 'en']);
    expect(note).not.toHaveProperty('lang');
  });

  it('makes a relationship of a claim with a subject and an object', async () => {
    const [relation] = ofType(await read(cited), 'relationship');
    expect(relation).toMatchObject({ relationship_type: 'controls', description: claim.statement });
    expect(String(relation!.target_ref)).toMatch(/^location--/);
  });

  it('is read by one marking or by none', async () => {
    const marked = await read(bare({ ...cited.snapshot, meta: { ...cited.snapshot.meta, marking: 'amber+strict' } }));
    const [marking] = ofType(marked, 'marking-definition');
    for (const object of marked.filter(({ type }) => !/^(marking|extension)-definition$/.test(type)))
      expect(object.object_marking_refs, object.type).toEqual([marking!.id]);
    expect(ofType(await read(cited), 'marking-definition')).toEqual([]);
  });
});

const { folder, absent } = standard('stix-2.1');
describe.skipIf(absent)(`against the official schemas${absent}`, () => {
  // Not through bundle.json, whose oneOf refuses what is valid: each object by the schema of its type.
  function checker() {
    const ajv = new Ajv2020({ strict: false, allErrors: true, unicodeRegExp: false, logger: false });
    addFormats(ajv);
    const ids = new Map<string, string>();
    for (const path of jsonFiles(join(folder, 'schemas'))) {
      const schema = readJson<{ $id: string; title: string }>(path);
      ajv.addSchema(schema);
      ids.set(path.split('/').at(-1)!.replace('.json', ''), schema.$id);
    }
    return (object: Stix) => {
      const check = ajv.getSchema(ids.get(object.type)!)!;
      return check(object) ? [] : (check.errors ?? []).map((one) => `${object.type}${one.instancePath} ${one.message}`);
    };
  }
  const check = checker();

  it('every object is valid, whatever was written', async () => {
    const all = [cited, bare({ ...cited.snapshot, claims: [], entities: [] }), ...fc.sample(anySnapshot, 60).map(bare)];
    const event = { id: '01890a5d-ac96-774b-bcce-0000000000aa', type: 'event', name: 'The raid' };
    const [first] = cited.snapshot.claims;
    const raid = { ...first!, structure: { ...first!.structure, object: event } };
    const known = { ...event, aliases: ['The attack'], externalIds: [] };
    all.push(bare({ ...cited.snapshot, claims: [raid], entities: [...cited.snapshot.entities, known] }));
    const kinds = new Set<string>();
    for (const [nth, of] of all.entries())
      for (const marking of [undefined, tlps[nth % tlps.length]!])
        for (const object of await read({
          ...of,
          snapshot: { ...of.snapshot, meta: { ...of.snapshot.meta, marking } },
        })) {
          kinds.add(object.type);
          expect(check(object), JSON.stringify(object).slice(0, 400)).toEqual([]);
          if (object.modified) expect(String(object.modified) >= String(object.created)).toBe(true);
        }
    expect([...kinds].sort()).toEqual(
      [
        'extension-definition',
        'identity',
        'incident',
        'location',
        'marking-definition',
        'note',
        'opinion',
        'relationship',
        'report',
      ].sort(),
    );
  });

  it('the schemas refuse what is broken', async () => {
    const [note] = ofType(await read(cited), 'note');
    expect(check({ ...note!, object_refs: [] })).not.toEqual([]);
    expect(check({ ...note!, id: 'note--01890a5d-ac96-774b-bcce-b302099a8057' })).not.toEqual([]);
  });
});
