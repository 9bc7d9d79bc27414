import type { ApprovalState } from '@/lib/reviews/review';

type Missing = ApprovalState['missing'][number];

// Where on the claim's own page a thing is mended.
const places: Record<string, string> = { 'no-supporting-citation': '#evidence' };

/**
 * What the claim's own page lists as missing for its approval. What only says that somebody else has to decide is left out
 * for members who decide on no claim, and said once to whoever both made and worded it; what leads to this page leads to the part of it
 * that matters, or nowhere. An approved claim lacks nothing, whoever looks at it.
 */
export function missingHere(missing: readonly Missing[], page: string, reviews: boolean): Missing[] {
  const codes = new Set(missing.map(({ code }) => code));
  if (codes.has('approved')) return [];
  return missing
    .filter(({ code }) => code !== 'rejected')
    .filter(({ code }) => reviews || (code !== 'role' && !code.startsWith('own-')))
    .filter(({ code }) => code !== 'own-claim' || !codes.has('own-wording'))
    .map((one) => (one.href === page ? { ...one, href: places[one.code] ?? null } : one));
}
