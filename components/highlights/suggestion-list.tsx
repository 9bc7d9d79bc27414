'use client';
import { Lightbulb } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';
import { Popover } from '@/components/ui/popover';
import { Skeleton } from '@/components/ui/skeleton';
import type { Suggestion } from './suggestion';
import { lookAt } from './suggestion-actions';
import { suggestionsOf } from './suggestion-desk';
import { useDesk } from './use-desk';
import { useSuggesting } from './use-suggesting';
import { useSuggestionState } from './use-suggestions';

const panel = late(() => import('./suggestion-panel').then((file) => file.SuggestionPanel));

/** Until the article is read through, nothing is said of how many: "0" would be a finding. */
const labelOf = (isOff: boolean, many: number): string => {
  if (isOff) return 'Suggestions are off';
  if (many === 0) return 'Suggestions';
  return many === 1 ? '1 suggestion' : `${many.toLocaleString('en')} suggestions`;
};

/** How many names are suggested in this article, by name; opened when somebody wants it, and switched off there. */
export function SuggestionList() {
  const desk = useDesk();
  const [on] = useSuggesting();
  const open = useSuggestionState((state) => state.open);
  const [shown, setShown] = useState(false);
  const look = (one: Suggestion) => {
    const suggestions = suggestionsOf(desk);
    setShown(false);
    suggestions.set({ chosen: one }); // keys act on it from now on
    // The list gives the focus back to its button first.
    setTimeout(() => suggestions.get().chosen === one && lookAt(desk, one));
  };
  const label = labelOf(on === false, open.length);
  return (
    <Popover
      label="Suggestions in this article"
      align="end"
      className="w-96"
      open={shown}
      onOpenChange={setShown}
      trigger={
        <Button
          size="small"
          variant="quiet"
          aria-label={label}
          className="text-muted"
          icon={<Lightbulb size={15} aria-hidden className={on ? '' : 'opacity-50'} />}
        >
          <span className="xl:hidden">{on && open.length > 0 ? open.length : null}</span>
          <span className="max-xl:hidden">{label}</span>
        </Button>
      }
    >
      {/* Lower than the screen, so that the text it speaks of stays in sight. */}
      <div className="flex max-h-[min(28rem,60dvh)] flex-col gap-3 overflow-y-auto">
        <LatePart
          of={panel}
          with={{ onLook: look }}
          loading={<Skeleton lines={5} />}
          onMissing={() => setShown(false)}
        />
      </div>
    </Popover>
  );
}
