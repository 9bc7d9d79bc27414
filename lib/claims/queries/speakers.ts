import type { z } from 'zod';
import { reviewFields, reviewState } from '@/lib/agreement/standing';
import type { ReadContext } from '@/lib/core/context';
import { refFields, refOf } from '@/lib/entities/queries';
import { visible } from '@/lib/permissions';
import type { claimSpeakers } from '../claim';
import { passagesOf, type CitedTag } from '../passages';
import { rootFields, rootOf } from './evidence';

type Speakers = z.output<typeof claimSpeakers>;
type Speaking = Omit<Speakers['items'][number], 'citations'> & { cited: CitedTag[] };

/** Who is cited on which claim of the project, and in how many passages; merged claims and entities under those that survive. */
export async function listClaimSpeakers(ctx: ReadContext, projectId: string): Promise<Speakers> {
  const tags = await ctx.db.tag.findMany({
    where: {
      projectId,
      claimId: { not: null },
      speakerId: { not: null },
      deletedAt: null,
      highlight: { deletedAt: null, orphanedAt: null, article: { deletedAt: null } },
      AND: visible(ctx),
    },
    select: {
      claim: rootFields,
      speaker: refFields,
      stance: true,
      contentVersion: true,
      createdAt: true,
      reviews: { select: reviewFields, where: { withdrawnAt: null, ...visible(ctx) } },
      highlight: { select: { articleId: true, articleVersionId: true, start: true, end: true } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const found = new Map<string, Speaking>();
  for (const { claim, speaker: row, stance, createdAt, highlight: place, ...tag } of tags) {
    const [claimId, speaker] = [rootOf(claim!), refOf(row!)];
    const key = `${claimId} ${speaker.id}`;
    const one = found.get(key) ?? { claimId, speaker, cited: [] };
    one.cited.push({ stance: stance!, reviewState: reviewState(tag.reviews, tag.contentVersion), createdAt, place });
    found.set(key, one);
  }
  const items = [...found.values()].map(({ cited, ...one }) => ({ ...one, citations: passagesOf(cited).length }));
  return { items: items.filter(({ citations }) => citations > 0) };
}
