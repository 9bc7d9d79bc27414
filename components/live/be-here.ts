import { SIGN_EVERY } from '@/lib/activity/signs';
import { api } from '@/lib/api/client';

const IDLE = 5 * 60_000; // ms without a key or a move: somebody has left the desk
const SETTLES = 800; // ms: who scrolls on does not read yet

type Subject = { articleId: string } | { claimId: string };
/** Where the reader is in the text, when that is known. */
export type Reads = () => { textVersion: number; at: number } | null;

/** Says that somebody is at an article or a claim, for as long as they are: not in a hidden tab, not when they left the desk. Answers how to leave. */
export function beHere(projectId: string, subject: Subject, reads: Reads): () => void {
  let slot = crypto.randomUUID();
  let activeAt = Date.now();
  let saidAt = 0;
  let said: string | null = null;
  let settling: ReturnType<typeof setTimeout> | undefined;

  const say = () => {
    if (document.visibilityState !== 'visible' || Date.now() - activeAt > IDLE) return;
    const place = reads();
    const now = JSON.stringify(place);
    if (now === said && Date.now() - saidAt < SIGN_EVERY - SETTLES) return;
    saidAt = Date.now();
    said = now;
    // Nobody needs to know that a sign got lost: the next one follows.
    api('signPresence', { params: { projectId }, body: { slot, ...subject, ...place } }).catch(() => {});
  };
  const active = () => {
    activeAt = Date.now();
    settling ??= setTimeout(() => {
      settling = undefined;
      say();
    }, SETTLES);
  };
  const end = () => {
    api('endPresence', { params: { projectId }, body: { slot }, keepalive: true }).catch(() => {});
    slot = crypto.randomUUID();
    saidAt = 0;
  };
  const restored = ({ persisted }: PageTransitionEvent) => persisted && active();

  const signs = setInterval(say, SIGN_EVERY);
  const stop = new AbortController();
  const quietly = { passive: true, capture: true, signal: stop.signal };
  for (const name of ['scroll', 'pointermove', 'pointerdown', 'keydown', 'visibilitychange'])
    globalThis.addEventListener(name, active, quietly);
  globalThis.addEventListener('pagehide', end, { signal: stop.signal });
  globalThis.addEventListener('pageshow', restored, { signal: stop.signal });
  active();
  return () => {
    stop.abort();
    clearInterval(signs);
    clearTimeout(settling);
    if (saidAt > 0) end();
  };
}
