import { env } from '@/lib/core/env';

/**
 * Whether an unsafe request with a cookie came from our own pages: from NEXTAUTH_URL, or from loopback at our port.
 * A missing or `null` Origin is not ours.
 */
export function sameOrigin(origin: string | undefined): boolean {
  if (!origin) return false;
  const { NEXTAUTH_URL, PORT } = env();
  return [
    new URL(NEXTAUTH_URL).origin,
    `http://localhost:${PORT}`,
    `http://127.0.0.1:${PORT}`,
    `http://[::1]:${PORT}`,
  ].includes(origin);
}
