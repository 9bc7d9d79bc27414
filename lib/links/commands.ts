import { z } from 'zod';
import { hashOf, newSecret } from '@/lib/auth/secrets';
import { findClaim } from '@/lib/claims/queries/claims';
import { command } from '@/lib/core/command';
import type { WriteContext } from '@/lib/core/context';
import { inPublic } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { Refusal } from '@/lib/core/errors';
import { findCorroboration } from '@/lib/echoes/queries/corroboration';
import { findExport } from '@/lib/exports/queries/exports';
import { openExport } from '@/lib/exports/queries/snapshot';
import { sayAbove } from '@/lib/formats/marking';
import { all } from '@/lib/formats/source';
import { linkInput, type Link, type SharedRecord } from './link';
import { findLink } from './queries/links';

const nothing = z.strictObject({});
const DAY = 24 * 3_600_000; // ms

/** Of a stored answer the address is left out: it is told once. */
const kept = (link: Link): Link => ({ ...link, address: undefined });

type About = { claimId: string; wording: number; record: SharedRecord } | { exportId: string };

/** The row of a new link and, once, its address. */
async function makeLink(ctx: WriteContext, { days, ceiling }: z.output<typeof linkInput>, about: About): Promise<Link> {
  const secret = newSecret();
  const { id } = await ctx.db.sharedLink.create({
    data: {
      ...{ projectId: ctx.projectId, tokenHash: hashOf(secret), ceiling },
      ...('record' in about ? { ...about, record: JSON.parse(JSON.stringify(about.record)) as object } : about),
      ...{ createdBy: ctx.actor.userId, createdAt: ctx.now, expiresAt: new Date(ctx.now.getTime() + days * DAY) },
    },
    select: { id: true },
  });
  return { ...(await findLink(ctx, id)), address: new URL(`/shared/${secret}`, env().NEXTAUTH_URL).toString() };
}

const refused = (words: readonly string[]) =>
  new Refusal('not-allowed-now', 'This cannot be shared as it is.', {
    missing: words.map((one) => ({ code: 'shared', words: one, href: null })),
  });

/** Keeps the claim as it would be exported now, and makes an address that shows it and nothing else. */
export const shareClaim = command(
  { verb: 'link.make', input: linkInput, subject: 'claim', load: (ctx, id) => findClaim(ctx, id), status: 201, kept },
  async (ctx, input, claim) => {
    const { id, version, wording } = claim;
    const { source, leftOut } = await openExport(ctx, ctx.projectId, { claimIds: [id], ceiling: input.ceiling });
    const claims = await all(source.claims());
    if (claims.length === 0) throw refused((await leftOut()).flatMap(({ why }) => why));
    const snapshot = { meta: source.meta, claims, entities: await all(source.entities()), leftOut: [] };
    const { articles, origins, unsourced, headline } = await inPublic(ctx, () => findCorroboration(ctx, id));
    const record = { snapshot, figures: { articles, origins, unsourced, headline } };
    const link = await makeLink(ctx, input, { claimId: id, wording, record });
    ctx.record({ type: 'link.made', subjectType: 'claim', subjectId: id, version });
    return link;
  },
);

/** Makes an address that shows an export as it was made: its figures, its brief where it is one, and its file. */
export const shareExport = command(
  { verb: 'link.make', input: linkInput, subject: 'export', load: findExport, status: 201, kept },
  async (ctx, input, made) => {
    const above = sayAbove(made.manifest.marking ?? null, input.ceiling);
    if (above) throw refused([above]);
    const link = await makeLink(ctx, input, { exportId: made.id });
    if (link.why) throw refused([link.why]);
    ctx.record({ type: 'link.made', subjectType: 'export', subjectId: made.id, version: 1 });
    return link;
  },
);

/** From now on its address shows nothing. Revoking again changes nothing. */
export const revokeLink = command(
  { verb: 'link.revoke', input: nothing, subject: 'shared_link', load: findLink },
  async (ctx, _, link) => {
    if (link.state === 'revoked') return link;
    await ctx.db.sharedLink.update({
      where: { id: link.id },
      data: { revokedAt: ctx.now, revokedBy: ctx.actor.userId, version: link.version + 1 },
    });
    const about = link.claim ? { type: 'claim', id: link.claim.id } : { type: 'export', id: link.export!.id };
    ctx.record({ type: 'link.revoked', subjectType: about.type, subjectId: about.id, version: link.version + 1 });
    return findLink(ctx, link.id);
  },
);
