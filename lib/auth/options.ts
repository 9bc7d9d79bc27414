import type { AuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { env } from '@/lib/core/env';
import { Refusal } from '@/lib/core/errors';
import { signInWithLink, signInWithPassword } from './accounts';
import { addressOf } from './address';
import { endSession, openSession } from './sessions';

type Asked = { headers?: Record<string, unknown> };
const from = ({ headers }: Asked) => addressOf((name) => headers?.[name]);

// next-auth shows the message of a thrown error as its code: ours are the closed list's.
async function orCode<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refusal) throw new Error(error.code);
    throw error;
  }
}

/** next-auth's settings: password and one-time link, and a JWT whose only content that counts is a session row's secret. */
export function authOptions(agent: string): AuthOptions {
  const secure = env().NEXTAUTH_URL.startsWith('https:');
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: 12 * 3600 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: {
        name: `${secure ? '__Host-' : ''}next-auth.session-token`,
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    providers: [
      Credentials({
        id: 'password',
        credentials: { email: {}, password: {} },
        authorize: (typed, request) =>
          orCode(signInWithPassword(String(typed?.email ?? ''), String(typed?.password ?? ''), from(request))),
      }),
      Credentials({
        id: 'link',
        credentials: { secret: {} },
        authorize: (typed, request) => orCode(signInWithLink(String(typed?.secret ?? ''), from(request))),
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        return user ? { sub: user.id, sid: await openSession(user.id, agent) } : token;
      },
      session: ({ session }) => session,
      redirect: ({ url, baseUrl }) => (url.startsWith('/') && !url.startsWith('//') ? `${baseUrl}${url}` : baseUrl),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === 'string') await endSession(token.sid);
      },
    },
  };
}
