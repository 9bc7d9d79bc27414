import { hash, verify } from '@node-rs/argon2';
import { turns } from './turns';

// OWASP's argon2id for servers: 46 MiB, one pass. At most two at once: a burst of sign-ins must not eat the memory.
const settings = { memoryCost: 47104, timeCost: 1, parallelism: 1 };
const oneOfTwo = turns(2);

export const hashPassword = (password: string): Promise<string> => oneOfTwo(() => hash(password, settings));

let decoy: Promise<string> | undefined;
/** Checks a password. Without an account it takes as long against a decoy: timing tells nobody who exists. */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const against = stored ?? (await decoy);
  const fits = await oneOfTwo(() => verify(against, password));
  return fits && Boolean(stored);
}
