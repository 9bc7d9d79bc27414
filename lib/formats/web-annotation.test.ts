import { basename, join } from 'node:path';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { codePointsIn } from './offsets';
import { anyCited, bodyOf, cited, slicePoints, type Cited } from './source.fixtures';
import { jsonFiles, readJson, standard } from './standards.fixtures';
import { OUR_CONTEXT, writeWebAnnotation } from './web-annotation';

interface Annotation {
  id: string;
  motivation: string;
  target: {
    source: { language?: string };
    selector: { exact?: string; start?: number; end?: number }[];
    state: { cached: string };
  };
}
interface Collection {
  '@context': unknown;
  total: number;
  last?: string;
  first?: { id: string; partOf: string; items: Annotation[] };
}
const read = async (of: Cited) => JSON.parse(await bodyOf(writeWebAnnotation, of)) as Collection;
const empty: Cited = { snapshot: { ...cited.snapshot, claims: [], entities: [] }, texts: new Map() };

describe('places', () => {
  it('are code points that find the quote, whatever stands before it', async () => {
    await fc.assert(
      fc.asyncProperty(anyCited, async (of) => {
        const [text] = of.texts.values();
        for (const { target } of (await read(of)).first!.items.filter(({ motivation }) => motivation === 'linking')) {
          const [quote, place] = target.selector;
          expect(slicePoints(text!, place!.start!, place!.end!)).toBe(quote!.exact);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('count a pair once and a combining mark for itself', () => {
    const place = codePointsIn('😀e\u0301👩🏽‍🚒x');
    expect([0, 2, 3, 4, 6, 8, 9, 11, 12].map(place)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('name the very text that they are places of', async () => {
    const [first] = (await read(cited)).first!.items;
    expect(first!.target.state.cached).toMatch(/^ni:\/\/\/sha-256;[\w-]{43}$/);
  });
});

it('a source says its language, where somebody said it', async () => {
  const languages = (state: Cited) =>
    read(state).then(({ first }) =>
      first!.items
        .filter(({ motivation }) => motivation === 'linking')
        .map(({ target }) => target.source.language ?? null),
    );
  expect(new Set(await languages(cited))).toEqual(new Set(['en']));
  const unsaid = cited.snapshot.claims.map((one) => ({
    ...one,
    citations: one.citations.map((its) => ({ ...its, article: { ...its.article, language: null } })),
  }));
  const state = { ...cited, snapshot: { ...cited.snapshot, claims: unsaid } };
  expect(new Set(await languages(state))).toEqual(new Set([null]));
});

describe('the collection', () => {
  it('counts its annotations, and has no page where there are none', async () => {
    const { total, first, last } = await read(cited);
    expect(first!.items).toHaveLength(total);
    expect(first!.id).toBe(last);
    expect(new Set(first!.items.map(({ id }) => id)).size).toBe(total);
    expect(await read(empty)).not.toHaveProperty('first');
    expect((await read(empty)).total).toBe(0);
  });

  it('carries dissent with its words', async () => {
    const body = await bodyOf(writeWebAnnotation, cited);
    for (const words of ['One officer is no confirmation.', 'Nobody counted them.', 'Worded as reported.'])
      expect(body).toContain(words);
  });
});

const { folder, absent } = standard('web-annotation');
describe.skipIf(absent)(`against the official assertions${absent}`, () => {
  interface Assertion {
    id: string;
    expectedResult: string;
    assertions?: string[];
  }
  const lists = new Map<string, { name: string; meets: (document: object) => boolean }[]>();
  /** The assertions of a list, compiled once. */
  function assertionsOf(list: string) {
    const ajv = new Ajv04({ strict: false, logger: false });
    addFormats(ajv);
    for (const path of jsonFiles(join(folder, 'definitions'))) ajv.addSchema(readJson<object>(path), basename(path));
    const compiled = readJson<Assertion>(join(folder, list)).assertions!.map((name) => {
      const { expectedResult, ...schema } = readJson<Assertion & object>(join(folder, name));
      const check = ajv.compile({ ...schema, id: undefined });
      return { name, meets: (document: object) => check(document) === (expectedResult === 'valid') };
    });
    lists.set(list, compiled);
    return compiled;
  }
  const failedBy = (list: string, document: object) =>
    (lists.get(list) ?? assertionsOf(list)).filter(({ meets }) => !meets(document)).map(({ name }) => name);

  it('every annotation, the page and the collection are valid', async () => {
    const { '@context': context, ...collection } = await read(cited);
    for (const annotation of collection.first!.items)
      expect(
        failedBy('annotations/annotationMusts.test', { '@context': context, ...annotation }),
        annotation.id,
      ).toEqual([]);
    expect(failedBy('collections/pages/pageMusts.test', { '@context': context, ...collection.first! })).toEqual([]);
    expect(failedBy('collections/collectionMusts.test', { '@context': context, ...collection })).toEqual([]);
    expect(failedBy('collections/collectionMusts.test', await read(empty))).toEqual([]);
  });

  it('the assertions refuse what is broken', async () => {
    const { '@context': context, first } = await read(cited);
    const { target: _, ...untargeted } = first!.items[0]!;
    expect(failedBy('annotations/annotationMusts.test', { '@context': context, ...untargeted })).not.toEqual([]);
  });

  it('a processor of linked data loses no term', async () => {
    const documentLoader = async (url: string) => ({
      documentUrl: url,
      document: await Promise.resolve(readJson<object>(join(folder, basename(url)))),
    });
    const document = (await read(cited)) as unknown as jsonld.JsonLdDocument;
    const options = { documentLoader, safe: true } as jsonld.Options.Expand;
    const expanded = JSON.stringify(await jsonld.expand(document, options));
    const ours = new Set((await bodyOf(writeWebAnnotation, cited)).match(/"cb:\w+"/g));
    expect(ours.size).toBeGreaterThan(20);
    for (const term of ours) expect(expanded).toContain(`${OUR_CONTEXT.cb}${term.slice(4, -1)}"`);
    const bare = { ...(document as object), '@context': ['http://www.w3.org/ns/anno.jsonld'], confidence: 70 };
    await expect(jsonld.expand(bare as jsonld.JsonLdDocument, options)).rejects.toThrow();
  });
});
