import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import type { RestsOn } from '@/lib/echoes/echo';

interface OriginGroupProps {
  group: RestsOn['groups'][number];
  projectId: string;
  onEcho: (id: string) => void;
}

const kinds = { credited: 'Credited origin', unsourced: 'Unsourced', beside: 'Adds nothing' } as const;
const look = {
  credited: 'border-solid border-good',
  unsourced: 'border-dashed border-warn',
  beside: 'border-dotted border-edge',
} as const;

/** One origin: its articles joined by a line, and under them why they are one. Credited lines are solid, unsourced ones dashed. */
export function OriginGroup({ group: { kind, origins, articles, steps }, projectId, onEcho }: OriginGroupProps) {
  return (
    <li className={`border-s-2 ps-3 ${look[kind]}`}>
      <p>
        <span className="font-medium">{kinds[kind]}</span>
        {origins.map(({ id, type, name }) => (
          <span key={id}>
            {' · '}
            {type === 'speaker' ? (
              <TextLink href={`/projects/${projectId}/entities/${id}`}>{name}</TextLink>
            ) : (
              `the report of ${name}`
            )}
          </span>
        ))}
      </p>
      <ul aria-label="Articles of this origin" className="mt-1 flex flex-col">
        {articles.map(({ id, title }) => (
          <li
            key={id}
            className="relative ps-4 wrap-anywhere before:absolute before:top-2.5 before:left-0 before:w-3 before:border-t before:border-edge"
          >
            <TextLink href={`/projects/${projectId}/articles/${id}`}>{title}</TextLink>
          </li>
        ))}
      </ul>
      <ol aria-label="Why they are one" className="mt-1 flex flex-col gap-0.5 text-muted">
        {steps.map(({ words, echoId }, at) => (
          <li key={at} className="wrap-anywhere">
            {words}{' '}
            {echoId ? (
              <Button size="small" variant="quiet" onClick={() => onEcho(echoId)}>
                Compare
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </li>
  );
}
