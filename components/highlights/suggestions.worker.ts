import { findNames, indexSpellings } from '@/lib/entities/naming';
import type { NamedEntity } from '@/lib/entities/matching';
import { pairOf } from '@/lib/entities/refusal';
import type { Ask, FoundSpelling, Told } from './suggestion-messages';

// Looks for names in an article, off the main thread.

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Ask>) => void;
  postMessage: (told: Told, transfer?: Transferable[]) => void;
};

/** Names that nobody knows are looked for this far, in UTF-16 units: all of them take some seconds at most. */
const FARTHEST = 200_000;
/** New names are told at most so often, ms. */
const PACE = 400;
let text = '';

function tellKnown(entities: readonly NamedEntity[]): void {
  const begun = performance.now();
  const index = indexSpellings(entities);
  const found = findNames(text, index);
  performance.measure('names of the project', { start: begun });
  const numbers = new Map<number, number>();
  const spellings: FoundSpelling[] = [];
  const hits = new Int32Array(found.length * 3);
  for (const [at, { start, end, spelling }] of found.entries()) {
    let number = numbers.get(spelling);
    if (number === undefined) {
      const { name, entity } = index.spellings[spelling]!;
      const { id, type } = entity;
      number = spellings.push({ name, entity: { id, type, name: entity.name }, pair: pairOf(name, id) }) - 1;
      numbers.set(spelling, number);
    }
    hits.set([start, end, number], at * 3);
  }
  scope.postMessage({ kind: 'known', spellings, hits }, [hits.buffer]);
}

async function tellFound(): Promise<void> {
  const finding = await import('@/lib/entities/finding').catch(() => null);
  if (!finding) return scope.postMessage({ kind: 'unfetched' });
  const near = text.slice(0, FARTHEST);
  let names: Extract<Told, { kind: 'found' }>['names'] = [];
  let told = performance.now();
  for (const line of finding.findUnknown(near)) {
    names = [...names, ...line.map((one) => ({ ...one, pair: pairOf(near.slice(one.start, one.end), one.type) }))];
    if (performance.now() - told < PACE) continue;
    scope.postMessage({ kind: 'found', names });
    names = [];
    // Lets newer names of the project in.
    await new Promise((done) => setTimeout(done));
    told = performance.now();
  }
  scope.postMessage({ kind: 'found', names });
  scope.postMessage({ kind: 'read' });
}

scope.onmessage = ({ data }) => {
  if (data.text !== undefined) text = data.text;
  if (data.entities) tellKnown(data.entities);
  if (data.english) void tellFound();
  else if (data.text !== undefined) scope.postMessage({ kind: 'read' });
};
