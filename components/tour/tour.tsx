'use client';
import { usePathname, useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { placeHref } from '@/components/frame/places';
import { setTourAt } from './tour-state';
import { useLeaveTour, useTour } from './use-tour';
import { useTourSteps } from './use-tour-steps';

interface TourProps {
  projectId: string;
  userId: string;
}

/** The guided tour of the demo: a bar at the foot of the page that leads from one real thing to the next. */
export function Tour({ projectId, userId }: TourProps) {
  const at = useTour(userId);
  const home = usePathname() === placeHref(projectId, '');
  if (at === 'left' || (at === 'fresh' && !home)) return null;
  return (
    <aside
      aria-label="Tour of the demo"
      data-bar="bottom"
      className="sticky bottom-0 z-20 mt-auto border-t border-line bg-desk px-4 py-3 max-md:bottom-[calc(3.5rem+env(safe-area-inset-bottom))] md:px-6"
    >
      {at === 'fresh' ? (
        <Offer projectId={projectId} userId={userId} />
      ) : (
        <Step projectId={projectId} userId={userId} at={at} />
      )}
    </aside>
  );
}

const row = 'flex flex-wrap items-center gap-x-6 gap-y-2';

function Offer({ projectId, userId }: TourProps) {
  const go = useGo(projectId, userId);
  const leave = useLeaveTour(userId);
  return (
    <div className={row}>
      <p className="min-w-0 flex-1 basis-72">
        <span className="font-semibold">New here?</span>{' '}
        <span className="text-muted">
          Five steps through this project, two minutes: how five articles that disagree become something one can stand
          by.
        </span>
      </p>
      <div className="flex gap-2">
        <Button variant="quiet" onClick={leave}>
          Not now
        </Button>
        <Button variant="primary" onClick={() => go(0)}>
          Take the tour
        </Button>
      </div>
    </div>
  );
}

/** Goes to a step, and to the page that it is about. */
function useGo(projectId: string, userId: string) {
  const steps = useTourSteps(projectId);
  const router = useRouter();
  return (to: number) => {
    setTourAt(userId, to);
    const href = steps[to]?.href;
    if (href) router.push(href);
  };
}

function Step({ projectId, userId, at }: TourProps & { at: number }) {
  const steps = useTourSteps(projectId);
  const go = useGo(projectId, userId);
  const leave = useLeaveTour(userId);
  const here = Math.min(at, steps.length - 1);
  const step = steps[here]!;
  const last = here === steps.length - 1;
  const path = usePathname();
  // Whoever wandered off, or began from another page, is led back.
  const away = step.href !== null && step.href.split('?')[0] !== path;
  return (
    <div className={row}>
      <div aria-live="polite" className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="text-sm text-faint tabular-nums">
            {here + 1} of {steps.length}
          </span>
          <span className="font-semibold">{step.title}</span>
        </p>
        <p className="max-w-[75ch] text-muted">
          {step.href === null ? 'What this step shows is not in the project any more. ' : ''}
          {step.words}
        </p>
      </div>
      <div className="flex gap-2">
        {!last && (
          <Button variant="quiet" onClick={leave}>
            Skip the tour
          </Button>
        )}
        {away && (
          <Button variant="primary" onClick={() => go(here)}>
            Show me
          </Button>
        )}
        {here > 0 && <Button onClick={() => go(here - 1)}>Back</Button>}
        {last ? (
          <Button variant={away ? 'plain' : 'primary'} onClick={leave}>
            Done
          </Button>
        ) : (
          <Button variant={away ? 'plain' : 'primary'} onClick={() => go(here + 1)}>
            Next
          </Button>
        )}
      </div>
    </div>
  );
}
