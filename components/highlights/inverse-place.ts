import { api } from '@/lib/api/client';
import type { Highlight } from '@/lib/highlights/highlight';
import type { Desk } from './desk';
import type { Step } from './undo-stack';

const label = 'placing lost words';

const versionNow = (desk: Desk, { id, version }: Highlight): number =>
  desk.highlights().find((one) => one.id === id)?.version || version;

/** Takes back that lost words were placed by hand: they are in the list of lost words again. `placed` as placing answered it. */
export function unplace(desk: Desk, placed: Highlight): Step {
  return {
    label,
    back: async () => {
      const ifMatch = versionNow(desk, placed);
      const lost = await api('unplaceHighlight', { params: { id: placed.id }, body: {}, ifMatch });
      desk.put(lost);
      return placeAgain(desk, lost, placed);
    },
  };
}

function placeAgain(desk: Desk, lost: Highlight, { start, end, quote }: Highlight): Step {
  return {
    label,
    back: async () => {
      const body = { start, end, quote };
      const ifMatch = versionNow(desk, lost);
      const placed = await api('moveHighlight', { params: { id: lost.id }, body, ifMatch });
      desk.put(placed);
      return unplace(desk, placed);
    },
  };
}
