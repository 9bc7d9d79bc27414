import { showFile } from '@/lib/links/api/shown';

export const dynamic = 'force-dynamic';

/** The file of a shared export, to whoever holds its address. */
export const GET = async (request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> =>
  showFile(request, (await params).token);
