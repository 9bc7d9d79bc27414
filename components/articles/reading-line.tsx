import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import type { Preview, Reading } from './readings';

type Props = { reading: Exclude<Reading, Preview>; onClose: () => void };

/** A file that is not read yet: how far it has got, or why it stays outside. */
export function ReadingLine({ reading, onClose }: Props) {
  const { name, state } = reading;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line py-1.5">
      <span dir="auto" className="font-medium wrap-anywhere">
        {name}
      </span>
      {state === 'waiting' ? <span className="text-muted">Waiting</span> : null}
      {state === 'sending' || state === 'reading' ? (
        <>
          <span className="text-muted">{state === 'sending' ? 'On its way' : 'Being read'}</span>
          <span className="w-40 self-center">
            <Progress
              label={state === 'sending' ? `Sending ${name}` : `Reading ${name}`}
              hideLabel
              value={state === 'sending' ? Math.round(reading.share * 100) : null}
              valueText={state === 'sending' ? `${Math.round(reading.share * 100)} %` : 'being read'}
            />
          </span>
        </>
      ) : null}
      {state === 'refused' ? (
        <>
          <Badge tone="bad">{reading.cut ? 'did not arrive' : 'not read'}</Badge>
          <span className="min-w-0 flex-1 basis-64 text-muted">{reading.words}</span>
          {reading.retry ? (
            <Button size="small" onClick={reading.retry}>
              Try again
            </Button>
          ) : null}
          <Button size="small" variant="quiet" onClick={onClose} aria-label={`Take ${name} off this list`}>
            Close
          </Button>
        </>
      ) : null}
    </li>
  );
}
