import { createHash, randomBytes } from 'node:crypto';

/** A secret of 192 bits for a link, a session or a token. Only its hash is stored. */
export const newSecret = (): string => randomBytes(24).toString('base64url');

export const hashOf = (secret: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHash('sha256').update(secret).digest());
