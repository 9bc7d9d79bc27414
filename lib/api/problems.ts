import { statuses, type Code } from '@/lib/core/errors';
import type { ApiDocument, Reply, Schema } from './openapi';

// Refusals as the OpenAPI document tells of them: a problem document for each status, with an example for each code.

const says: Record<Code | 'internal', { when: string; title: string; more?: Record<string, unknown> }> = {
  unauthenticated: {
    when: 'No session and no token, or one that is unknown, was revoked or has ended',
    title: 'Sign in first.',
  },
  forbidden: { when: 'The role or the token’s scope does not allow it', title: 'This token may only read.' },
  'own-work': { when: 'It is one’s own work', title: 'Nobody reviews their own work.' },
  csrf: { when: 'A session’s request from another origin', title: 'This request did not come from this site.' },
  'not-found': { when: 'It does not exist, or not for you', title: 'There is nothing here that you can see.' },
  'duplicate-article': {
    when: 'This text, to the letter, is an article already',
    title: 'The same text is already an article of this project.',
    more: { articleId: '0198c9a2-5d00-7000-8000-000000000001' },
  },
  'not-allowed-now': { when: 'The state of things does not allow it', title: 'This claim is in review already.' },
  stale: {
    when: 'Somebody changed it since the version in If-Match',
    title: 'Somebody changed this since you saw it.',
    more: { current: { version: 4 } },
  },
  'too-large': { when: 'More than may be sent', title: 'A request holds at most 64 MB.' },
  invalid: {
    when: 'A field or parameter is not as it should be',
    title: 'The name cannot be blank.',
    more: { issues: [{ path: 'name', message: 'This cannot be blank.' }] },
  },
  'quote-mismatch': { when: 'The quote is not the slice of the text', title: 'The quote does not stand there.' },
  'key-reused': {
    when: 'The Idempotency-Key was used for something else',
    title: 'This Idempotency-Key was used for another request.',
  },
  'version-required': { when: 'If-Match is missing', title: 'Send the version that you saw in If-Match.' },
  'rate-limited': { when: 'Too many requests', title: 'Too many requests. Go on in 12 seconds.' },
  busy: { when: 'Too much is going on', title: 'The server is busy. Nothing was saved; try again in a moment.' },
  unavailable: { when: 'The database is away', title: 'The server cannot reach its database just now.' },
  full: { when: 'No room on the disk', title: 'The server has no room left on its disk. Nothing was kept.' },
  internal: {
    when: 'A fault of the server',
    title: 'Something went wrong on the server. Nothing was saved.',
    more: { reference: '0198c9a2-5d00-7000-8000-0000000000aa' },
  },
};

const codes = Object.keys(says) as (keyof typeof says)[];
const statusOf = (code: Code | 'internal') => (code === 'internal' ? 500 : statuses[code]);

export const problemSchema: Schema = {
  type: 'object',
  description: 'A refusal, as RFC 9457 has it. `code` is stable, `title` is for people.',
  properties: {
    type: { const: 'about:blank' },
    title: { type: 'string' },
    status: { enum: [...new Set(codes.map(statusOf))].sort() },
    code: { enum: codes },
    issues: {
      type: 'array',
      description: 'Of 422: each field that is not as it should be.',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, message: { type: 'string' } },
        required: ['path', 'message'],
      },
    },
    current: { description: 'Of 412: the thing as it is now.' },
    reference: { type: 'string', description: 'Of 500: what the server’s log knows it by.' },
  },
  required: ['type', 'title', 'status', 'code'],
};

const HEADER = {
  'RateLimit-Policy': {
    description: 'How many requests may be made in how many seconds, by whom they are counted.',
    schema: { type: 'string' },
    example: '"token";q=1200;w=60',
  },
  RateLimit: {
    description: 'How many are left, and in how many seconds the count begins anew.',
    schema: { type: 'string' },
    example: '"token";r=1187;t=42',
  },
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' }, example: 12 },
  'WWW-Authenticate': {
    description: 'What lets in; with `invalid_token` where a token came that does not.',
    schema: { type: 'string' },
    example: 'Bearer realm="Claimbench", error="invalid_token"',
  },
  ETag: { description: 'The version, for If-Match.', schema: { type: 'string' }, example: '"3"' },
  'Content-Disposition': {
    description: 'The name of a file.',
    schema: { type: 'string' },
    example: 'attachment; filename="claims.json"',
  },
} satisfies ApiDocument['components']['headers'];
export const headers: ApiDocument['components']['headers'] = HEADER;

/** By status: what it means, the problem document, and an example for each code that travels as it. */
export const problemReplies: Record<string, Reply> = Object.fromEntries(
  [...new Set(codes.map(statusOf))].map((status) => {
    const here = codes.filter((code) => statusOf(code) === status);
    const examples = here.map((code) => {
      const { when, title, more = {} } = says[code];
      return [code, { summary: when, value: { type: 'about:blank', title, status, code, ...more } }] as const;
    });
    const header = status === 401 ? 'WWW-Authenticate' : status === 429 || status === 503 ? 'Retry-After' : null;
    const reply: Reply = {
      description: `${here.map((code) => says[code].when).join('; or: ')}.`,
      ...(header ? { headers: { [header]: { $ref: `#/components/headers/${header}` } } } : {}),
      content: {
        'application/problem+json': {
          schema: { $ref: '#/components/schemas/Problem' },
          examples: Object.fromEntries(examples),
        },
      },
    };
    return [String(status), reply];
  }),
);
