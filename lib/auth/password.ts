import { hash, verify } from '@node-rs/argon2';

// OWASP's argon2id for servers: 46 MiB, one pass. At most two at once: a burst of sign-ins must not eat the memory.
const settings = { memoryCost: 47104, timeCost: 1, parallelism: 1 };
let running = 0;
const waiting: (() => void)[] = [];

async function oneOfTwo<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((go) => waiting.push(go));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string): Promise<string> => oneOfTwo(() => hash(password, settings));

let decoy: Promise<string> | undefined;
/** Checks a password. Without an account it takes as long against a decoy: timing tells nobody who exists. */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const against = stored ?? (await decoy);
  const fits = await oneOfTwo(() => verify(against, password));
  return fits && Boolean(stored);
}
