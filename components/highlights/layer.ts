import type { MarkLine, PaneMark } from '@/components/articles/mark-look';
import { entityLook } from '@/components/ui/entity-look';
import { whereTheyDiffer } from '@/components/articles/mark-index';
import type { Highlight, Tag } from '@/lib/highlights/highlight';

/** What is drawn and listed: one tag over its words, or a highlight that carries none (`tag` null, the highlight's id). */
export interface Layer extends PaneMark {
  readonly highlight: Highlight;
  readonly tag: Tag | null;
  readonly own: boolean;
}

const stanceLetters = { supports: '+', contradicts: '−', context: '·' } as const;

/** What a tag is about, in the words that lists show. */
export function titleOf(tag: Tag | null): string {
  if (!tag) return 'Highlight';
  return tag.entity?.name ?? tag.claim?.statement ?? '';
}

/** A citation's stance as people say it: a denial is named before what it does. */
export const stanceWord = (tag: Pick<Tag, 'stance' | 'denies'>): string => (tag.denies ? 'denies' : (tag.stance ?? ''));

const reviewWords = {
  unreviewed: 'not reviewed',
  accepted: 'accepted',
  rejected: 'rejected',
  'needs-work': 'needs work',
  contested: 'contested',
} as const;

function sayLayer(highlight: Highlight, tag: Tag | null, own: boolean): string {
  const author = own ? 'you' : (tag ?? highlight).author.name;
  if (!tag) return `highlighted by ${author}`;
  const what = tag.entity
    ? `${entityLook(tag.entity.type).word} ${tag.entity.name}`
    : `${stanceWord(tag)}: ${titleOf(tag)}`;
  const sure = tag.confidence === null ? '' : `, confidence ${tag.confidence}`;
  return `${what}, tagged by ${author}${sure}, ${reviewWords[tag.reviewState]}`;
}

function lineOf(tag: Tag | null, own: boolean, saving: boolean): MarkLine {
  if (saving) return 'saving';
  if (tag?.reviewState === 'rejected' || tag?.reviewState === 'contested') return tag.reviewState;
  return own ? 'own' : 'others';
}

function toneOf(tag: Tag | null): Pick<PaneMark, 'tone' | 'letter' | 'pattern'> {
  if (!tag) return { tone: 'bare', letter: 'H' };
  if (tag.entity) {
    const { tone, letter, pattern } = entityLook(tag.entity.type);
    return { tone, letter, pattern };
  }
  const stance = tag.stance ?? 'context';
  return { tone: stance, letter: tag.denies ? '¬' : stanceLetters[stance] };
}

/** Of what is said of thousands of tags most is the same: it is one string. */
const said = new Map<string, string>();
const MOST_SAID = 2000;

function saidOnce(words: string): string {
  const there = said.get(words);
  if (there !== undefined) return there;
  if (said.size >= MOST_SAID) said.clear();
  said.set(words, words);
  return words;
}

function layerOf(highlight: Highlight, tag: Tag | null, me: string, saving: boolean): Layer {
  const own = (tag ?? highlight).author.id === me;
  const { start, end } = highlight;
  const id = tag?.id ?? highlight.id;
  const label = saidOnce(sayLayer(highlight, tag, own));
  return { id, start, end, ...toneOf(tag), line: lineOf(tag, own, saving), label, highlight, tag, own };
}

const byPlace = (a: Layer, b: Layer): number =>
  a.start - b.start ||
  b.end - a.end ||
  (a.highlight.id < b.highlight.id ? -1 : a.highlight.id > b.highlight.id ? 1 : 0);

// A highlight that did not change keeps its layers, so that ten thousand others cost nothing when one is added.
const known = new WeakMap<Highlight, { me: string; layers: Layer[] }>();

function layersOfOne(highlight: Highlight, me: string): Layer[] {
  const before = known.get(highlight);
  if (before?.me === me) return before.layers;
  // A write under way has no version yet.
  const saving = highlight.version === 0;
  const layers =
    highlight.tags.length === 0
      ? [layerOf(highlight, null, me, saving)]
      : highlight.tags.map((tag) => layerOf(highlight, tag, me, saving || tag.version === 0));
  known.set(highlight, { me, layers });
  return layers;
}

export interface Layers {
  /** Over the text as it is shown, in reading order. */
  readonly placed: Layer[];
  /** Whose words the shown version of the text no longer holds. */
  readonly lost: Layer[];
}

/** Highlights as layers in reading order. `version` is the number of the article version that is shown. */
export function layersOf(highlights: readonly Highlight[], me: string, version: number): Layers {
  const placed: Layer[] = [];
  const lost: Layer[] = [];
  for (const highlight of highlights) {
    const here = highlight.orphaned === null && highlight.articleVersion === version;
    (here ? placed : lost).push(...layersOfOne(highlight, me));
  }
  return { placed: placed.sort(byPlace), lost };
}

/** Where a layer that begins at `start` stands among layers in reading order, or would: the first that does not begin before it. */
export function firstFrom(layers: readonly Layer[], start: number): number {
  let low = 0;
  let high = layers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((layers[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** More than this are put in order with the rest in one walk through both. */
const FEW = 50;

/** Two lists in reading order as one. What came with a later page stands behind all that is here. */
function merged(some: readonly Layer[], others: readonly Layer[]): Layer[] {
  const all: Layer[] = [];
  let at = 0;
  for (const layer of others) {
    for (let there = some[at]; there && byPlace(there, layer) <= 0; there = some[at]) {
      all.push(there);
      at += 1;
    }
    all.push(layer);
  }
  return all.concat(some.slice(at));
}

/** Puts layers, which are in order, among many that are. */
function putAmong(placed: readonly Layer[], gone: readonly Layer[], come: readonly Layer[]): Layer[] {
  const without = new Set(gone);
  const next = gone.length === 0 ? [...placed] : placed.filter((layer) => !without.has(layer));
  if (come.length > FEW) return merged(next, come);
  for (const layer of come) {
    let at = firstFrom(next, layer.start);
    for (let there = next[at]; there && byPlace(there, layer) <= 0; there = next[at]) at += 1;
    next.splice(at, 0, layer);
  }
  return next;
}

/**
 * `layersOf` for one article as it changes: what differs from the time before is put into what there was, without looking at all the
 * others again. Of a page of highlights only that page is put in order.
 */
export function followLayers(me: string, version: number): (highlights: readonly Highlight[]) => Layers {
  let before: readonly Highlight[] = [];
  let found: Layers = { placed: [], lost: [] };
  return (highlights) => {
    const { gone, come } = whereTheyDiffer(before, highlights);
    before = highlights;
    if (gone.length + come.length === 0) return found;
    const [old, now] = [layersOf(gone, me, version), layersOf(come, me, version)];
    const placed = putAmong(found.placed, old.placed, now.placed);
    const isLost = old.lost.length + now.lost.length > 0;
    return (found = { placed, lost: isLost ? layersOf(highlights, me, version).lost : found.lost });
  };
}
