import { readFileSync } from 'node:fs';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createToken } from '@/lib/accounts/commands';
import type { Actor } from '@/lib/core/context';
import { closeAll, team } from '@/lib/core/testing';
import { closeHub } from '@/lib/live/hub';
import { operationsFile } from '@/scripts/client/operations';
import { Known, requestsOf } from './document.fixtures';
import { documentOf } from './document';
import type { Endpoint } from './endpoint';
import { chapterOf, nounOf, type Media, type Methods, type Reply } from './openapi';
import { paths, type Operation } from './paths';
import { subjectsOf } from './routes.fixtures';
import { api, apiDocument, endpoints } from './routes';

// The OpenAPI document is complete, whatever is added: each operation is asked for all that a stranger needs. Nearly all of
// it writes itself from the endpoint's declaration; what does not is said here, with what to do.

// Held more strictly than it is published: no answer holds a field that is not named.
const document = documentOf(endpoints, true);
const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true, validateFormats: true }));
ajv.addSchema({ ...document, $id: 'api' });

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    path,
    method: method as Methods,
    operation,
    name: operation.operationId,
  })),
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

afterAll(async () => {
  await closeHub();
  await closeAll();
});

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

  it('is what the TypeScript client was written from', () => {
    const written = readFileSync('clients/typescript/operations.ts', 'utf8');
    expect(operationsFile(apiDocument()) === written, 'Run `npm run client` and keep what it writes').toBe(true);
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

describe('every operation, with requests made from the document', () => {
  const FEW = ['lead', 'analyst', 'outsider'];
  const long = import.meta.env.MODE === 'fuzz';
  const ROUNDS = long ? 8 : 1; // in each: every operation, by every caller

  it(
    'answers as documented: no fault of the server, no status and no field that is not in it',
    { timeout: long ? 3_600_000 : 120_000 },
    async () => {
      const at = await team();
      const subjects = await subjectsOf(at);
      const known = new Known({
        ...Object.fromEntries(Object.entries(subjects).map(([noun, id]) => [noun, [id]])),
        users: [at.analyst.userId, at.other.userId, at.reviewer.userId, at.lead.userId],
      });
      const callers = {
        lead: at.lead,
        analyst: at.analyst,
        reviewer: at.reviewer,
        viewer: at.viewer,
        outsider: at.outsider,
      };
      const asking = long ? Object.entries(callers) : Object.entries(callers).filter(([name]) => FEW.includes(name));
      const tokens = new Map<string, string>();
      const give = async (name: string, actor: Actor, more: { projectIds?: string[]; scopes?: string[] } = {}) => {
        const input = { name: 'fuzz', scopes: ['read', 'write'], ...more };
        tokens.set(name, (await createToken({ actor, id: '', input })).body.secret!);
      };
      for (const [name, actor] of asking) await give(name, actor);
      if (long) {
        await give('limited', at.lead, { projectIds: [at.projectId] });
        await give('reading', at.reviewer, { projectIds: [at.projectId], scopes: ['read'] });
      }
      const faults: string[] = [];
      const seen: Record<string, number> = {};
      let asked = 0;
      const seed = long ? Date.now() % 2 ** 31 : 20261128;
      for (let round = 0; round < ROUNDS; round++)
        for (const one of operations) {
          // What deletes comes last, so that there is something to ask about.
          if (one.method === 'delete' && round < ROUNDS - 1) continue;
          for (const [index, [caller, token]] of [...tokens].entries()) {
            // Sampled for each caller anew: meanwhile more is known of.
            const options = { seed: seed + round * 10 + index, numRuns: 1 };
            const [request] = fc.sample(requestsOf(one, known, document), options);
            const { url, ...init } = request!;
            const headers = { ...init.headers, authorization: `Bearer ${token}` };
            const response = await api.request(`/api/v1${url}`, { ...init, headers });
            asked += 1;
            seen[response.status] = (seen[response.status] ?? 0) + 1;
            const said = await faultOf(one, response, known);
            if (said) faults.push(`${one.name} as ${caller}: ${said}\n  ${JSON.stringify(request).slice(0, 400)}`);
          }
        }
      console.log(
        `${operations.length} operations × ${ROUNDS * tokens.size} examples = ${asked}: ${JSON.stringify(seen)}`,
      );
      expect(faults.join('\n'), `seed ${seed}`).toBe('');
    },
  );
});

/** What is wrong with an answer, or null. */
async function faultOf({ operation, path, name }: (typeof operations)[number], response: Response, known: Known) {
  const { status } = response;
  const reply = operation.responses[status];
  const type = (response.headers.get('content-type') ?? '').split(';')[0]!;
  if (name === 'live' && status === 200) {
    await response.body?.cancel();
    return type === 'text/event-stream' ? null : `is ${type}`;
  }
  const text = await response.text();
  if (status >= 500) return `${status} ${text.slice(0, 300)}`;
  if (!reply) return `${status} is not documented: ${text.slice(0, 300)}`;
  const content = replyOf(reply).content ?? {};
  const media = content[type] ?? content['*/*'];
  if (!media) return `${status} is ${type || 'of no type'}, which is not documented`;
  if (!/json$/.test(type) || content['*/*']) return null;
  const body = JSON.parse(text) as { code?: string };
  const check = checkOf(media.schema);
  if (!check(body)) return `${status} does not fit: ${ajv.errorsText(check.errors)} in ${text.slice(0, 300)}`;
  if (status >= 400)
    return media.examples && body.code! in media.examples ? null : `${status} has the code ${body.code}`;
  if (response.status < 300 && !/^list/.test(name))
    known.learn(
      path
        .replace(/\/\{\w+\}/g, '')
        .split('/')
        .at(-1)!,
      body,
    );
  return null;
}
