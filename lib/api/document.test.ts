import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { Endpoint } from './endpoint';
import { chapterOf, nounOf, type Media, type Reply } from './openapi';
import { paths, type Operation } from './paths';
import { apiDocument, endpoints } from './routes';

// The OpenAPI document is complete, whatever is added: each operation is asked for all that a stranger needs. Nearly all of
// it writes itself from the endpoint's declaration; what does not is said here, with what to do.

const document = apiDocument();
const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true, validateFormats: true }));
ajv.addSchema({ ...document, $id: 'api' });

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation, name: operation.operationId })),
);
const replyOf = (reply: Reply | { $ref: string }): Reply =>
  '$ref' in reply ? document.components.responses[reply.$ref.split('/').at(-1)!]! : reply;

const checks = new Map<string, ValidateFunction>();
/** A schema of the document, compiled once. */
function checkOf(schema: object): ValidateFunction {
  const json = JSON.stringify(schema).replaceAll('"#/components', '"api#/components');
  const known = checks.get(json) ?? ajv.compile(JSON.parse(json) as object);
  checks.set(json, known);
  return known;
}

function complaints(media: Media, where: string): string[] {
  const examples = [
    ...(media.example === undefined ? [] : [media.example]),
    ...Object.values(media.examples ?? {}).map(({ value }) => value),
  ];
  const check = checkOf(media.schema);
  return examples.flatMap((example) =>
    check(example) ? [] : [`${where}: ${ajv.errorsText(check.errors)} in ${JSON.stringify(example).slice(0, 200)}`],
  );
}

describe('the OpenAPI document', () => {
  it('has every operation of paths.ts, and each noun of a path its chapter', () => {
    const names = operations.map(({ name }) => name);
    expect(names.filter((name) => name !== 'live' && name !== 'acceptInvitation').sort()).toEqual(
      Object.keys(paths).sort(),
    );
    const homeless = operations.filter(({ path }) => !chapterOf(path)).map(({ path }) => nounOf(path));
    expect(homeless, 'Nouns that `chapters` of lib/api/openapi.ts does not name: put each into its chapter').toEqual(
      [],
    );
  });

  it.each([['summary'], ['description']] as const)('says of every operation its %s', (field) => {
    expect(operations.filter(({ operation }) => !operation[field].trim()).map(({ name }) => name)).toEqual([]);
    const long = operations.filter(({ operation }) => operation.summary.length > 160).map(({ name }) => name);
    expect(long, 'A summary is one line: the rest is the description’s').toEqual([]);
  });

  it('describes every answer: a schema, or the content types of an answer that is no JSON', () => {
    const bare = operations.flatMap(({ name, operation }) =>
      Object.entries(operation.responses).flatMap(([status, reply]) =>
        Object.values(replyOf(reply).content ?? {}).some(({ schema }) => Object.keys(schema).length === 0)
          ? [`${name} ${status}`]
          : [],
      ),
    );
    expect(bare, 'A read that answers Raw names its content types: `media: [‘text/plain’]` in its api.ts').toEqual([]);
  });

  it('has an example of every body and every answer in JSON, and each fits its schema', () => {
    const without: string[] = [];
    const wrong: string[] = [];
    const look = (where: string, content: Record<string, Media> | undefined) => {
      for (const [type, media] of Object.entries(content ?? {})) {
        if (/json$/.test(type) && media.example === undefined && !media.examples) without.push(where);
        wrong.push(...complaints(media, where));
      }
    };
    for (const { name, operation } of operations) {
      look(name, operation.requestBody?.content);
      for (const [status, reply] of Object.entries(operation.responses))
        look(`${name} ${status}`, replyOf(reply).content);
      for (const { name: parameter, schema, example } of operation.parameters)
        if (example !== undefined) wrong.push(...complaints({ schema, example }, `${name} ${parameter}`));
    }
    expect(without).toEqual([]);
    expect(wrong, 'Teach lib/api/samples.ts what stands in a field of this name').toEqual([]);
  });

  it('names for every operation what it refuses with, who may ask, and how much', () => {
    for (const { name, operation, method } of operations) {
      const has = Object.keys(operation.responses);
      const scope = method === 'get' ? 'read' : 'write';
      const always = ['422', '429', '500', '503', ...(name === 'acceptInvitation' ? [] : ['401'])];
      expect(has, name).toEqual(expect.arrayContaining(always));
      expect(operation.security, name).toEqual(
        name === 'acceptInvitation' ? [] : [{ session: [] }, { token: [scope] }],
      );
      const done = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
      expect(done.length, name).toBeGreaterThan(0);
      for (const [, reply] of done) expect(replyOf(reply).headers, name).toHaveProperty('RateLimit');
    }
  });

  it('asks for If-Match where the command does, which its declaration says too', () => {
    const differ = Object.entries<Endpoint>(endpoints).flatMap(([name, endpoint]) => {
      if (!('command' in endpoint)) return [];
      const [, path] = paths[name as Operation];
      const { parameters, responses } = operations.find((one) => one.name === name && one.path === path)!.operation;
      const written = parameters.some((one) => one.name === 'If-Match') && '428' in responses;
      return Boolean(endpoint.ifMatch) === Boolean(endpoint.command.version) &&
        written === Boolean(endpoint.command.version)
        ? []
        : [name];
    });
    expect(differ, '`ifMatch: true` in api.ts where the command has `ifMatch`, and nowhere else').toEqual([]);
  });

  it('refers only to what is in it', () => {
    const refs = new Set([...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1]!));
    const lost = [...refs].filter(
      (ref) =>
        ref.split('/').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document) === undefined,
    );
    expect(lost).toEqual([]);
  });
});
