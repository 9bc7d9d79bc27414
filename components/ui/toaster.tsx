'use client';
import { createElement, useSyncExternalStore } from 'react';
import { Button } from './button';
import { dismissUnsaid, library, readUnsaid, subscribeUnsaid, type Unsaid } from './notify';
import { useLate } from './use-late';

/** Where `notify` shows its messages: by the library, and plainly where that could not be fetched. Mounted once, by `UiRoot`. */
export function Toaster() {
  const come = useLate(library, false);
  const unsaid = useSyncExternalStore(subscribeUnsaid, readUnsaid, readUnsaid);
  return (
    <>
      {come ? createElement(come.Toasts) : null}
      <div
        aria-live="polite"
        className="fixed right-4 bottom-[calc(var(--dock-height)+16px)] z-50 flex w-89 max-w-[calc(100vw-2rem)] flex-col gap-2"
      >
        {unsaid.map((one, at) => (
          <Plain key={at} one={one} />
        ))}
      </div>
    </>
  );
}

function Plain({ one }: { one: Unsaid }) {
  const { message, description, action } = one;
  return (
    <div className="floating px-3 py-2.5">
      <p className="font-medium">{message}</p>
      {description ? <p className="text-muted">{description}</p> : null}
      <div className="mt-1 flex justify-end gap-2">
        {action ? (
          <Button size="small" variant="quiet" onClick={action.run}>
            {action.label}
          </Button>
        ) : null}
        <Button size="small" variant="quiet" onClick={() => dismissUnsaid(one)}>
          Dismiss
        </Button>
      </div>
    </div>
  );
}
