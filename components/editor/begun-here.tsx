'use client';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Time } from '@/components/ui/time';
import { useBegun } from './use-begun';

interface BegunHereProps {
  projectId: string;
  /** What the words are about: a claim, an article, a tag. */
  about: string;
  /** Where words have a field of their own on this page: threads and comments. */
  shown?: ReadonlySet<string>;
}

/** Words that were begun where there is no field for them any more: to be read, copied and let go. */
export function BegunHere({ projectId, about, shown }: BegunHereProps) {
  const left = useBegun(projectId, about).filter(({ placeId }) => !shown?.has(placeId));
  if (left.length === 0) return null;
  return (
    <section aria-labelledby={`begun-${about}`} className="flex flex-col gap-2">
      <h2 id={`begun-${about}`} className="font-semibold">
        You had begun to write here
      </h2>
      {left.map((one, nth) => (
        <div key={nth} className="border-s-2 border-warn/50 ps-2.5">
          <p className="text-sm text-muted">
            Not sent
            {one.at !== null && (
              <>
                , <Time at={new Date(one.at).toISOString()} />
              </>
            )}
          </p>
          <p className="mt-0.5 max-h-60 overflow-y-auto whitespace-pre-wrap wrap-anywhere" tabIndex={0}>
            {one.text}
          </p>
          <p className="mt-1 flex flex-wrap gap-2">
            <CopyButton text={one.text} variant="plain">
              Copy
            </CopyButton>
            <Button size="small" variant="quiet" onClick={one.forget}>
              Discard
            </Button>
          </p>
        </div>
      ))}
    </section>
  );
}
