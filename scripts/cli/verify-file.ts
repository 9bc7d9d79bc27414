import type { Speech } from './speech';
import { givenBy } from './verify-given';
import { checkSealed, sha256, type Told } from './verify-sealed';
import { checkSignature, keysIn } from './verify-signature';

const NOTHING =
  'Nothing vouches for this file: there is no manifest beside it. Put the one that came with it into the same folder; of files that were unpacked name the manifest.';

/** Loaded when it is wanted: without a database nothing of it is. */
const asked = async (...of: Parameters<(typeof import('./verify-known'))['checkKnown']>) =>
  (await import('./verify-known')).checkKnown(...of);

/**
 * Checks an export against its manifest and its signature, and against the database where a `url` names one. Answers the number
 * of faults, each a line on standard error; what is true, and what is to be known, stands on standard output.
 */
export async function verifyFile(file: string, options: { key?: string; url: string | null }, speech: Speech) {
  const given = givenBy(file);
  const keys = options.key === undefined ? null : keysIn(options.key);
  speech.passing('looking it up …');
  const hash = given.content && sha256(given.content);
  const known = options.url === null ? null : await asked(options.url, given.manifest, hash);
  const manifest = given.manifest ?? known?.kept ?? null;
  const own: Told[] = manifest
    ? [await checkSealed(manifest, given), checkSignature(manifest, keys)]
    : [{ says: [], notes: [], faults: [NOTHING] }];
  const told = [...own, ...(known?.told ?? [])];
  const faults = told.flatMap((one) => one.faults);
  for (const line of told.flatMap(({ says }) => says)) speech.say(`ok     ${line}`);
  for (const line of told.flatMap(({ notes }) => notes)) speech.say(`note   ${line}`);
  for (const line of faults) speech.warn(`FAULT  ${line}`);
  speech.say(
    faults.length
      ? `${faults.length === 1 ? '1 fault' : `${faults.length} faults`}: do not rely on it.`
      : 'It is what was exported.',
  );
  return faults.length;
}
