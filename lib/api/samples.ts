import { nameIn, type Schema } from './openapi';

// Examples for the OpenAPI document, made from the schemas themselves, so that none can be missing or out of date. What a
// field is called says what stands in it; where nothing is known of a name its type is enough.

const words: Record<string, unknown> = {
  name: 'The river board',
  title: 'Bridge closed after flood',
  text: 'The river board closed the bridge on 28 July.',
  statement: 'The river board closed the bridge on 28 July.',
  quote: 'closed the bridge',
  words: 'closed the bridge',
  prefix: 'The river board ',
  suffix: ' on 28 July.',
  start: 16,
  end: 33,
  length: 45,
  email: 'ines@example.org',
  url: 'https://news.example.org/bridge',
  href: 'https://news.example.org/bridge',
  address: 'https://hooks.example.org/claimbench',
  cursor: '1042.1187',
  language: 'en',
  reason: 'The minutes say so.',
  body: { text: 'Do the minutes say so?' },
  label: 'Bridge closed after flood',
  question: 'When was the bridge closed?',
  predicate: 'closed',
  value: '28 July 2021',
  project: 'The flood of 2021',
  publisher: 'The Valley Herald',
  file: 'bridge.txt',
  fileName: 'claims.json',
  contentType: 'application/json',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  agent: 'Firefox on Linux',
  type: 'claim.approved',
  subjectType: 'claim',
  fields: ['status'],
  q: 'bridge',
  password: 'seven words that nobody else would choose',
  secret: 'cb_Zk3v9Qx1…',
  slot: '0198c9a2-5d00-7000-8000-0000000000ff',
  entityTypes: ['person'],
  // Where lists of ids stand in an address they are one word.
  articleIds: '0198c9a2-5d00-7000-8000-000000000001,0198c9a2-5d00-7000-8000-000000000002',
  claimIds: '0198c9a2-5d00-7000-8000-000000000003,0198c9a2-5d00-7000-8000-000000000004',
  version: 3,
  limit: 50,
  days: 90,
  seq: 1042,
  confidence: 80,
  likelihood: 80,
};

const DEEPEST = 12;

/** An id that is the same for the same name. */
function idFor(name: string): string {
  let sum = 7;
  for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 0xffffff;
  return `0198c9a2-5d00-7000-8000-${sum.toString(16).padStart(12, '0')}`;
}

const isNull = ({ type, const: only }: Schema) => type === 'null' || only === null;

function fits(value: unknown, schema: Schema): boolean {
  if (typeof value === 'string')
    return (
      schema.type === 'string' &&
      !schema.format &&
      (!schema.pattern || RegExp(schema.pattern).test(value)) &&
      value.length <= (schema.maxLength ?? Infinity) &&
      value.length >= (schema.minLength ?? 0)
    );
  if (typeof value === 'number')
    return (
      (schema.type === 'number' || schema.type === 'integer') &&
      value >= (schema.minimum ?? -Infinity) &&
      value <= (schema.maximum ?? Infinity)
    );
  return Array.isArray(value) && schema.type === 'array' && schema.items?.type === 'string' && !schema.items.enum;
}

function sampleText(name: string, { format, pattern, minLength = 0, maxLength = Infinity }: Schema): string {
  if (format === 'uuid') return idFor(name);
  if (format === 'date-time') return '2026-11-28T09:30:00.000Z';
  if (format === 'date') return '2026-11-28';
  if (format === 'email') return 'ines@example.org';
  if (format === 'uri') return 'https://news.example.org/bridge';
  if (pattern) return [name, 'a', 'A1', '2021'].find((text) => RegExp(pattern).test(text)) ?? name;
  const text = name ? `A ${name}` : 'Words';
  return text.padEnd(minLength, '.').slice(0, maxLength);
}

function sampleNumber({ minimum, maximum, exclusiveMinimum }: Schema): number {
  const least = minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + 1);
  return least !== undefined && least > 1 ? least : Math.min(1, maximum ?? 1);
}

/** Finds a sample of a schema. Answers hold every field; a request what it needs, and something where it needs nothing. */
export function sampler(components: Record<string, Schema>, whole: boolean) {
  function object(name: string, schema: Schema, deep: number): Record<string, unknown> {
    const rest = schema.additionalProperties;
    const keyed = typeof rest === 'object' ? (schema.required ?? []).map((key) => [key, rest] as const) : [];
    const all = [...keyed, ...Object.entries(schema.properties ?? {})];
    const needed = all.filter(([key]) => whole || schema.required?.includes(key));
    const shown = needed.length > 0 ? needed : all.slice(0, 1);
    return Object.fromEntries(shown.map(([key, inner]) => [key, sample(key, inner, deep + 1)]));
  }

  function sample(name: string, schema: Schema, deep = 0): unknown {
    if (schema.$ref) {
      const inner = components[nameIn(schema.$ref)];
      return inner && deep < DEEPEST ? sample(name, inner, deep) : {};
    }
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return schema.enum[0];
    const known = words[name];
    if (known !== undefined && fits(known, schema)) return known;
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) {
      const chosen = choices.find((one) => !isNull(one) && known !== undefined && fits(known, one));
      if (chosen) return known;
      // What may be nothing is nothing, so that an example stays short; what must be something is the first that it can be.
      return choices.some(isNull) ? null : sample(name, choices[0]!, deep);
    }
    if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sample(name, part, deep)));
    if (schema.type === 'object') return object(name, schema, deep);
    if (schema.type === 'array') {
      if (schema.prefixItems) return schema.prefixItems.map((item) => sample(name, item, deep + 1));
      const item = sample(name.replace(/ies$/, 'y').replace(/s$/, ''), schema.items ?? {}, deep + 1);
      return Array.from({ length: Math.max(schema.minItems ?? 1, 1) }, () => item);
    }
    if (schema.type === 'string') return sampleText(name, schema);
    if (schema.type === 'number' || schema.type === 'integer') return sampleNumber(schema);
    if (schema.type === 'boolean') return schema.default ?? false;
    return null;
  }
  return (name: string, schema: Schema): unknown => sample(name, schema);
}
