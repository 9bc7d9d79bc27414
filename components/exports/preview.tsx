import { Badge } from '@/components/ui/badge';
import { ClaimStatusBadge } from '@/components/ui/claim-status-badge';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/text-link';
import type { AnswerOf } from '@/lib/api/client';
import { count } from './formats';

type PreviewView = AnswerOf<'previewExport'>;
const several = (many: number, one: string) => (many === 1 ? `1 ${one}` : `${count(many)} ${one}s`);

/** That a list does not show all there is. */
function More({ shown, of }: { shown: number; of: number }) {
  return shown < of ? <p className="text-muted">and {count(of - shown)} more</p> : null;
}

/** What would be in an export made now, and what would be left out and why. */
export function Preview({ projectId, preview }: { projectId: string; preview: PreviewView }) {
  const { claims, leftOut, counts } = preview;
  const href = (id: string) => `/projects/${projectId}/claims/${id}`;
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <section aria-labelledby="inside" className="flex flex-col gap-2">
        <h2 id="inside" className="text-lg font-semibold">
          {counts.claims === 0 ? 'No claim is approved yet' : `${several(counts.claims, 'claim')} will be in it`}
        </h2>
        {claims.length === 0 && (
          <p className="text-muted">Only approved claims are exported. Below is what each of the others still needs.</p>
        )}
        <ul>
          {claims.map((claim) => (
            <li key={claim.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line py-2">
              <TextLink href={href(claim.id)} className="min-w-0 flex-1 basis-64 wrap-anywhere">
                {claim.statement}
              </TextLink>
              <span className="text-muted">{several(claim.citations, 'citation')}</span>
              {claim.openQuestions > 0 && <Badge tone="warn">its question is open</Badge>}
              {claim.dissent > 0 && <Badge tone="warn">{claim.dissent} in dissent</Badge>}
            </li>
          ))}
        </ul>
        <More shown={claims.length} of={counts.claims} />
      </section>
      {leftOut.length > 0 && (
        <section aria-labelledby="outside" className="flex flex-col gap-2">
          <h2 id="outside" className="text-lg font-semibold">
            {several(counts.leftOut, 'claim')} left out
          </h2>
          <Disclosure summary="Which, and why" open={leftOut.length <= 20}>
            <ul>
              {leftOut.map((claim) => (
                <li key={claim.claimId} className="flex flex-col gap-1 border-b border-line py-2">
                  <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                    <TextLink href={href(claim.claimId)} className="min-w-0 flex-1 basis-64 wrap-anywhere">
                      {claim.statement}
                    </TextLink>
                    <ClaimStatusBadge status={claim.status} />
                  </span>
                  <ul className="text-muted">
                    {claim.why.map((why, at) => (
                      <li key={at} className="wrap-anywhere">
                        {why}
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
            <More shown={leftOut.length} of={counts.leftOut} />
          </Disclosure>
        </section>
      )}
    </div>
  );
}
