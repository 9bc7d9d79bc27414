import { v5 } from 'uuid';

/** The namespace of every id that we derive, and of our own words in linked data. Never changes. */
export const NAMESPACE = '8f0c6f0e-2d4b-4d3a-9c55-1b7a6e0f4c21';

/** The same UUID for the same name, for good (RFC 9562, version 5). */
export const derivedId = (name: string): string => v5(name, NAMESPACE);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** An address for something of ours that depends on no host. */
export const urn = (id: string): string => `urn:uuid:${UUID.test(id) ? id : derivedId(id)}`;

/** When something was made, as its UUIDv7 says; the epoch for an id of another kind. ISO 8601. */
export const madeAt = (id: string): string =>
  new Date(UUID.test(id) && id[14] === '7' ? parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : 0).toISOString();

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Exactly these bytes, whatever they are called: a name by their SHA-256 in hexadecimal (RFC 6920). */
export function hashName(sha256: string): string {
  const bits = Array.from(sha256, (digit) => parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  const sixes = bits.match(/.{1,6}/g) ?? [];
  return `ni:///sha-256;${sixes.map((six) => SIGNS[parseInt(six.padEnd(6, '0'), 2)]).join('')}`;
}

/** The address as an absolute one of the web; null for any other words. */
export function webAddress(url: string | null): string | null {
  try {
    const { protocol, href } = new URL(url ?? '');
    return protocol === 'http:' || protocol === 'https:' ? href : null;
  } catch {
    return null;
  }
}

// A language of two or three letters, then parts of up to eight signs (BCP 47; the longer names that it sets aside name none).
const TAG = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i;
/** Whether it is well formed as a tag of a language. */
export function isLanguageTag(text: string): boolean {
  try {
    return TAG.test(text) && Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** The SHA-256 that a name of exact bytes holds, in hexadecimal; null for any other name. */
export function hashOf(name: string): string | null {
  const [, sixes] = /^ni:\/\/\/sha-256;([\w-]{43})$/.exec(name) ?? [];
  if (!sixes) return null;
  const bits = Array.from(sixes, (six) => SIGNS.indexOf(six).toString(2).padStart(6, '0')).join('');
  const fours = bits.slice(0, 256).match(/.{4}/g) ?? [];
  return fours.map((four) => parseInt(four, 2).toString(16)).join('');
}
