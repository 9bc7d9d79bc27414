import { showLink } from '@/lib/links/api/shown';

export const dynamic = 'force-dynamic';

/** What one address shares, to whoever holds it. */
export const GET = async (request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> =>
  showLink(request, (await params).token);
