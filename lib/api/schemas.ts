import { z } from 'zod';
import { person } from '@/lib/core/words';
import { entityRef } from '@/lib/entities/entity';
import type { Schema } from './openapi';

// Our zod schemas as JSON Schema, and what many of them share as components with names.

const FORMATS = ['uuid', 'date', 'date-time', 'email'];

type Options = Parameters<typeof z.toJSONSchema>[1];

/** What zod would write otherwise than we mean it, of one schema. */
const override: NonNullable<NonNullable<Options>['override']> = ({ zodSchema, jsonSchema }) => {
  const { def } = zodSchema._zod;
  // A number in an address is read from its digits, then held to its bounds: the bounds are what matters.
  if (def.type === 'pipe' && def.in._zod.def.type === 'number')
    Object.assign(jsonSchema, plainOf(z.toJSONSchema(def.out as z.ZodType, { io: 'output' }) as Schema));
  if (typeof jsonSchema.format === 'string' && FORMATS.includes(jsonSchema.format)) delete jsonSchema.pattern;
};

function plainOf(schema: Schema): Schema {
  const { $schema: _, ...rest } = schema as Schema & { $schema?: string };
  return rest;
}

const known = { input: new WeakMap<z.ZodType, Schema>(), output: new WeakMap<z.ZodType, Schema>() };
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const json =
    known[io].get(schema) ?? plainOf(z.toJSONSchema(schema, { io, unrepresentable: 'any', override }) as Schema);
  known[io].set(schema, json);
  return json;
}

/** What may be sent. */
export const inputSchema = (schema: z.ZodType): Schema => schemaOf(schema, 'input');

/**
 * What is answered. Fields may be added later, so that readers must pass over those they do not know; `strict` says that there is
 * none today, which is how a test asks.
 */
export function outputSchema(schema: z.ZodType, strict: boolean): Schema {
  const json = schemaOf(schema, 'output');
  return strict ? json : mapped(json, open);
}

const open = (schema: Schema): Schema => {
  const { additionalProperties, ...rest } = schema;
  return additionalProperties === false || additionalProperties === undefined ? rest : schema;
};

/** The schema with `change` made of each schema in it, from the inside out. */
function mapped(schema: Schema, change: (one: Schema) => Schema): Schema {
  const inner = { ...schema };
  if (schema.properties)
    inner.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, one]) => [name, mapped(one, change)]),
    );
  if (schema.items) inner.items = mapped(schema.items, change);
  if (typeof schema.additionalProperties === 'object')
    inner.additionalProperties = mapped(schema.additionalProperties, change);
  for (const key of ['anyOf', 'oneOf', 'allOf', 'prefixItems'] as const)
    if (schema[key]) inner[key] = schema[key].map((one) => mapped(one, change));
  return change(inner);
}

const pascal = (name: string) => name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
/** One of many: of a noun, or of a property that is a list. */
export const singular = (name: string) =>
  name
    .replace(/ies$/, 'y')
    .replace(/(ss|ch)es$/, '$1')
    .replace(/([^s])s$/, '$1');
const isEnvelope = ({ properties = {} }: Schema) =>
  Object.keys(properties).every((key) => /^(items|nextCursor)$/.test(key));
const isThing = ({ type, properties }: Schema) => type === 'object' && Object.keys(properties ?? {}).length > 1;

/** What an operation takes or answers, whole: what is named after it. */
export type Top = { operation: string; part: 'input' | 'answer'; schema: Schema };

/** Gives names to whole inputs and answers, to the items of lists, and to what occurs more than once anywhere. */
export class Components {
  readonly schemas: Record<string, Schema> = {};
  private readonly names = new Map<string, string>();
  private readonly taken = new Set<string>();

  constructor(tops: Top[], strict: boolean) {
    this.name('Person', outputSchema(person, strict));
    this.name('EntityRef', outputSchema(entityRef, strict));
    // Views first, by the reads of one thing; then what writes and lists answer, unless it is one of these.
    for (const reads of [/^find/, /^(save|add|make|open|start|create)/, /^list/, /./])
      for (const { operation, part, schema } of tops)
        if (part === 'answer' && reads.test(operation)) this.nameAnswer(operation, schema);
    for (const { operation, part, schema } of tops)
      if (part === 'input' && Object.keys(schema.properties ?? schema.anyOf ?? {}).length > 0)
        this.name(`${pascal(operation)}Input`, schema);
    this.nameRepeated(tops);
  }

  /** The schema with references in the place of what has a name. */
  refer(schema: Schema): Schema {
    const name = this.names.get(JSON.stringify(schema));
    if (!name) return this.parts(schema);
    // In its place before its parts are looked at: what holds itself ends here.
    if (!this.schemas[name]) {
      this.schemas[name] = {};
      this.schemas[name] = this.parts(schema);
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  private parts(schema: Schema): Schema {
    const out = { ...schema };
    if (schema.properties)
      out.properties = Object.fromEntries(
        Object.entries(schema.properties).map(([key, one]) => [key, this.refer(one)]),
      );
    if (schema.items) out.items = this.refer(schema.items);
    if (typeof schema.additionalProperties === 'object')
      out.additionalProperties = this.refer(schema.additionalProperties);
    for (const key of ['anyOf', 'oneOf', 'allOf', 'prefixItems'] as const)
      if (schema[key]) out[key] = schema[key].map((one) => this.refer(one));
    return out;
  }

  private name(name: string, schema: Schema, more = `${name}Part`): void {
    const key = JSON.stringify(schema);
    if (this.names.has(key)) return;
    let free = this.taken.has(name) ? more : name;
    for (let n = 2; this.taken.has(free); n++) free = `${more}${n}`;
    this.names.set(key, free);
    this.taken.add(free);
  }

  private nameAnswer(operation: string, schema: Schema): void {
    const noun = operation.replace(/^(find|save|add|make|open|start|create|list|preview)(?=[A-Z])/, '');
    const items = schema.properties?.items?.items;
    if (items && isEnvelope(schema)) {
      if (isThing(items)) this.name(pascal(singular(noun)), items, `${pascal(singular(noun))}Line`);
    } else if (isThing(schema)) {
      const answer = `${pascal(operation)}Answer`;
      this.name(noun === operation ? answer : pascal(noun), schema, answer);
    }
  }

  private nameRepeated(tops: Top[]): void {
    const seen = new Map<string, { schema: Schema; times: number; at: string; of: string }>();
    const visit = (schema: Schema, at: string, of: string) => {
      const choice = (schema.anyOf ?? []).filter(isThing).length > 1;
      if (isThing(schema) || choice) {
        const key = JSON.stringify(schema);
        const known = seen.get(key);
        if (known) known.times += 1;
        else seen.set(key, { schema, times: 1, at, of });
        if (known) return;
      }
      for (const [name, one] of Object.entries(schema.properties ?? {})) visit(one, name, at);
      if (schema.items) visit(schema.items, singular(at), of);
      if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, singular(at), of);
      for (const key of ['anyOf', 'oneOf', 'allOf', 'prefixItems'] as const)
        for (const one of schema[key] ?? []) visit(one, at, of);
    };
    for (const { operation, part, schema } of tops) visit(schema, `${operation}-${part}`, operation);
    for (const { schema, times, at, of } of seen.values())
      if (times > 1 && !isEnvelope(schema)) this.name(pascal(at), schema, pascal(of) + pascal(at));
  }
}
