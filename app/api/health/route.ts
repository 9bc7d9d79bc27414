import { unscoped } from '@/lib/core/db';
import { isLive } from '@/lib/live/hub';

export const dynamic = 'force-dynamic';

/** Whether this instance can serve; `live` is false while others' writes come late, by polling. 503 without the database. */
export async function GET(): Promise<Response> {
  const database = await unscoped().$queryRaw`SELECT 1`.then(() => true).catch(() => false);
  const body = { status: database ? 'ok' : 'unavailable', database, live: database && isLive() };
  return Response.json(body, { status: database ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
