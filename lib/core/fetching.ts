import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import ipaddr from 'ipaddr.js';
import { Agent, request } from 'undici';
import { env } from './env';
import { Refusal } from './errors';

// Addresses that people name are contacted by the server only where the operator says so, and never inside its own network: a name is
// resolved once, what it resolves to must be public, and the connection goes to that very address. Every redirect is asked the same.

export const LIMITS = { bytes: 25 * 1024 * 1024, ms: 20_000, redirects: 5 };

/** Whether an address is one of the public internet: no private, loopback, link-local, shared, reserved or metadata range. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast';
  const six = parsed as ipaddr.IPv6;
  if (six.isIPv4MappedAddress()) return isPublic(six.toIPv4Address().toString());
  // 2000::/3 is what is given out; what carries an IPv4 address inside (6to4, Teredo, NAT64) has a range of its own.
  return six.range() === 'unicast' && (six.parts[0]! & 0xe000) === 0x2000;
}

/** Whether an address lies in one of these ranges of the operator's own network. */
export function isWithin(ranges: readonly string[], address: string): boolean {
  const parsed = ipaddr.process(address);
  return ranges
    .map((range) => ipaddr.parseCIDR(range))
    .some(([base, bits]) => base.kind() === parsed.kind() && parsed.match([base, bits] as never));
}

export type Rules = {
  /** All addresses of a name. */
  resolve: (host: string) => Promise<string[]>;
  permits: (address: string) => boolean;
  ms?: number;
  bytes?: number;
};
export const inTheWorld = (): Rules => ({
  resolve: async (host) => (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address),
  permits: (address) => isPublic(address) || isWithin(env().CLAIMBENCH_FETCH_ALSO, address),
});
const no = (why: string, extra = {}) => new Refusal('invalid', `${why} Nothing was kept.`, extra);
/** What another server did, it may not do the next time. */
const notNow = (why: string) => no(why, { again: true });
/** An address that is not connected to; its message says why. */
class Unreachable extends Error {}

/** The one address to connect to. Throws when the name has none, or any that is not public: which is used is not ours to hope for. */
async function addressOf(url: URL, { resolve, permits }: Rules): Promise<string> {
  if (!/^https?:$/.test(url.protocol)) throw new Unreachable('Only http:// and https:// addresses are contacted.');
  if (url.username || url.password)
    throw new Unreachable('An address with a name and a password in it is not contacted.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await resolve(host).catch(() => []);
  if (addresses.length === 0) throw new Unreachable(`There is no server named ${host}.`);
  if (!addresses.every((address) => permits(address)))
    throw new Unreachable(`${host} lies in a private network, which this server does not contact.`);
  return addresses[0]!;
}

/** A connection to this address and no other, whatever the name would resolve to by now. */
const agentFor = (address: string) =>
  new Agent({
    connect: {
      timeout: 10_000,
      lookup: (_host, options, done) => {
        const family = isIP(address);
        if (options.all)
          (done as (error: null, all: { address: string; family: number }[]) => void)(null, [{ address, family }]);
        else done(null, address, family);
      },
    },
    headersTimeout: 10_000,
    bodyTimeout: 10_000,
  });

async function bodyOf(body: Readable, most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw new Refusal('too-large', 'What this address answers is over 25 MB. Nothing was kept.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const KINDS: Record<string, string> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'txt',
  'text/markdown': 'md',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'multipart/related': 'mhtml',
};

/** A file's name for what an address answered: its ending says what the sender called it, and the bytes must agree. */
function nameOf(url: URL, type: string): string {
  const ending = KINDS[type];
  if (!ending)
    throw no(
      `This address answers ${type ? `“${type.slice(0, 80)}”` : 'something without a type'}, which is not read.`,
    );
  let last = url.pathname.split('/').filter(Boolean).at(-1) ?? '';
  try {
    last = decodeURIComponent(last);
  } catch {
    // Kept as it is written.
  }
  const base = (last.replace(/\.\w{1,5}$/, '').replace(/[\0-\x1f\x7f/\\]/g, '') || url.hostname).slice(0, 200);
  return `${base.replace(/[\uD800-\uDFFF]/g, '')}.${ending}`;
}

type Step = { next: URL } | { bytes: Uint8Array; name: string; charset: string | null };

async function oneStep(url: URL, rules: Rules, signal: AbortSignal): Promise<Step> {
  const agent = agentFor(await addressOf(url, rules));
  try {
    const { statusCode, headers, body } = await request(url, {
      dispatcher: agent,
      signal,
      headers: {
        accept: 'text/html,application/pdf,text/plain,*/*;q=0.5',
        'accept-encoding': 'identity',
        'user-agent': 'Claimbench',
      },
    });
    const header = (name: string) => [headers[name] ?? ''].flat()[0] ?? '';
    if ([301, 302, 303, 307, 308].includes(statusCode) && URL.canParse(header('location'), url))
      return { next: new URL(header('location'), url) };
    if (statusCode !== 200) throw notNow(`The server at ${url.host} answered ${statusCode}.`);
    if (!/^(identity)?$/.test(header('content-encoding')))
      throw no(`The server at ${url.host} packs its answer, though it was asked not to.`);
    const [type = '', ...parameters] = header('content-type').split(';');
    const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(parameters.join(';'))?.[1] ?? null;
    const name = nameOf(url, type.trim().toLowerCase());
    return { bytes: await bodyOf(body, rules.bytes ?? LIMITS.bytes), name, charset };
  } finally {
    // What was not read is not waited for.
    await agent.destroy();
  }
}

/** What an address answers, after at most five redirects. For tests with rules of their own. Throws `invalid` and `too-large`. */
export async function fetchBy(rules: Rules, address: string) {
  let url = new URL(address);
  const signal = AbortSignal.timeout(rules.ms ?? LIMITS.ms);
  for (let hop = 0; hop <= LIMITS.redirects; hop += 1) {
    let step: Step;
    try {
      step = await oneStep(url, rules, signal);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (error instanceof Unreachable) throw no(error.message);
      throw notNow(
        signal.aborted
          ? `The server at ${url.host} took longer than 20 seconds.`
          : `The server at ${url.host} did not answer.`,
      );
    }
    if (!('next' in step)) return { ...step, address: url.href.slice(0, 2000) };
    url = step.next;
  }
  throw no('This address leads from one to the next more than five times.');
}

/** What an address answers, where the operator allows it. Throws `forbidden`, `invalid` and `too-large`. */
export async function fetchPage(address: string) {
  if (!env().CLAIMBENCH_FETCH)
    throw new Refusal('forbidden', 'This server fetches no pages: its operator has not allowed it.');
  return fetchBy(inTheWorld(), address);
}

/** What an address answered to what it was sent: the first bytes of it; or why there was no answer. */
export type Answered = { ms: number } & ({ status: number; answer: string } | { failure: string });
type Sent = { headers: Record<string, string>; body: string };
const SENT = { ms: 10_000, bytes: 1000 };

/** The first bytes of an answer as text; the rest is not read. */
async function beginningOf(body: Readable, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= most) break;
  }
  // A character cut in half at the end is left out.
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, most), { stream: true }).replaceAll('\0', '');
}

const tooLong = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

/** Posts to an address as `rules` allow it. No redirect is followed: what was meant for one address goes to no other. */
export async function sendBy(rules: Rules, address: string, { headers, body }: Sent): Promise<Answered> {
  const [url, started] = [new URL(address), performance.now()];
  const took = () => Math.round(performance.now() - started);
  const signal = AbortSignal.timeout(rules.ms ?? SENT.ms);
  const late = tooLong(signal);
  late.catch(() => {});
  let agent: Agent | undefined;
  try {
    agent = agentFor(await Promise.race([addressOf(url, rules), late]));
    const answered = await request(url, { method: 'POST', dispatcher: agent, signal, headers, body });
    const status = answered.statusCode;
    const answer = await beginningOf(answered.body, rules.bytes ?? SENT.bytes);
    return { ms: took(), status, answer };
  } catch (error) {
    const { code } = error as { code?: string };
    const failure =
      error instanceof Unreachable
        ? error.message
        : signal.aborted
          ? `No answer within ${(rules.ms ?? SENT.ms) / 1000} seconds.`
          : `No connection${code ? ` (${code})` : ''}.`;
    return { ms: took(), failure };
  } finally {
    await agent?.destroy();
  }
}
