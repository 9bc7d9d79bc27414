import clsx from 'clsx';
import Link from 'next/link';
import { Avatar } from '@/components/ui/avatar';
import { awaited, owed, type MemberStanding } from '@/lib/overviews/overview';
import { awaitedFigures, owedFigures, type Figure } from './figures';

const columns = ['Tags', 'Claims', 'Sent back', 'Rounds', 'Questions', 'Mentions'];

/** Who is waiting for whom: of each member what waits for others, what others wait for, and who they are. */
export function WaitingTable({ projectId, people }: { projectId: string; people: readonly MemberStanding[] }) {
  const most = Math.max(1, ...people.map((one) => Math.max(owed(one), awaited(one))));
  return (
    <div role="region" aria-label="Table: who is waiting for whom" tabIndex={0} className="overflow-x-auto">
      <table className="w-full min-w-4xl text-left">
        <thead className="border-b border-line text-sm text-muted">
          <tr>
            <td />
            <th scope="colgroup" colSpan={2} className="px-3 pt-1 text-end font-medium">
              Wait for others
            </th>
            <td className="w-40" />
            <th scope="colgroup" colSpan={4} className="px-3 pt-1 font-medium">
              Others wait for
            </th>
            <td />
          </tr>
          <tr>
            <th scope="col" className="pe-3 pb-1.5 font-medium">
              Member
            </th>
            {columns.slice(0, 2).map((name) => (
              <th key={name} scope="col" className="px-3 pb-1.5 text-end font-medium">
                {name}
              </th>
            ))}
            <td aria-hidden className="w-40" />
            {columns.slice(2).map((name) => (
              <th key={name} scope="col" className="px-3 pb-1.5 text-end font-medium">
                {name}
              </th>
            ))}
            <th scope="col" className="min-w-52 ps-3 pb-1.5 font-medium">
              Who waits for them
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {people.map((one) => (
            <Row key={one.person.id} projectId={projectId} of={one} most={most} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ projectId, of, most }: { projectId: string; of: MemberStanding; most: number }) {
  const { person, askers } = of;
  return (
    <tr>
      <th scope="row" className="py-1.5 pe-3 font-medium whitespace-nowrap">
        <span className="flex items-center gap-2">
          <Avatar name={person.name} id={person.id} size="small" decorative />
          <span className="max-w-44 truncate" title={person.name}>
            {person.name}
          </span>
        </span>
      </th>
      {awaitedFigures(projectId, person.id, of).map((figure) => (
        <Cell key={figure.id} figure={figure} name={person.name} />
      ))}
      <td aria-hidden className="w-40 py-1.5">
        <TwoBars left={awaited(of) / most} right={owed(of) / most} />
      </td>
      {owedFigures(projectId, person.id, of).map((figure) => (
        <Cell key={figure.id} figure={figure} name={person.name} />
      ))}
      <td className="py-1.5 ps-3 text-muted wrap-anywhere">{askers.map(({ name }) => name).join(', ')}</td>
    </tr>
  );
}

const Cell = ({ figure: { n, words, href }, name }: { figure: Figure; name: string }) => (
  <td className="px-3 py-1.5 text-end tabular-nums">
    {n === 0 ? (
      <span className="text-faint">–</span>
    ) : (
      <Link
        href={href}
        aria-label={`${n} ${words}, ${name}`}
        className="inline-flex min-h-6 min-w-6 items-center justify-end rounded-sm font-semibold hover:underline touch"
      >
        {n.toLocaleString('en')}
      </Link>
    )}
  </td>
);

/** From the middle to the left what waits for others, to the right what others wait for. */
function TwoBars({ left, right }: { left: number; right: number }) {
  const [to, from] = [left * 48, right * 48];
  const bar = 'forced-colors:fill-[CanvasText]';
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" className="h-3 w-full">
      {left > 0 && (
        <rect
          x={49.5 - Math.max(1, to)}
          width={Math.max(1, to)}
          y={1}
          height={6}
          className={clsx('fill-accent', bar)}
        />
      )}
      {right > 0 && <rect x={50.5} width={Math.max(1, from)} y={1} height={6} className={clsx('fill-warn', bar)} />}
      <line
        x1={50}
        x2={50}
        y1={0}
        y2={8}
        vectorEffect="non-scaling-stroke"
        className="stroke-edge forced-colors:stroke-[CanvasText]"
      />
    </svg>
  );
}
