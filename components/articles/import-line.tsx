import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Quote } from '@/components/ui/quote';
import { TextLink } from '@/components/ui/text-link';
import type { Brought } from './use-import';

type Props = {
  entry: Exclude<Brought, { state: 'here' }>;
  projectId: string;
  onRetry: (entry: Extract<Brought, { state: 'refused' }>) => void;
  onClose: () => void;
};

/** A text that is not in: on its way, here already, or refused with the reason. */
export function ImportLine({ entry, projectId, onRetry, onClose }: Props) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line py-1.5">
      <span dir="auto" className="font-medium break-all">
        {entry.name}
      </span>
      {(entry.state === 'waiting' || entry.state === 'sending') && (
        <span className="text-muted">{entry.state === 'sending' ? 'On its way' : 'Waiting'}</span>
      )}
      {entry.state === 'doubled' && (
        <>
          <Badge tone="warn">already here</Badge>
          <span className="text-muted">
            {entry.same ? (
              <>
                The same text is already here as <Quote lang={entry.same.language}>{entry.same.title}</Quote>.
              </>
            ) : (
              entry.words
            )}
          </span>
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
      {entry.state === 'refused' || entry.state === 'doubled' ? (
        <Button size="small" variant="quiet" onClick={onClose} aria-label={`Take ${entry.name} off this list`}>
          Close
        </Button>
      ) : null}
    </li>
  );
}
