import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectRefusal } from '@/lib/core/testing';
import { fetchBy, fetchPage, isPublic, isWithin } from './fetching';

let server: Server;
let port: number;
let asked: string[] = [];
const PAGE = '<!doctype html><title>Here</title><p>Words of the page.';
const html = { 'content-type': 'text/html; charset=iso-8859-2' };

function answer({ url = '', headers }: IncomingMessage, response: ServerResponse) {
  asked.push(`${headers.host} ${url}`);
  const to = /^\/to\/(.+)$/.exec(url)?.[1];
  if (to) return response.writeHead(302, { location: decodeURIComponent(to) }).end();
  if (url === '/round') return response.writeHead(302, { location: '/round' }).end();
  if (url === '/large') {
    response.writeHead(200, html);
    const more = () => response.write('x'.repeat(100_000), () => response.destroyed || more());
    return more();
  }
  if (url === '/slow') return response.writeHead(200, html).write('x');
  if (url === '/picture') return response.writeHead(200, { 'content-type': 'image/png' }).end('x');
  if (url === '/packed') return response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end('x');
  if (url === '/gone') return response.writeHead(404, html).end('x');
  return response.writeHead(200, html).end(PAGE);
}
beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((done) => server.close(done));
});

/** A world in which good.test is this server, told to the rules as if it were public; everything else is judged as in ours. */
const names: Record<string, string[]> = {
  'good.test': ['127.0.0.1'],
  'inside.test': ['10.1.2.3'],
  'mixed.test': ['93.184.215.14', '192.168.0.1'],
  'six.test': ['::1'],
  'nowhere.test': [],
};
let allowed: string[] = [];
const rules = {
  resolve: (host: string) => {
    allowed = host === 'good.test' ? ['127.0.0.1'] : [];
    return Promise.resolve(names[host] ?? []);
  },
  permits: (address: string) => allowed.includes(address) || isPublic(address),
};
/** Each address by itself: nothing is remembered of the last. */
const get = (address: string, more = {}) => {
  allowed = [];
  asked = [];
  return fetchBy({ ...rules, ...more }, address);
};
const good = (path = '/') => `http://good.test:${port}${path}`;
const PRIVATE = /lies in a private network/;

describe('an address that is fetched', () => {
  it('answers its bytes, its kind, and where it ended', async () => {
    const found = await get(good('/papers/Report%20one.php'));
    expect(Buffer.from(found.bytes).toString()).toBe(PAGE);
    expect(found).toMatchObject({
      name: 'Report one.html',
      charset: 'iso-8859-2',
      address: good('/papers/Report%20one.php'),
    });
    expect(asked).toEqual([`good.test:${port} /papers/Report%20one.php`]);
  });

  it('follows redirects, and says where they led', async () => {
    expect((await get(good(`/to/${encodeURIComponent(good('/end'))}`))).address).toBe(good('/end'));
    expect((await get(good('/to/%2Fend'))).address).toBe(good('/end'));
    expect((await expectRefusal(get(good('/round')), 'invalid')).message).toMatch(/more than five times/);
    expect(asked).toHaveLength(6);
  });

  it('is limited in size and time, and answers only what is read', async () => {
    expect((await expectRefusal(get(good('/large'), { bytes: 500_000 }), 'too-large')).message).toMatch(/over 25 MB/);
    expect((await expectRefusal(get(good('/slow'), { ms: 400 }), 'invalid')).message).toMatch(/longer than/);
    expect((await expectRefusal(get(good('/picture')), 'invalid')).message).toMatch(/“image\/png”, which is not read/);
    expect((await expectRefusal(get(good('/packed')), 'invalid')).message).toMatch(/packs its answer/);
    expect((await expectRefusal(get(good('/gone')), 'invalid')).message).toMatch(/answered 404/);
    expect((await expectRefusal(get('http://nowhere.test/'), 'invalid')).message).toMatch(/no server named/);
  });
});

const INSIDE = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '017700000001',
  '10.0.0.1',
  '172.16.5.4',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '198.18.0.1',
  '[::1]',
  '[::]',
  '[::ffff:10.0.0.1]',
  '[::ffff:7f00:1]',
  '[fe80::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[64:ff9b::a00:1]',
  '[2002:a00:1::1]',
  'inside.test',
  'mixed.test',
  'six.test',
];

describe('an address inside', () => {
  it.each(INSIDE)('%s is not connected to', async (host) => {
    expect((await expectRefusal(get(`http://${host}:${port}/`), 'invalid')).message).toMatch(PRIVATE);
    expect(asked).toEqual([]);
  });

  it.each(INSIDE)('%s is not connected to behind a redirect', async (host) => {
    const to = encodeURIComponent(`http://${host}:${port}/secret`);
    // What was allowed for the first name is not for the next.
    const fresh = {
      permits: (address: string) => (asked.length === 0 && address === '127.0.0.1') || isPublic(address),
    };
    expect((await expectRefusal(get(good(`/to/${to}`), fresh), 'invalid')).message).toMatch(PRIVATE);
    expect(asked).toHaveLength(1);
  });

  it.each(['file:///etc/passwd', 'ftp://good.test/', 'gopher://good.test/', 'data:text/html,x'])(
    '%s is none',
    async (address) => {
      await expectRefusal(get(address), 'invalid');
      await expectRefusal(get(good(`/to/${encodeURIComponent(address)}`)), 'invalid');
    },
  );

  it('a name is resolved once: what it says later changes nothing', async () => {
    let times = 0;
    const resolve = () => Promise.resolve((times += 1) === 1 ? ['127.0.0.1'] : ['10.0.0.1']);
    const permits = (address: string) => address === '127.0.0.1';
    const found = await get(`http://rebind.test:${port}/`, { resolve, permits });
    expect(Buffer.from(found.bytes).toString()).toBe(PAGE);
    expect(times).toBe(1);
    expect(asked).toEqual([`rebind.test:${port} /`]);
  });

  it('without the rule it would have been reached', async () => {
    const found = await get(`http://2130706433:${port}/`, { permits: () => true });
    expect(Buffer.from(found.bytes).toString()).toBe(PAGE);
  });
});

it('tells public addresses from all others', () => {
  expect(['93.184.215.14', '8.8.8.8', '2606:2800:21f:cb07::1', '::ffff:8.8.8.8'].map(isPublic)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['', 'good.test', '999.1.1.1', '::ffff:127.0.0.1', '2001:db8::1', '2001::1'].map(isPublic)).toEqual(
    Array(6).fill(false),
  );
});

it('knows the ranges that the operator names, and no other', () => {
  const also = (address: string) => isWithin(['10.1.2.0/24', 'fd00:12::/32'], address);
  expect(['10.1.2.3', '::ffff:10.1.2.3', 'fd00:12::5'].map(also)).toEqual([true, true, true]);
  expect(['10.1.3.3', '127.0.0.1', 'fd00:13::5', '::1'].map(also)).toEqual(Array(4).fill(false));
  expect(isWithin([], '127.0.0.1')).toBe(false);
});

it('nothing is fetched where the operator has not said so', async () => {
  await expectRefusal(fetchPage('https://example.org/'), 'forbidden');
});
