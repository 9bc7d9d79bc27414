import { Time } from '@/components/ui/time';
import type { ApprovalState, ClaimReview } from '@/lib/reviews/review';

/** Who approved what, and what of it has been overtaken: an approval of an earlier wording is shown as one. */
export function Approvals({ approval, wording }: { approval: ApprovalState | undefined; wording: number }) {
  if (!approval || approval.approvals.length + approval.lapsed.length === 0) return null;
  const { supporting, moved } = approval.newSince;
  const done = approval.status === 'approved' || approval.status === 'stale';
  return (
    <div className="flex flex-col gap-1 text-muted">
      {approval.approvals.map(({ id, reviewer, at, wording: approved }) => (
        <p key={id}>
          {done ? 'Approved' : 'Accepted'} by {reviewer.name}, <Time at={at} detail="date" />, wording {approved}
        </p>
      ))}
      {approval.lapsed.map((review) => (
        <p key={review.id} className="border-s-2 border-warn/50 ps-2">
          {review.reviewer.name} {done ? 'approved' : 'accepted'} {sinceThen(review, wording)}
        </p>
      ))}
      {done && supporting + moved > 0 && (
        <p>
          <span className="font-medium text-ink">New since approval ({supporting + moved})</span>
          {supporting > 0 && <>: {supporting === 1 ? '1 supporting citation' : `${supporting} supporting citations`}</>}
          {moved > 0 && (
            <>
              {supporting > 0 ? ', ' : ': '}
              {moved === 1 ? '1 passage' : `${moved} passages`} moved intact
            </>
          )}
        </p>
      )}
    </div>
  );
}

const sinceThen = ({ wording }: ClaimReview, now: number): string =>
  wording === now
    ? `wording ${wording}; what it rests on has changed since`
    : `wording ${wording}; it is wording ${now} now`;
