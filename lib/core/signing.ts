import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { PublicKey, Signature } from '@/lib/formats/manifest-file';
import { env } from './env';

// Signatures over exports, with the key of CLAIMBENCH_SIGNING_KEY. Without one nothing is signed.

const base64url = (bytes: Buffer) => bytes.toString('base64url');

/** A public key by its 32 bytes in base64url, with its thumbprint. */
function keyOf(x: string): PublicKey {
  const kid = base64url(createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest());
  return { kty: 'OKP', crv: 'Ed25519', x, kid };
}
const publicOf = (key: KeyObject): PublicKey => keyOf(createPublicKey(key).export({ format: 'jwk' }).x!);

/** The key in the environment, or null where nothing is to be signed. */
function ownKey(): KeyObject | null {
  const text = env().CLAIMBENCH_SIGNING_KEY;
  return text === undefined
    ? null
    : createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
}

/** The keys that this installation signs with, or signed with: the one in use first. */
export function publicKeys(): PublicKey[] {
  const key = ownKey();
  return [...(key ? [publicOf(key)] : []), ...env().CLAIMBENCH_SIGNING_KEYS_BEFORE.map(keyOf)];
}

/** A signature over the text, or undefined where there is no key. */
export function signatureOf(text: string): Signature | undefined {
  const key = ownKey();
  if (!key) return undefined;
  return { algorithm: 'Ed25519', key: publicOf(key), value: base64url(sign(null, Buffer.from(text, 'utf8'), key)) };
}

/** Whether the text was signed by the key that the signature names; false too for what is no key. */
export function isSignedBy(text: string, { key, value }: Signature): boolean {
  try {
    const known = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.x }, format: 'jwk' });
    return verify(null, Buffer.from(text, 'utf8'), known, Buffer.from(value, 'base64url'));
  } catch {
    return false;
  }
}
