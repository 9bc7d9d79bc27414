import type { Long, Spot } from '@/e2e/support/bulk';
import type { Candidate } from './candidate';
import { codemirror } from './codemirror';
import { plain, virtual } from './plain';
import { recogito } from './recogito';

// The page of the floors and peers: one candidate a visit, told what to do through `window.peer`.

const candidates = {
  plain,
  virtual,
  codemirror,
  recogito: () => recogito(true),
  'recogito-as-shipped': () => recogito(false),
} satisfies Record<string, () => Candidate>;
export type PeerName = keyof typeof candidates;

/** What the bench drives. */
export interface PeerPage {
  /** Opens the candidate; answers once the frame that shows it is over. */
  open: (name: PeerName) => Promise<number>;
  /** Marks a span more; answers once the frame that shows it is over. */
  add: (spot: Spot) => Promise<number>;
  hit: (x: number, y: number) => boolean;
  selected: () => Spot | null;
}

const data = (globalThis as unknown as { data: Long }).data;
const frames = (began: number) =>
  new Promise<number>((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began))),
  );
/** Recogito's undo throws for what is added in the first 250 ms of a page's life: it joins it to a change before, and there is none. */
const SETTLED = 400;
const settled = () => new Promise((done) => setTimeout(done, Math.max(0, SETTLED - performance.now())));
/** Work begins at the beginning of a frame, so that none is lucky. */
const aligned = () => new Promise((done) => requestAnimationFrame(done));

let shown: Candidate;
const page: PeerPage = {
  async open(name) {
    shown = candidates[name]();
    await settled();
    await aligned();
    const began = performance.now();
    await shown.open(document.querySelector<HTMLElement>('main')!, data.text, data.spots);
    return frames(began);
  },
  async add(spot) {
    await aligned();
    const began = performance.now();
    shown.add(spot);
    return frames(began);
  },
  hit: (x, y) => shown.hit(x, y),
  selected: () => shown.selected(),
};
(globalThis as unknown as { peer: PeerPage }).peer = page;
