import { sayPeriod } from '@/lib/claims/period';
import { precisionOf, readWhen } from '@/lib/claims/when';
import { CellLink } from './cell-link';
import { PictureTable } from './picture-table';
import type { Lane, Timeline } from './timeline-layout';

const none = <span className="text-faint">–</span>;

const saidPrecision = {
  day: 'to the day',
  month: 'to the month',
  year: 'to the year',
  decade: 'to the decade',
  range: 'a stretch',
};

function precision({ claim }: Lane): string {
  const { from = null, to = null } = claim.structure.period ?? {};
  const said = [from, to].flatMap((written) => {
    const when = written === null ? null : readWhen(written);
    return when ? [`${when.about ? 'about, ' : ''}${saidPrecision[precisionOf(when)]}`] : [];
  });
  return [...new Set(said)].join('; ');
}

/** What the timeline shows, in the same order. */
export function TimelineTable({ projectId, timeline }: { projectId: string; timeline: Timeline }) {
  const statements = new Map(timeline.lanes.map(({ claim }) => [claim.id, claim.statement]));
  const rows = timeline.lanes.map((lane) => {
    const { claim, disagreements } = lane;
    return {
      key: claim.id,
      cells: [
        sayPeriod(claim.structure.period),
        <CellLink key="claim" href={`/projects/${projectId}/claims/${claim.id}`} words={claim.statement} />,
        precision(lane),
        disagreements.length === 0
          ? none
          : disagreements.map(({ a, b, reason }) => (
              <p key={`${a} ${b}`} className="text-warn">
                {statements.get(a === claim.id ? b : a)} {reason}
              </p>
            )),
      ],
    };
  });
  return <PictureTable label="Claims by time" columns={['When', 'Claim', 'Known', 'Disagrees with']} rows={rows} />;
}
