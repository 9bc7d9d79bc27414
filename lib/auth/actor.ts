import { decode } from 'next-auth/jwt';
import type { Actor } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { findSession, findToken } from './sessions';

export type Caller = {
  actor: Actor;
  via: 'session' | 'token';
  /** Of the session or the token. */
  viaId: string;
  sessionId: string | null;
  scopes: string[];
};

const SESSION_COOKIE = /(?:^|;\s*)(?:__Host-|__Secure-)?next-auth\.session-token=([^;]+)/;
const BEARER = /^Bearer (cb_[\w-]{20,100})$/;

/** The session secret inside next-auth's cookie, or null when there is none that we signed. */
export async function sessionSecretFrom(headers: Headers): Promise<string | null> {
  const raw = SESSION_COOKIE.exec(headers.get('cookie') ?? '')?.[1];
  if (!raw) return null;
  try {
    const token = await decode({ token: decodeURIComponent(raw), secret: env().AUTH_SECRET });
    return typeof token?.sid === 'string' ? token.sid : null;
  } catch {
    return null; // a cookie that is not ours is nobody's
  }
}

/**
 * Who is asking: the one answer for pages and API. A row decides it, on every request. Null is nobody. An open stream
 * asks without `touch`: it is no sign that somebody is there.
 */
export async function callerFrom(headers: Headers, touch = true): Promise<Caller | null> {
  const authorization = headers.get('authorization');
  if (authorization !== null) {
    const secret = BEARER.exec(authorization)?.[1];
    const found = secret ? await findToken(secret) : null;
    return found && { actor: found.actor, via: 'token', viaId: found.tokenId, sessionId: null, scopes: found.scopes };
  }
  const secret = await sessionSecretFrom(headers);
  const found = secret ? await findSession(secret, touch) : null;
  if (!found) return null;
  const { actor, sessionId } = found;
  return { actor, via: 'session', viaId: sessionId, sessionId, scopes: ['read', 'write'] };
}

export const actorFrom = async (headers: Headers): Promise<Actor | null> => (await callerFrom(headers))?.actor ?? null;
