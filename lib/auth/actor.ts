import { decode } from 'next-auth/jwt';
import type { Actor } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { endOfToken, findSession, findToken } from './sessions';

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

/** Why a request is nobody's, for whoever wrote the program or looks at the page. */
export async function whyNobody(headers: Headers): Promise<string> {
  const authorization = headers.get('authorization');
  if (authorization === null) return 'Sign in first.';
  const secret = BEARER.exec(authorization)?.[1];
  if (!secret) return 'Authorization is to be “Bearer cb_…”, with a token of Claimbench.';
  const ended = await endOfToken(secret);
  if (!ended) return 'This token is not known here, or was revoked, or its account was disabled.';
  return `This token ended at ${ended.toISOString().slice(0, 16).replace('T', ' ')} UTC. Make a new one.`;
}

export const actorFrom = async (headers: Headers): Promise<Actor | null> => (await callerFrom(headers))?.actor ?? null;
