import { unscoped } from '@/lib/core/db';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const database = await unscoped()
    .$queryRaw`SELECT 1`.then(() => true)
    .catch(() => false);
  const body = { status: database ? 'ok' : 'unavailable', database };
  return Response.json(body, { status: database ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
