import { SaidBy } from '@/components/claims/said-by';
import { EntityLink } from '@/components/entities/entity-link';
import { Avatar } from '@/components/ui/avatar';
import { ConfidenceMeter } from '@/components/ui/confidence-meter';
import { ReviewBadge } from '@/components/ui/review-badge';
import { StanceMark } from '@/components/ui/stance-mark';
import { TextLink } from '@/components/ui/text-link';
import { Time } from '@/components/ui/time';
import { PersonName } from '@/components/ui/person-name';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { claimHref } from '@/lib/threads/place';

const said = { accept: 'accepted', reject: 'rejected', 'needs-work': 'asked for work' };

/** What was tagged: the claim or the entity, who says it, who tagged it, how sure they are, what colleagues said. */
export function TagFacts({ projectId, tag, own = false }: { projectId: string; tag: QuotedTag; own?: boolean }) {
  return (
    <div className="flex flex-col gap-2">
      {tag.claim && (
        <p className="flex items-baseline gap-x-2.5">
          {tag.stance && <StanceMark stance={tag.stance} denies={tag.denies} />}
          <TextLink href={claimHref(projectId, tag.claim.id)} className="min-w-0 text-lg font-medium wrap-anywhere">
            {tag.claim.statement}
          </TextLink>
        </p>
      )}
      {tag.entity && (
        <p className="text-lg">
          <EntityLink projectId={projectId} entity={tag.entity} />
        </p>
      )}
      {tag.claim && <SaidBy projectId={projectId} tag={tag} />}
      {tag.note && <p className="wrap-anywhere whitespace-pre-wrap">{tag.note}</p>}
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
        <Avatar name={tag.author.name} id={tag.author.id} size="small" decorative />
        {own ? <span>You</span> : <PersonName person={tag.author} />}
        {tag.externalAuthor && <PersonName person={{ name: tag.externalAuthor, external: true }} before="for" />}
        {tag.proposedBy && (
          <span>
            as proposed by <PersonName person={tag.proposedBy} />
          </span>
        )}
        <Time at={tag.createdAt} />
        <span className="inline-flex items-center gap-1.5">
          confidence <ConfidenceMeter value={tag.confidence} whenNotStated="words" />
        </span>
        {tag.reviewState !== 'unreviewed' && <ReviewBadge state={tag.reviewState} />}
      </p>
      {tag.reviews.length > 0 && (
        <ul className="flex flex-col gap-1 border-s-2 border-line ps-3">
          {tag.reviews.map(({ id, reviewer, verdict, reason, proposal }) => (
            <li key={id} className="wrap-anywhere">
              <PersonName person={reviewer} className="font-medium" /> {said[verdict]}
              {reason && `: ${reason}`}
              {proposal && !reason && ' and proposes a fix'}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
