'use client';
import Link from 'next/link';
import { useRead } from '@/components/live/use-read';
import { Badge } from '@/components/ui/badge';
import { ClaimStatusBadge } from '@/components/ui/claim-status-badge';
import { LikelihoodPlot } from '@/components/ui/likelihood-plot';
import { StanceMark } from '@/components/ui/stance-mark';
import type { Claim } from '@/lib/claims/claim';
import { percentOf } from '@/lib/claims/likelihood';
import { Section } from './section';

/** The claim that the team disagrees on most, with who believes what. */
export function InDispute({ claim }: { claim: Claim }) {
  const { data } = useRead('listAssessments', { id: claim.id });
  const dots = (data?.items ?? []).flatMap(({ id, analyst, likelihood, band }) => {
    const stated = likelihood ?? band;
    return stated === null ? [] : [{ id, name: analyst.name, likelihood: percentOf(stated) }];
  });
  const { supports, contradicts } = claim.citations;
  return (
    <Section title="A claim in dispute">
      <Link
        href={`/projects/${claim.projectId}/claims/${claim.id}`}
        className="rounded-sm text-xl font-semibold text-pretty wrap-anywhere hover:underline"
      >
        {claim.statement}
      </Link>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted">
        <ClaimStatusBadge status={claim.status} />
        <span className="inline-flex items-center gap-1.5">
          <StanceMark stance="supports" compact /> {supports} for
        </span>
        <span className="inline-flex items-center gap-1.5">
          <StanceMark stance="contradicts" compact /> {contradicts} against
        </span>
        {claim.openObjections > 0 && (
          <Badge tone="warn">
            {claim.openObjections === 1 ? '1 open objection' : `${claim.openObjections} open objections`}
          </Badge>
        )}
      </p>
      {dots.length > 0 && (
        <div className="max-w-2xl pt-2">
          <LikelihoodPlot dots={dots} />
        </div>
      )}
    </Section>
  );
}
