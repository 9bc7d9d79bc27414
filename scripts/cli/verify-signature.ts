import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { isSignedBy } from '@/lib/core/signing';
import { signedText, type ManifestFile } from '@/lib/formats/manifest-file';
import { refused } from './speech';
import type { Told } from './verify-sealed';

type Key = { x?: string };
const X = /^[\w-]{43}$/;

/** The keys that were named: the 43 signs of one, or a file with the published list, one key as JSON, or PEM. */
export function keysIn(named: string): string[] {
  if (X.test(named) && !existsSync(named)) return [named];
  if (!existsSync(named)) throw refused(`There is no file ${named}. Name a file with the public key, or its 43 signs.`);
  if (!statSync(named).isFile())
    throw refused(`${named} is not a file. Name a file with the public key, or its 43 signs.`);
  const text = readFileSync(named, 'utf8');
  try {
    const json = text.trimStart().startsWith('{');
    const read = (json ? JSON.parse(text) : createPublicKey(text).export({ format: 'jwk' })) as Key & { keys?: Key[] };
    const keys = (read.keys ?? [read]).flatMap(({ x }) => x ?? []);
    if (keys.length && keys.every((x) => X.test(x))) return keys;
  } catch {
    // Said below.
  }
  throw refused(`${named} holds no Ed25519 public key.`);
}

/** Whether the manifest was signed, and by one of these keys where some were named. */
export function checkSignature(manifest: ManifestFile, keys: string[] | null): Told {
  const { signature } = manifest;
  const none = { says: [], notes: [], faults: [] };
  if (!signature) {
    const said = 'It is not signed: whoever could change file and manifest together could have made it.';
    return keys ? { ...none, faults: ['It is not signed.'] } : { ...none, notes: [said] };
  }
  const { kid, x } = signature.key;
  if (!isSignedBy(signedText(manifest), signature))
    return { ...none, faults: ['The signature is not over this manifest: it, or the signature, was changed.'] };
  if (keys && !keys.includes(x)) return { ...none, faults: [`It is signed, but with another key: ${kid}.`] };
  if (keys) return { ...none, says: [`Signed with the key that you named: ${kid}.`] };
  const said = `Signed with the key ${kid}. Whose that is, only a key shows that you have from them: name it with --key.`;
  return { ...none, notes: [said] };
}
