import { publicKeys } from '@/lib/core/signing';

export const dynamic = 'force-dynamic';

/** The public keys of the exports that were signed here, as a JSON Web Key Set: the one in use first, none where nothing is signed. */
export function GET(): Response {
  const headers = {
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
    'content-type': 'application/jwk-set+json',
  };
  return new Response(`${JSON.stringify({ keys: publicKeys() }, null, 2)}\n`, { headers });
}
