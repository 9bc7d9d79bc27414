import { Readable } from 'node:stream';
import { lengthHeaders } from '@/lib/core/told-length';
import { addressOf } from '@/lib/auth/address';
import { countLook } from '@/lib/auth/limits';
import { env } from '@/lib/core/env';
import { Refusal } from '@/lib/core/errors';
import type { ExportSnapshot } from '@/lib/formats/export';
import { writeHtml } from '@/lib/formats/html';
import { finished, sourceOf, type StreamedFile } from '@/lib/formats/source';
import { openFile, openLink, type Opened, type SharedFile } from '../queries/opened';
import { claimPage, exportPage, nothingPage, SHARED_POLICY } from '../shared-page';
import { countOpening } from '../steps';

// What stands behind /shared: the one door without a session that shows anything of a project. It answers a page or a file, sets no
// cookie, and keeps nothing of who asks but a count of looks for a minute.

const HEADERS = {
  'content-security-policy': SHARED_POLICY,
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
};
const asPage = (body: string | ReadableStream<Uint8Array>, status = 200, more: Record<string, string> = {}): Response =>
  new Response(body, { status, headers: { ...HEADERS, 'content-type': 'text/html; charset=utf-8', ...more } });

const AT_ONCE = 5_000_000; // bytes of JSON that are put together as one page

/** Whether a browser can show the file as a page of its own, without its script running: there is none in it. */
const isReadable = ({ format, manifest }: SharedFile) =>
  format === 'html' || (format === 'json' && manifest.files.every(({ bytes }) => bytes <= AT_ONCE));

function pageOf(opened: Opened, address: string): string {
  const { claim, export: made, sharedAt, expiresAt, project } = opened;
  if (claim) return claimPage({ ...claim, address, sharedAt, expiresAt });
  return exportPage({ ...made!, address, project, expiresAt, readable: isReadable(made!) });
}

async function limited(request: Request, show: () => Promise<Response>): Promise<Response> {
  try {
    await countLook(addressOf((name) => request.headers.get(name)));
    return await show();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'rate-limited')
      return asPage(nothingPage(error.message), 429, { 'retry-after': '60' });
    throw error;
  }
}

const SECRET = /^[\w-]{32}$/;
/** Whether a person opens it: not a browser that looks ahead, nor a HEAD. */
const isOpened = ({ method, headers }: Request): boolean =>
  method === 'GET' && !/prefetch|preview/.test(headers.get('sec-purpose') ?? headers.get('purpose') ?? '');

/** The page of an address. Whatever shows nothing (unknown, ended, revoked, closed) answers the same 404. */
export const showLink = (request: Request, secret: string): Promise<Response> =>
  limited(request, async () => {
    const opened = SECRET.test(secret) ? await openLink(secret) : null;
    if (!opened) return asPage(nothingPage(), 404);
    if (isOpened(request)) await countOpening(opened.id);
    return asPage(pageOf(opened, new URL(`/shared/${secret}`, env().NEXTAUTH_URL).toString()));
  });

const streamed = (parts: AsyncIterable<Uint8Array>) =>
  Readable.toWeb(Readable.from(parts)) as ReadableStream<Uint8Array>;

/** The file of a shared export as it was made; with `?read` as a page, where it is one and no longer than can be put together at once. */
export const showFile = (request: Request, secret: string): Promise<Response> =>
  limited(request, async () => {
    const file = SECRET.test(secret) ? await openFile(secret) : null;
    if (!file) return asPage(nothingPage(), 404);
    if (new URL(request.url).searchParams.has('read') && isReadable(file)) {
      if (file.format === 'html') return asPage(streamed(file.parts()));
      return asPage(await briefOf(await new Response(streamed(file.parts())).text()));
    }
    return new Response(streamed(file.parts()), {
      headers: {
        ...HEADERS,
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
        ...lengthHeaders(file.bytes),
        'content-type': file.contentType,
        'content-disposition': `attachment; filename="${file.fileName.replace(/[^\w.-]/g, '_')}"`,
      },
    });
  });

/** The brief of an export that was made as JSON, which holds all that a brief tells. */
async function briefOf(json: string): Promise<string> {
  const snapshot = JSON.parse(json) as Omit<ExportSnapshot, 'leftOut'>;
  const [brief] = [...(writeHtml(sourceOf({ ...snapshot, leftOut: [] }, () => '')) as StreamedFile[])];
  return String((await finished(brief!)).body);
}
