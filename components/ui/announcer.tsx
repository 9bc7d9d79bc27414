'use client';
import { useSyncExternalStore } from 'react';
import { readAnnouncement, subscribeAnnouncements } from './announce';

/** The live region that speaks what `announce` is given. Mounted once, by `UiRoot`. */
export function Announcer() {
  const message = useSyncExternalStore(subscribeAnnouncements, readAnnouncement, readAnnouncement);
  return (
    <div className="sr-only">
      <div role="status" aria-live="polite">
        {message.urgent ? '' : message.text}
      </div>
      <div role="alert" aria-live="assertive">
        {message.urgent ? message.text : ''}
      </div>
    </div>
  );
}
