'use client';
import { useEffect } from 'react';
import { fetchTheRest } from './late';

/** ms without a moment of rest after which it is fetched nevertheless. */
const AT_LATEST = 5000;

/** Fetches what comes later once the page is there and has nothing to do, and again when the network is back. */
export function useRest() {
  useEffect(() => {
    let cancel = () => {};
    const fetch = () => void fetchTheRest();
    const rest = () => {
      // Safari has no idle time to give.
      if (!('requestIdleCallback' in window)) {
        const timer = setTimeout(fetch, 1000);
        cancel = () => clearTimeout(timer);
        return;
      }
      const idle = requestIdleCallback(fetch, { timeout: AT_LATEST });
      cancel = () => cancelIdleCallback(idle);
    };
    if (document.readyState === 'complete') rest();
    else window.addEventListener('load', rest, { once: true });
    window.addEventListener('online', fetch);
    return () => {
      cancel();
      window.removeEventListener('load', rest);
      window.removeEventListener('online', fetch);
    };
  }, []);
}
