import { handle } from 'hono/vercel';
import { api } from '@/lib/api/routes';

export const dynamic = 'force-dynamic';

const door = handle(api);
export { door as GET, door as POST, door as PUT, door as PATCH, door as DELETE };
