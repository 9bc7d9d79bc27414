import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { nameIn, nounOf, type ApiDocument, type Methods, type OperationDoc, type Schema } from './openapi';

// Requests made from the OpenAPI document, as somebody makes them who knows nothing else: some as it says, some broken.

export type Asked = { operation: OperationDoc; method: Methods; path: string };
export type Sent = { url: string; method: string; headers: Record<string, string>; body?: string | FormData };

/** What a run has learnt: ids by noun, and the version of each thing as the last answer had it. */
export class Known {
  readonly versions = new Map<string, number>();
  constructor(readonly ids: Record<string, string[]>) {}

  /** Takes in an answer to a write: the id of what it made, and every version in it. */
  learn(noun: string, body: unknown): void {
    const { id } = (body ?? {}) as { id?: unknown };
    // A project of one's own is nobody else's: the others would only learn that it does not exist.
    if (typeof id === 'string' && noun !== 'projects') (this.ids[noun] ??= []).push(id);
    const walk = (one: unknown, name: string): void => {
      if (Array.isArray(one)) return one.forEach((inner) => walk(inner, name));
      if (!one || typeof one !== 'object') return;
      const { id: of, version, revision = version } = one as Record<string, unknown>;
      if (typeof of === 'string' && typeof revision === 'number') this.versions.set(of, revision);
      if (typeof of === 'string' && name === 'tags') (this.ids.tags ??= []).push(of);
      for (const [key, inner] of Object.entries(one)) walk(inner, key);
    };
    walk(body, noun);
  }
}

const BROKEN_TEXT = [
  '',
  ' ',
  'a\0b',
  '\ud800',
  '\u202eabc',
  '🏔'.repeat(9),
  "'; DROP TABLE claim; --",
  '%00',
  '../../etc/passwd',
];
const BROKEN_NUMBERS = [-1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308];
const BROKEN_IDS = ['x', '0', 'null', '%00', "'", '00000000-0000-0000-0000-000000000000', 'mine'];
const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, [], {}, [[]], { a: { b: [] } }, ...BROKEN_TEXT, ...BROKEN_NUMBERS),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const pick = <T>(from: readonly T[]) => fc.constantFrom(...from);

/** Which noun an id in a field of this name is of. */
function nounFor(name: string, noun: string): string {
  const stem = name.replace(/Ids?$/, '');
  const plural = stem.endsWith('y') ? `${stem.slice(0, -1)}ies` : `${stem}s`;
  const special: Record<string, string> = {
    other: noun,
    id: noun,
    ids: noun,
    subject: 'entities',
    object: 'entities',
    place: 'entities',
    speaker: 'entities',
    via: 'publishers',
    analyst: 'users',
    user: 'users',
    assignee: 'users',
    actor: 'users',
    author: 'users',
  };
  return special[stem] ?? plural;
}

/** Values of a schema: as it says, and now and then one that it forbids. */
function valuesOf(
  schema: Schema,
  name: string,
  noun: string,
  known: Known,
  document: ApiDocument,
): fc.Arbitrary<unknown> {
  const inner = (one: Schema, called = name) => valuesOf(one, called, noun, known, document);
  const ids = () => {
    const mine = known.ids[nounFor(name, noun)] ?? [];
    return mine.length > 0
      ? fc.oneof({ weight: 9, arbitrary: pick(mine.slice(-6)) }, { weight: 1, arbitrary: fc.constant(randomUUID()) })
      : fc.constant(randomUUID());
  };
  const number = ({ minimum = 0, maximum = 40 }: Schema) => {
    const [least, most] = [Math.max(minimum, -9), Math.min(maximum, Math.max(minimum, 0) + 40)];
    return schema.type === 'integer' ? fc.integer({ min: least, max: most }) : fc.constantFrom(least, most, 1, 0.5);
  };
  const text = ({ format, pattern, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> => {
    if (format === 'uuid') return ids();
    if (format === 'date') return pick(['2021-07-28', '1999-12-31', '0001-01-01', '9999-12-31']);
    if (format === 'date-time')
      return pick(['2021-07-28T09:30:00.000Z', '1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z']);
    if (format === 'email') return fc.constant(`${randomUUID()}@example.org`);
    if (format === 'uri') return pick(['https://news.example.org/a', 'http://localhost/']);
    if (pattern) return fc.stringMatching(RegExp(pattern), { maxLength: 40 });
    const plain = pick(['Words', 'The town fell twice.', 'Harbour', 'en', '2021', '2021-07-28', '48 hours', 'ß🏔é']);
    return plain.map((words) => words.padEnd(minLength, '.').slice(0, maxLength));
  };
  const asSaid = (): fc.Arbitrary<unknown> => {
    if (schema.$ref) return inner(document.components.schemas[nameIn(schema.$ref)]!);
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum) return pick(schema.enum);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return fc.oneof(...choices.map((one) => inner(one)));
    if (schema.type === 'null') return fc.constant(null);
    if (schema.type === 'boolean') return fc.boolean();
    if (schema.type === 'integer' || schema.type === 'number') return number(schema);
    if (schema.type === 'string') return text(schema);
    if (schema.type === 'array')
      return fc.array(inner(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, 2),
      });
    if (schema.type === 'object')
      return fc.record(
        Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, one]) => [key, inner(one, key)])),
        { requiredKeys: schema.required?.filter((key) => schema.properties?.[key]) ?? [] },
      );
    return anything;
  };
  const broken = schema.type === 'string' ? fc.oneof(pick(BROKEN_TEXT), anything) : anything;
  return fc.oneof({ weight: 40, arbitrary: asSaid() }, { weight: 1, arbitrary: broken });
}

/** What is wrong with a request on purpose. */
const FAULTS = [
  'none', 'none', 'none', 'none', 'none', 'none', 'id', 'version', 'json', 'type', 'shape', 'key', 'missing', 'field', 'query', 'huge',
] as const; // prettier-ignore

function bodyFor(fault: (typeof FAULTS)[number], value: unknown, odd: unknown): string {
  const fields = value && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
  const at = fields.length > 0 ? fields[String(odd).length % fields.length]![0] : 'x';
  if (fault === 'json') return ['{', '', '\0', '{"a":1}}', '{"__proto__":{"a":1}}', '"'][String(odd).length % 6]!;
  if (fault === 'shape') return JSON.stringify(odd) ?? 'null';
  if (fault === 'key') return JSON.stringify({ ...Object.fromEntries(fields), unknown: odd });
  if (fault === 'missing') return JSON.stringify(Object.fromEntries(fields.filter(([key]) => key !== at)));
  if (fault === 'field') return JSON.stringify({ ...Object.fromEntries(fields), [at]: odd });
  if (fault === 'huge') return JSON.stringify({ ...Object.fromEntries(fields), [at]: 'a'.repeat(200_000) });
  return JSON.stringify(value);
}

/** Requests of one operation. */
export function requestsOf(
  { operation, method, path }: Asked,
  known: Known,
  document: ApiDocument,
): fc.Arbitrary<Sent> {
  const noun = nounOf(path);
  const values = (schema: Schema, name: string) => valuesOf(schema, name, noun, known, document);
  const schema = operation.requestBody?.content['application/json']?.schema;
  const multipart = operation.requestBody?.content['multipart/form-data'] && !schema;
  const nouns = [...path.matchAll(/([\w-]+)\/\{(\w+)\}/g)].map((match) => match[1]!);
  const all = Object.values(known.ids).flat();
  const query = operation.parameters.filter((one) => one.in === 'query');
  const versioned = operation.parameters.some(({ name }) => name === 'If-Match');
  return fc
    .record({
      fault: pick(FAULTS),
      ids: fc.tuple(...nouns.map((of) => pick((known.ids[of] ?? [randomUUID()]).slice(-8)))),
      oddId: fc.oneof(pick(BROKEN_IDS), pick(all), fc.constant(randomUUID())),
      body: schema ? values(schema, noun) : fc.constant(undefined),
      odd: anything,
      asked: fc.record(Object.fromEntries(query.map((one) => [one.name, values(one.schema, one.name)])), {
        requiredKeys: query.filter((one) => one.required).map((one) => one.name),
      }),
      type: pick([
        'text/xml',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        '',
        'application/json; charset=utf-16',
      ]),
      stale: pick(['"0"', '"999999"', 'x', '*', '', '"1", "2"', 'W/"1"']),
    })
    .map(({ fault, ids, oddId, body, odd, asked, type, stale }): Sent => {
      const chosen = fault === 'id' && ids.length > 0 ? [...ids.slice(0, -1), oddId] : ids;
      let next = 0;
      const address = path.replace(/\{\w+\}/g, () => encodeURIComponent(chosen[next++]!));
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries(asked))
        if (value !== null && value !== undefined)
          search.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
      if (fault === 'query') search.set(String(odd).length % 2 ? 'unknown' : (query[0]?.name ?? 'limit'), String(odd));
      const seen = known.versions.get(String(chosen.at(-1)));
      const headers: Record<string, string> = {};
      if (versioned && (seen !== undefined || fault === 'version'))
        headers['if-match'] = fault === 'version' ? stale : `"${seen}"`;
      const url = `${address}${search.size ? `?${search}` : ''}`;
      if (method === 'get') return { url, method: 'GET', headers };
      if (multipart && fault === 'none') {
        const form = new FormData();
        form.set('file', new File([JSON.stringify(odd) ?? 'words'], 'words.txt'));
        return { url, method: method.toUpperCase(), headers, body: form };
      }
      headers['content-type'] = fault === 'type' ? type : 'application/json';
      if (String(odd).length % 3 === 0)
        headers['idempotency-key'] = fault === 'version' ? 'a'.repeat(300) : randomUUID();
      return { url, method: method.toUpperCase(), headers, body: bodyFor(fault, body ?? {}, odd) };
    });
}
