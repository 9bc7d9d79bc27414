import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import type { Brought } from './use-import';

type Props = {
  entry: Exclude<Brought, { state: 'here' }>;
  projectId: string;
  onRetry: (entry: Extract<Brought, { state: 'refused' }>) => void;
};

/** A text that is not in: on its way, here already, or refused with the reason. */
export function ImportLine({ entry, projectId, onRetry }: Props) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line py-1.5">
      <span className="font-medium break-all">{entry.name}</span>
      {(entry.state === 'waiting' || entry.state === 'sending') && (
        <span className="text-muted">{entry.state === 'sending' ? 'On its way' : 'Waiting'}</span>
      )}
      {entry.state === 'doubled' && (
        <>
          <Badge tone="warn">already here</Badge>
          <span className="text-muted">{entry.words}</span>
          <TextLink href={`/projects/${projectId}/articles/${entry.articleId}`}>Open it</TextLink>
        </>
      )}
      {entry.state === 'refused' && (
        <>
          <Badge tone="bad">not brought in</Badge>
          <span className="text-muted">{entry.words}</span>
          {entry.retry ? (
            <Button size="small" onClick={() => onRetry(entry)}>
              Try again
            </Button>
          ) : null}
        </>
      )}
    </li>
  );
}
