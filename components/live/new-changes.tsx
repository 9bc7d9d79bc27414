'use client';
import { Button } from '@/components/ui/button';

interface NewChangesProps {
  waiting: number;
  onShow: () => void;
}

/** Lies over the top of what stands still, and over the head of a table: what has come waits behind it. It takes no room, so that it moves nothing either. */
export function NewChanges({ waiting, onShow }: NewChangesProps) {
  return (
    <div
      role="status"
      className="pointer-events-none sticky top-[calc(var(--bar-height)+0.5rem)] z-15 flex h-0 justify-center"
    >
      {waiting > 0 ? (
        <Button
          size="small"
          className="pointer-events-auto shadow-float"
          // Whoever types goes on typing.
          onPointerDown={(event) => event.preventDefault()}
          onClick={onShow}
        >
          {waiting === 1 ? '1 new change' : `${waiting} new changes`}
        </Button>
      ) : null}
    </div>
  );
}
