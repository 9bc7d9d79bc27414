import { z } from 'zod';
import { eventView } from '@/lib/activity/activity';
import { statuses, type Code } from '@/lib/core/errors';
import { text } from '@/lib/core/words';
import { acceptance, accepted } from '@/lib/members/member';
import { roles } from '@/lib/members/role';
import { may, type Verb } from '@/lib/permissions';
import type { Endpoint } from './endpoint';
import { chapterOf, chapters, nounOf, type ApiDocument, type Methods, type OperationDoc } from './openapi';
import type { Media, Parameter, Reply, Schema } from './openapi';
import { paths, type Operation } from './paths';
import { headers, problemReplies, problemSchema } from './problems';
import { sampler } from './samples';
import { Components, inputSchema, outputSchema, singular, type Top } from './schemas';

// The OpenAPI document, from what is declared: an endpoint in its room's api.ts is in it whole, without a word more.

type Told = {
  operation: string;
  method: Methods;
  path: string;
  endpoint: Endpoint;
  /** Who may ask: a session or a token with this scope; null is everybody. */
  scope: 'read' | 'write' | null;
};

const stream = z.strictObject({ after: text().optional(), recent: text().optional() });
const apart = async () => {
  throw new Error('This operation has a handler of its own in routes.ts.');
};

/** What has a handler of its own, declared like the rest. */
const others: Told[] = [
  {
    operation: 'live',
    method: 'get',
    path: '/projects/{projectId}/live',
    scope: 'read',
    endpoint: {
      summary: 'The log as it grows, as Server-Sent Events',
      description:
        'Resumes after Last-Event-ID or `after` without a gap. The data of each event is as in the log; `beat` says how far all is told, `reset` that everything must be read anew.',
      query: stream,
      answer: eventView,
      media: ['text/event-stream'],
      read: apart,
    },
  },
  {
    operation: 'acceptInvitation',
    method: 'post',
    path: '/invitations/{token}',
    scope: null,
    endpoint: {
      summary: 'Take an invitation up: a name and a password',
      input: acceptance,
      answer: accepted,
      status: 201,
      command: Object.assign(apart, { verb: null, version: null, keeps: false }),
    },
  },
];

const told = (endpoints: Record<string, Endpoint>): Told[] => [
  ...(Object.keys(paths) as Operation[]).map((operation): Told => {
    const [method, path] = paths[operation];
    return { operation, method, path, endpoint: endpoints[operation]!, scope: method === 'get' ? 'read' : 'write' };
  }),
  ...others,
];

/** In which roles a verb may be done, in words, from the page of permissions itself. */
function whoMay(verb: Verb): string {
  const userId = 'somebody';
  const self = { id: userId };
  const other = { id: 'somebody else' };
  const own = { author: self, creator: self, writer: self, analystIds: [userId] };
  const others = { author: other, creator: other, writer: other, analystIds: [] };
  const can = (thing: object) => roles.filter((role) => may({ userId, role }, verb, thing) === true);
  const [mine, theirs] = [can(own), can(others)];
  const least = (allowed: readonly string[]) => `the role ${allowed[0]}${allowed.length > 1 ? ' or above' : ''}`;
  if (mine.length === theirs.length) return `Needs ${least(mine)}.`;
  if (mine.length === 0) return `Needs ${least(theirs)}, and is about what others made.`;
  if (theirs.length === 0) return `Needs ${least(mine)}, and is about what one made oneself.`;
  return mine.length > theirs.length
    ? `Needs ${least(mine)} for what one made oneself, ${least(theirs)} for what others made.`
    : `Needs ${least(theirs)} for what others made, ${least(mine)} for one’s own.`;
}

function describe({ endpoint, scope, path }: Told): string {
  const said = [endpoint.description];
  if (scope === null) said.push('Needs no session and no token: the secret in the path lets in.');
  if ('command' in endpoint) {
    const { verb, version, keeps } = endpoint.command;
    if (verb) said.push(whoMay(verb));
    else if (scope) said.push('About one’s own account.');
    if (version === 'always') said.push('Send the version that you saw in If-Match.');
    if (version === 'later')
      said.push('Send the version that you saw in If-Match; the first time, when there is none, leave it out.');
    if (keeps) said.push('Sent again with the same Idempotency-Key it does nothing more and gets the first answer.');
    if (endpoint.files) said.push('Several files as multipart answer each for itself, with status 200.');
  } else if (path.includes('{') && chapterOf(path) !== 'Account')
    said.push('Every member may read it; to everybody else it does not exist.');
  else if (scope) said.push('About one’s own account.');
  return said.filter(Boolean).join(' ');
}

const BESIDE = 'What the answer without it said: only then something is written.';
const HEADER = { in: 'header', required: false, schema: { type: 'string' } } as const;

function parametersOf({ path, endpoint }: Told, sample: (name: string, schema: Schema) => unknown): Parameter[] {
  const inPath = [...path.matchAll(/([\w-]+)\/\{(\w+)\}/g)].map(([, noun, name]): Parameter => {
    const schema: Schema = name === 'token' ? { type: 'string' } : { type: 'string', format: 'uuid' };
    const description =
      name === 'token' ? 'The secret of the link.' : `The id of the ${singular(noun!).replaceAll('-', ' ')}.`;
    return { name: name!, in: 'path', required: true, description, schema, example: sample(noun!, schema) };
  });
  if (!('command' in endpoint)) {
    const { properties = {}, required = [] } = inputSchema(endpoint.query);
    const query = Object.entries(properties).map(([name, schema]): Parameter => {
      const needed = required.includes(name);
      const description = needed ? 'Must be given.' : 'Narrows or orders the answer.';
      const paged: Record<string, string> = {
        limit: 'How many at most.',
        cursor: 'Where to go on: `nextCursor` of the page before.',
        after: 'Where to go on: as the answer before told.',
        q: 'Words to look for.',
      };
      return {
        name,
        in: 'query',
        required: needed,
        description: paged[name] ?? description,
        schema,
        ...(needed ? { example: sample(name, schema) } : {}),
      };
    });
    return [...inPath, ...query];
  }
  const { version, keeps } = endpoint.command;
  const beside = endpoint.streams ? Object.entries(inputSchema(endpoint.input).properties ?? {}) : [];
  const ifMatch = 'The version that you saw, as its ETag has it.';
  return [
    ...inPath,
    ...beside.map(([name, schema]): Parameter => ({ name, in: 'query', required: false, description: BESIDE, schema })),
    ...(version ? [{ ...HEADER, name: 'If-Match', description: ifMatch, example: '"3"' }] : []),
    ...(version === 'later'
      ? [{ ...HEADER, name: 'If-None-Match', description: '`*`: only if there is none yet.', example: '*' }]
      : []),
    ...(keeps
      ? [{ ...HEADER, name: 'Idempotency-Key', description: 'Makes sending it again safe.', example: 'a key of yours' }]
      : []),
  ];
}

/** The codes that an operation can refuse with. */
function codesOf({ endpoint, scope, path, method }: Told): Code[] {
  const writes = 'command' in endpoint;
  const everywhere: Code[] = ['invalid', 'rate-limited', 'busy', 'unavailable'];
  return [
    ...everywhere,
    ...(scope ? (['unauthenticated'] as const) : []),
    ...(path.includes('{') || method === 'delete' || writes ? (['not-found'] as const) : []),
    ...(writes ? (['forbidden', 'own-work', 'csrf', 'not-allowed-now', 'too-large', 'full'] as const) : []),
    ...(!writes && endpoint.restricted ? (['forbidden'] as const) : []),
    ...(!writes && endpoint.notAlways ? (['not-allowed-now'] as const) : []),
    ...(nounOf(path) === 'articles' && writes ? (['duplicate-article', 'quote-mismatch'] as const) : []),
    ...(writes && endpoint.command.keeps ? (['key-reused', 'stale'] as const) : []),
    ...(writes && endpoint.command.version ? (['version-required'] as const) : []),
  ];
}

/** One of several files, each answered for itself. */
const itemOf = (answer: z.ZodType, called: string) =>
  z.object({
    items: z.array(
      z.object({
        name: text(),
        [called]: answer.optional(),
        problem: z.looseObject({ code: text(), title: text() }).optional(),
      }),
    ),
  });
const calledOf = (files: true | 'uploads') => (files === 'uploads' ? 'upload' : 'article');
const MULTIPART: Schema = {
  type: 'object',
  properties: { file: { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } } },
  required: ['file'],
};

type Make = { strict: boolean; components: Components; sample: (whole: boolean, schema: Schema) => unknown };

function repliesOf(one: Told, { strict, components, sample }: Make): OperationDoc['responses'] {
  const { endpoint } = one;
  const writes = 'command' in endpoint;
  const media = (schema: z.ZodType): Media => {
    const referred = components.refer(outputSchema(schema, strict));
    return { schema: referred, example: sample(true, referred) };
  };
  const known = { RateLimit: ref('RateLimit'), 'RateLimit-Policy': ref('RateLimit-Policy') };
  const done = (content: Reply['content'], more: Reply['headers'] = {}): Reply => ({
    description: 'Done.',
    headers: { ...known, ...more },
    content: content!,
  });
  const raw = !writes && endpoint.media;
  const { properties } = outputSchema(endpoint.answer, strict);
  const etag: Reply['headers'] = properties?.version || properties?.revision ? { ETag: ref('ETag') } : {};
  const replies: OperationDoc['responses'] = {};
  if (raw) {
    const shown = (type: string): Media =>
      type === 'text/event-stream'
        ? { ...media(endpoint.answer), example: undefined }
        : type === 'application/json'
          ? media(endpoint.answer)
          : { schema: { type: 'string' } };
    replies[200] = done(Object.fromEntries(raw.map((type) => [type, shown(type)])), {
      'Content-Disposition': ref('Content-Disposition'),
    });
  } else if (writes && endpoint.files === 'uploads')
    replies[200] = done({ 'application/json': media(itemOf(endpoint.answer, 'upload')) });
  else {
    replies[writes ? endpoint.status : 200] = done({ 'application/json': media(endpoint.answer) }, etag);
    if (writes && endpoint.begun)
      replies[202] = {
        ...done({ 'application/json': media(endpoint.begun) }),
        description: 'Begun: it goes on by itself.',
      };
    if (writes && endpoint.files)
      replies[200] = done({ 'application/json': media(itemOf(endpoint.answer, calledOf(endpoint.files))) });
  }
  for (const code of codesOf(one)) replies[statuses[code]] ??= { $ref: `#/components/responses/${statuses[code]}` };
  replies[500] = { $ref: '#/components/responses/500' };
  return replies;
}
const ref = (header: string) => ({ $ref: `#/components/headers/${header}` });

function bodyOf({ endpoint }: Told, { components, sample }: Make): OperationDoc['requestBody'] {
  if (!('command' in endpoint)) return undefined;
  const multipart: Record<string, Media> = endpoint.files ? { 'multipart/form-data': { schema: MULTIPART } } : {};
  if (endpoint.files === 'uploads') return { required: true, content: multipart };
  if (endpoint.streams) return { required: true, content: { [endpoint.streams]: { schema: { type: 'string' } } } };
  const schema = components.refer(inputSchema(endpoint.input));
  const json: Media = { schema, example: sample(false, schema) };
  const empty = endpoint.input.safeParse({}).success;
  return { required: !empty, content: { 'application/json': json, ...multipart } };
}

const SECURITY = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'next-auth.session-token',
    description: 'The session of somebody who signed in. Whatever changes something must come from the same origin.',
  },
  token: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A personal access token, `cb_…`, from one’s account. Scopes: `read` for every GET, `write` for the rest too. It ends by itself, and at once when it is revoked. One that is limited to projects is answered 404 in all others, and 403 where it would change its account.',
  },
};
const securityOf = (scope: Told['scope']): OperationDoc['security'] =>
  scope === null ? [] : [{ session: [] }, { token: [scope] }];

const ABOUT = `What the screens do, scripts and other programs do through the same door, with the same rules.

- **Lists** answer \`items\` and \`nextCursor\`; send it as \`cursor\` for the next page.
- **Versions**: what is shared carries a version, which comes as ETag too. Send it back in If-Match; 412 brings the current one.
- **Refusals** are problem documents (RFC 9457) with a stable \`code\`. In this order: 401, 404, 403, 422, 428, 412, 409.
- **Offsets** are UTF-16 code units, the end exclusive. Times are ISO 8601 in UTC.
- **Limits** stand in RateLimit-Policy and RateLimit; after 429 wait as long as Retry-After says.`;

/** The document of these endpoints. `strict`: answers hold no field that is not named, as tests ask for. */
export function documentOf(endpoints: Record<string, Endpoint>, strict = false): ApiDocument {
  const all = told(endpoints);
  const tops = all.flatMap(({ operation, endpoint }): Top[] => [
    { operation, part: 'answer', schema: outputSchema(endpoint.answer, strict) },
    ...('command' in endpoint && endpoint.files !== 'uploads' && !endpoint.streams
      ? [{ operation, part: 'input' as const, schema: inputSchema(endpoint.input) }]
      : []),
  ]);
  const components = new Components(tops, strict);
  const make: Make = {
    strict,
    components,
    sample: (whole, schema) => sampler(components.schemas, whole)('', schema),
  };
  const byPath: ApiDocument['paths'] = {};
  for (const one of all) {
    const body = bodyOf(one, make);
    (byPath[one.path] ??= {})[one.method] = {
      operationId: one.operation,
      summary: one.endpoint.summary,
      description: describe(one),
      tags: [chapterOf(one.path) ?? 'Other'],
      security: securityOf(one.scope),
      parameters: parametersOf(one, sampler({}, false)),
      ...(body ? { requestBody: body } : {}),
      responses: repliesOf(one, make),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Claimbench', version: '1', summary: 'The REST door of Claimbench', description: ABOUT },
    servers: [{ url: '/api/v1', description: 'This server' }],
    tags: chapters.map(({ name, description }) => ({ name, description })),
    paths: byPath,
    components: {
      schemas: { ...components.schemas, Problem: problemSchema },
      responses: problemReplies,
      headers,
      securitySchemes: SECURITY,
    },
  };
}
