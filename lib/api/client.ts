import type { z } from 'zod';
import type { UploadItem } from '@/lib/articles/upload';
import type { acceptance, accepted } from '@/lib/members/member';
import type { Endpoints } from './routes';
import { paths, type Operation } from './paths';

type Name = keyof Endpoints & Operation;
type Write = { [N in Name]: Endpoints[N] extends { command: unknown } ? N : never }[Name];
type Read = Exclude<Name, Write>;
type InputOf<N extends Write> = Endpoints[N] extends { input: infer I extends z.ZodType } ? z.input<I> : never;
type QueryOf<N extends Read> = Endpoints[N] extends { query: infer Q extends z.ZodType } ? z.input<Q> : never;
export type AnswerOf<N extends Name> = Endpoints[N] extends { answer: infer A extends z.ZodType } ? z.output<A> : never;
export type { Operation, Read as ReadName, QueryOf, InputOf };

/** What the server refused, as RFC 9457 problem+json brought it. `code` is `offline` when nothing answered. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    title: string,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(title);
  }

  /** The message for one field of a form, when the refusal names it. */
  field(path: string): string | undefined {
    return (this.extra.issues as { path: string; message: string }[] | undefined)?.find((issue) => issue.path === path)
      ?.message;
  }
}

const address = (template: string, params: Record<string, string> = {}) =>
  `/api/v1${template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}`;

/** What a request comes to that nothing answers. */
export const noAnswer = () => new Problem('offline', 0, 'The server did not answer. Nothing is lost; try again.');

/** An answer that breaks off on its way is none. */
const whole = <T>(read: Promise<T>): Promise<T> => read.catch(() => Promise.reject(noAnswer()));

type Refused = { code?: string; title?: string; issues?: { message: string }[] };

async function send(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', cache: 'no-store', ...init });
  } catch {
    throw noAnswer();
  }
  if (response.ok) return response;
  const body = (await response.json().catch(() => ({}))) as Refused;
  throw new Problem(
    body.code ?? 'internal',
    response.status,
    // What people read is the sentence; where in the request it belongs is for `field`.
    body.issues?.[0]?.message ?? body.title ?? 'Something went wrong. Nothing was saved.',
    body,
  );
}

function ask<N extends Read>(
  name: N,
  params: Record<string, string>,
  query: Partial<QueryOf<N>>,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query as Record<string, unknown>))
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  return send(`${address(paths[name][1], params)}${search.size ? `?${search}` : ''}`, { signal: signal ?? null });
}

/** Reads through the one door. Answers the endpoint's answer. Throws `Problem`. */
export async function get<N extends Read>(
  name: N,
  params: Record<string, string> = {},
  query: Partial<QueryOf<N>> = {},
  signal?: AbortSignal,
): Promise<AnswerOf<N>> {
  return (await whole((await ask(name, params, query, signal)).json())) as AnswerOf<N>;
}

/** A read whose answer is text, to the letter: a byte order mark stays. Throws `Problem`, and TypeError for broken UTF-8. */
export async function getText<N extends Read>(
  name: N,
  params: Record<string, string> = {},
  query: Partial<QueryOf<N>> = {},
  signal?: AbortSignal,
): Promise<string> {
  const reader = (await ask(name, params, query, signal)).body?.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const pieces: string[] = [];
  // Piece by piece, while the rest is under way: a million letters at once would hold the page up when the last of them has come.
  const next = () => whole(Promise.resolve(reader?.read()));
  for (let piece = await next(); piece && !piece.done; piece = await next())
    pieces.push(decoder.decode(piece.value, { stream: true }));
  return pieces.join('') + decoder.decode();
}

/** The key under which React Query holds the answer of a read. */
export const keyOf = <N extends Read>(name: N, params: Record<string, string> = {}, query: Partial<QueryOf<N>> = {}) =>
  [name, params, query] as const;

export type Sent<N extends Write> = {
  params?: Record<string, string>;
  body: InputOf<N>;
  ifMatch?: number;
  /** Null where repeating changes nothing, so that no answer needs to be kept. */
  key?: string | null;
  /** Goes out although the page is being left. */
  keepalive?: boolean;
};

/** Writes through the one door. Sets the Idempotency-Key; pass `key` to send the same write again. Throws `Problem`. */
export async function api<N extends Write>(
  name: N,
  { params, body, ifMatch, key, keepalive }: Sent<N>,
): Promise<AnswerOf<N>> {
  const [method, template] = paths[name];
  const response = await send(address(template, params), {
    method: method.toUpperCase(),
    ...(keepalive ? { keepalive } : {}),
    headers: {
      'content-type': 'application/json',
      ...(key === null ? {} : { 'idempotency-key': key ?? crypto.randomUUID() }),
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    },
    body: JSON.stringify(body ?? {}),
  });
  return (await whole(response.json())) as AnswerOf<N>;
}

/** Sends one file through the one door, byte for byte, as an article. Throws `Problem`. */
export async function uploadArticle(projectId: string, file: File): Promise<AnswerOf<'addArticle'>> {
  const form = new FormData();
  form.set('file', file);
  const [method, template] = paths.addArticle;
  const response = await send(address(template, { projectId }), {
    method: method.toUpperCase(),
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: form,
  });
  return (await response.json()) as AnswerOf<'addArticle'>;
}

type Upload = { url: string; body: FormData | File; key: string; onSent: (share: number) => void; offline: string };

/** Sends what may be large, and tells how much of it is on its way, 0 to 1. Throws `Problem`. */
function upload<T extends object>({ url, body, key, onSent, offline }: Upload, told: keyof T): Promise<T> {
  // Only this older way of asking says how far a body has got.
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.open('POST', url);
    request.setRequestHeader('idempotency-key', key);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.upload.onload = () => onSent(1);
    request.onerror = () => reject(new Problem('offline', 0, offline));
    request.onload = () => {
      const answer = (request.response ?? {}) as T & { code?: string; title?: string };
      if (answer[told]) resolve(answer);
      else
        reject(new Problem(answer.code ?? 'internal', request.status, answer.title ?? 'Something went wrong.', answer));
    };
    request.send(body);
  });
}

/**
 * Sends one file to be read; answers it, or the files of a ZIP file, each with its preview or its problem. `onSent` is told how much of
 * it is on its way, 0 to 1. Throws `Problem`.
 */
export async function uploadFile(
  projectId: string,
  file: File,
  onSent: (share: number) => void,
): Promise<UploadItem[]> {
  const body = new FormData();
  body.set('file', file);
  const offline = 'The server did not answer. Nothing of this file was kept; try again.';
  const url = address(paths.addUpload[1], { projectId });
  const sent = { url, body, key: crypto.randomUUID(), onSent, offline };
  return (await upload<{ items: UploadItem[] }>(sent, 'items')).items;
}

/**
 * Sends the archive of a project, read from the disk as it goes. Without `plan` it is a dry run; with it, sent again under the same key,
 * it brings nothing in twice. Throws `Problem`.
 */
export function bringArchive(
  file: File,
  { plan, key }: { plan?: string; key: string },
  onSent: (share: number) => void,
): Promise<AnswerOf<'bringArchive'>> {
  const offline = 'The server did not answer, or the file changed on its way. Try again: nothing comes in twice.';
  const url = `${address(paths.bringArchive[1])}${plan ? `?plan=${encodeURIComponent(plan)}` : ''}`;
  return upload({ url, body: file, key, onSent, offline }, 'check');
}

/** Takes an invitation up: the secret of its link lets in whoever has no session yet. Throws `Problem`. */
export async function acceptInvitation(
  secret: string,
  body: z.input<typeof acceptance>,
): Promise<z.output<typeof accepted>> {
  const response = await send(address('/invitations/{token}', { token: secret }), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as z.output<typeof accepted>;
}
