'use client';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import type { Kept, Place } from './kept-drafts';
import { useSiblings, type Sibling } from './use-siblings';

const words: Record<Sibling['where'], string> = {
  'open-tab': 'You are writing here in another tab too',
  'left-here': 'You wrote this here before and did not send it',
  'other-device': 'You wrote this on another device and did not send it',
};

interface SiblingDraftsProps {
  place: Place;
  slot: string;
  onBring: (kept: Kept) => void;
}

/** What one wrote at the same place elsewhere: nothing of it is overwritten, and all of it can be brought here. */
export function SiblingDrafts({ place, slot, onBring }: SiblingDraftsProps) {
  const { siblings, forget } = useSiblings(place, slot);
  return siblings.map(({ slot: other, kept, where, text }) => (
    <div key={other} className="mb-2 border-s-2 border-warn/50 ps-2.5 text-sm">
      <p className="text-muted">
        {words[where]}, <Time at={new Date(kept.at).toISOString()} />:
      </p>
      <p className="mt-0.5 line-clamp-3 text-base wrap-anywhere">{text || 'a mention'}</p>
      <p className="mt-1 flex flex-wrap gap-2">
        <Button
          size="small"
          onClick={() => {
            onBring(kept);
            // An open tab keeps its own.
            if (where !== 'open-tab') forget(other);
          }}
        >
          {where === 'open-tab' ? 'Copy it here' : 'Go on with it here'}
        </Button>
        {where !== 'open-tab' && (
          <Button size="small" variant="quiet" onClick={() => forget(other)}>
            Discard it
          </Button>
        )}
      </p>
    </div>
  ));
}
