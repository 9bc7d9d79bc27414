import { nameIn, type ApiDocument, type Media, type OperationDoc, type Reply, type Schema } from '@/lib/api/openapi';

// The types of the TypeScript client, from the OpenAPI document: every component, and what each operation takes and answers.

const plain = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`);
const scalars: Record<string, string> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};

/** A schema as a type. */
export function typeOf(schema: Schema): string {
  if (schema.$ref) return nameIn(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeOf))].join(' | ');
  if (schema.allOf) return schema.allOf.map((part) => `(${typeOf(part)})`).join(' & ');
  if (Array.isArray(schema.type))
    return (schema.type as string[]).map((type) => typeOf({ ...schema, type })).join(' | ');
  if (schema.type === 'array') {
    if (schema.prefixItems) return `[${schema.prefixItems.map(typeOf).join(', ')}]`;
    return `Array<${typeOf(schema.items ?? {})}>`;
  }
  if (schema.type === 'object') return objectOf(schema);
  return scalars[schema.type ?? ''] ?? 'unknown';
}

function objectOf({ properties = {}, required = [], additionalProperties, propertyNames }: Schema): string {
  const fields = Object.entries(properties).map(
    ([name, one]) => `${plain(name)}${required.includes(name) ? '' : '?'}: ${typeOf(one)}`,
  );
  if (fields.length > 0) return `{ ${fields.join('; ')} }`;
  const value = typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown';
  return additionalProperties === false
    ? 'Record<string, never>'
    : `Record<${propertyNames ? typeOf(propertyNames) : 'string'}, ${value}>`;
}

/** What a type asks for and may leave out; nothing where there is nothing to say. */
function named(operation: OperationDoc, at: 'path' | 'query'): string | null {
  const here = operation.parameters.filter((one) => one.in === at);
  if (here.length === 0) return null;
  return `{ ${here.map(({ name, required, schema }) => `${plain(name)}${required ? '' : '?'}: ${typeOf(schema)}`).join('; ')} }`;
}

const contentOf = (operation: OperationDoc): Record<string, Media> => {
  const done = Object.entries(operation.responses)
    .filter(([status]) => status.startsWith('2'))
    .sort(([a], [b]) => Number(b) - Number(a)); // of a single thing, where several answer otherwise
  return (done[0]![1] as Reply).content ?? {};
};

function answerOf(operation: OperationDoc): { type: string; as: 'json' | 'text' | 'bytes' | 'stream' } {
  const content = contentOf(operation);
  const json = content['application/json'];
  if (json) return { type: typeOf(json.schema), as: 'json' };
  const types = Object.keys(content);
  if (types.includes('text/event-stream')) return { type: 'ReadableStream<Uint8Array>', as: 'stream' };
  if (types.every((type) => type.startsWith('text/'))) return { type: 'string', as: 'text' };
  return { type: 'Uint8Array', as: 'bytes' };
}

function argumentsOf(operation: OperationDoc): string {
  const has = (name: string) => operation.parameters.some((one) => one.name === name);
  const path = named(operation, 'path');
  const query = named(operation, 'query');
  const { requestBody: body } = operation;
  const json = body?.content['application/json'];
  const isForm = body && 'multipart/form-data' in body.content;
  const parts = [
    ...(path ? [`params: ${path}`] : []),
    ...(query
      ? [`query${operation.parameters.some((one) => one.in === 'query' && one.required) ? '' : '?'}: ${query}`]
      : []),
    ...(body
      ? [
          `body${body.required ? '' : '?'}: ${json ? typeOf(json.schema) : isForm ? 'FormData' : 'Blob | Uint8Array<ArrayBuffer>'}`,
        ]
      : []),
    ...(has('If-Match') ? ['version?: number'] : []),
    ...(has('Idempotency-Key') ? ['key?: string'] : []),
  ];
  return `{ ${[...parts, 'signal?: AbortSignal'].join('; ')} }`;
}

/** The whole file. */
export function operationsFile(document: ApiDocument): string {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const components = Object.entries(document.components.schemas).map(([name, schema]) => {
    const about = schema.description ? `/** ${schema.description} */\n` : '';
    return `${about}export type ${name} = ${typeOf(schema)};`;
  });
  const types = all.map(({ operation }) => {
    const { type } = answerOf(operation);
    return `  /** ${operation.summary}. ${operation.description} */\n  ${operation.operationId}: { sent: ${argumentsOf(operation)}; answer: ${type} };`;
  });
  const table = all.map(
    ({ path, method, operation }) =>
      `  ${operation.operationId}: ['${method.toUpperCase()}', '${path}', '${answerOf(operation).as}'],`,
  );
  return [
    '// Written by `npm run client` from the OpenAPI document. Not to be edited: write it anew when the API has changed.',
    '',
    ...components,
    '',
    '/** What each operation takes and answers. */',
    'export type Operations = {',
    ...types,
    '};',
    '',
    '/** Method, path and kind of answer of each operation. */',
    'export const operations = {',
    ...table,
    '} as const satisfies Record<keyof Operations, readonly [string, string, string]>;',
    '',
  ].join('\n');
}
