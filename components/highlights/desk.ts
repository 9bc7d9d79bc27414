import type { QueryClient } from '@tanstack/react-query';
import type { Pane } from '@/components/articles/pane';
import { announce } from '@/components/ui/announce';
import { keyOf, Problem, type AnswerOf } from '@/lib/api/client';
import type { Span } from '@/lib/anchoring/span';
import type { Person } from '@/lib/core/words';
import type { Highlight, Tag } from '@/lib/highlights/highlight';
import type { Role } from '@/lib/permissions';
import type { DiscussedView } from '@/lib/threads/thread';
import { hasWork, isWritten, stepOut, type Draft } from './draft';
import { isFiltered, noFilter, passes, type LayerFilter } from './filter';
import { followLayers, type Layer, type Layers } from './layer';
import { nextToReview } from './reading-order';
import { makeStore, type Store } from './store';
import { UndoStack } from './undo-stack';

/** What a thread panel is opened on. */
export interface Discussed {
  readonly type: 'highlight' | 'tag' | 'article';
  readonly id: string;
  /** The highlight that it is or lies on; null of an article. */
  readonly highlightId: string | null;
  readonly label: string;
}

/** A highlight whose edges are being moved: drawn, not yet saved. */
export interface Moving extends Span {
  readonly highlight: Highlight;
  readonly by: 'pointer' | 'keys';
}

/** Edges that were moved here and elsewhere at once: `highlight` as it is now, and what was wanted here. */
export interface MoveConflict {
  readonly highlight: Highlight;
  readonly wanted: Span & { readonly quote: string };
}

export interface DeskState {
  /** The text in the page, once it is there. */
  readonly pane: Pane | null;
  /** The layer that keys act on. */
  readonly chosen: string | null;
  /** The chosen layer's entry shows everything: it was asked for, not just made. */
  readonly unfolded: boolean;
  /** The chosen layer's entry in the margin takes the focus: it was chosen by key. */
  readonly focusChosen: boolean;
  /** Layers under the pointer, in the text or in the margin. */
  readonly lit: readonly string[];
  readonly draft: Draft | null;
  /** Refused while another was being written: kept until somebody opens or drops them. */
  readonly refused: readonly Draft[];
  /** Writes under way, drawn until the server has answered. */
  readonly underWay: readonly Highlight[];
  readonly saved: 'idle' | 'saving' | 'saved';
  readonly picking: readonly string[];
  readonly finding: boolean;
  readonly reviewing: boolean;
  /** A verdict that wants its reason. */
  readonly asking: { readonly verdict: 'reject' | 'needs-work' | 'decline'; readonly tag: Tag } | null;
  readonly moving: Moving | null;
  readonly movedTwice: MoveConflict | null;
  /** The mention whose spelling is looked for in the other articles. */
  readonly elsewhere: Tag | null;
  /** The highlight whose translation is being written. */
  readonly translating: string | null;
  /** Tags are being ticked, to be changed together; and which are. */
  readonly selecting: boolean;
  readonly selected: ReadonlySet<string>;
  readonly discussed: Discussed | null;
  /** What is said on highlights and tags, by their ids, as far as it was read. */
  readonly said: ReadonlyMap<string, DiscussedView>;
  /** Lost words for which the next selection is to be their place. */
  readonly placing: Highlight | null;
  /** Crowded places of the margin that were opened. */
  readonly open: ReadonlySet<number>;
}

const empty: DeskState = {
  pane: null,
  chosen: null,
  unfolded: false,
  focusChosen: false,
  lit: [],
  draft: null,
  refused: [],
  underWay: [],
  saved: 'idle',
  picking: [],
  finding: false,
  reviewing: false,
  asking: null,
  moving: null,
  movedTwice: null,
  elsewhere: null,
  translating: null,
  selecting: false,
  selected: new Set(),
  discussed: null,
  said: new Map(),
  placing: null,
  open: new Set(),
};

export interface DeskPlace {
  readonly projectId: string;
  readonly articleId: string;
  /** Number of the article version that is shown. */
  readonly articleVersion: number;
  readonly me: Person & { readonly role: Role };
}

/** What lies on the desk. */
export interface Lying {
  /** Everything over the text, in reading order. */
  readonly all: readonly Layer[];
  /** What the filters let through. */
  readonly shown: readonly Layer[];
  /** Tags whose words the shown version does not hold. */
  readonly lost: readonly Layer[];
  /** The highlights are here, the first of them at least. */
  readonly isRead: boolean;
}

// One memory of what was done, for as long as the page's script lives: walking to another article keeps it.
const undoStacks = new Map<string, UndoStack>();

export function undoStackOf(projectId: string): UndoStack {
  const known = undoStacks.get(projectId) ?? new UndoStack();
  undoStacks.set(projectId, known);
  return known;
}

/** Where one article is read and tagged: its state on the screen, and the way to what the server has confirmed. */
export class Desk {
  readonly store: Store<DeskState> = makeStore(empty);
  /** What lies on it now: drawn in the text before anybody is told. */
  readonly lying: Store<Lying> = makeStore<Lying>({ all: [], shown: [], lost: [], isRead: false });
  readonly undo: UndoStack;
  private readonly layersOf: ReturnType<typeof followLayers>;
  private filter: LayerFilter = noFilter;
  /** Writes by the key they were sent under: what a second tag on the same words waits for. */
  readonly writes = new Map<string, Promise<Highlight>>();

  constructor(
    readonly place: DeskPlace,
    readonly queries: QueryClient,
  ) {
    this.undo = undoStackOf(place.projectId);
    this.layersOf = followLayers(place.me.id, place.articleVersion);
  }

  get key() {
    return keyOf('listHighlights', { id: this.place.articleId });
  }

  /** What the server has confirmed, as far as this page knows. */
  highlights(): readonly Highlight[] {
    return this.queries.getQueryData<AnswerOf<'listHighlights'>>(this.key)?.items ?? [];
  }

  private change(items: (now: readonly Highlight[]) => Highlight[]): void {
    this.queries.setQueryData<AnswerOf<'listHighlights'>>(this.key, (now) => ({
      items: items(now?.items ?? []),
      nextCursor: null,
    }));
  }

  put(...changed: readonly Highlight[]): void {
    const ids = new Set(changed.map(({ id }) => id));
    this.change((now) => [...now.filter(({ id }) => !ids.has(id)), ...changed]);
  }

  drop(ids: readonly string[]): void {
    this.change((now) => now.filter(({ id }) => !ids.includes(id)));
  }

  putTag(tag: Tag): void {
    this.change((now) =>
      now.map((one) => {
        if (one.id !== tag.highlightId) return one;
        const there = one.tags.some(({ id }) => id === tag.id);
        const tags = there ? one.tags.map((old) => (old.id === tag.id ? tag : old)) : [...one.tags, tag];
        return { ...one, tags };
      }),
    );
  }

  dropTag(tag: Pick<Tag, 'id' | 'highlightId'>): void {
    this.change((now) =>
      now.map((one) =>
        one.id === tag.highlightId ? { ...one, tags: one.tags.filter(({ id }) => id !== tag.id) } : one,
      ),
    );
  }

  /** What a deletion of many named is no longer there. */
  dropMany(gone: { tags: readonly { id: string }[]; highlights: readonly { id: string }[] }): void {
    const ids = new Set([...gone.tags, ...gone.highlights].map(({ id }) => id));
    this.change((now) =>
      now.flatMap((one) => {
        if (ids.has(one.id)) return [];
        const tags = one.tags.filter(({ id }) => !ids.has(id));
        return tags.length === one.tags.length ? [one] : [{ ...one, tags }];
      }),
    );
  }

  findTag(id: string): Tag | undefined {
    for (const highlight of this.highlights()) {
      const tag = highlight.tags.find((one) => one.id === id);
      if (tag) return tag;
    }
    return undefined;
  }

  findHighlight(id: string): Highlight | undefined {
    return this.highlights().find((one) => one.id === id);
  }

  /** Everything that is drawn: confirmed and under way. */
  layers(confirmed = this.highlights(), { underWay }: Pick<DeskState, 'underWay'> = this.store.get()): Layers {
    return this.layersOf([...confirmed, ...underWay]);
  }

  /** Draws what there is now, as far as the filters let it through, and says so. */
  lay(filter: LayerFilter = this.filter): void {
    const { placed: all, lost } = this.layers();
    const before = this.lying.get();
    const isSame = all === before.all && filter === this.filter;
    this.filter = filter;
    const shown = isSame ? before.shown : isFiltered(filter) ? all.filter((layer) => passes(layer, filter)) : all;
    if (shown !== before.shown) this.pane?.setMarks(shown);
    this.lying.set({ all, shown, lost, isRead: this.queries.getQueryData(this.key) !== undefined });
  }

  findLayer(id: string | null): Layer | undefined {
    if (id === null) return undefined;
    const { placed, lost } = this.layers();
    return placed.find((layer) => layer.id === id) ?? lost.find((layer) => layer.id === id);
  }

  /** The layer that keys act on, where it is one of the text's. */
  get chosen(): Layer | undefined {
    const { chosen } = this.store.get();
    return chosen === null ? undefined : this.lying.get().all.find(({ id }) => id === chosen);
  }

  get pane(): Pane | null {
    return this.store.get().pane;
  }

  /** Lights layers, in the text and in the margin. */
  light(ids: readonly string[]): void {
    const { lit } = this.store.get();
    if (ids.length !== lit.length || ids.some((id, at) => id !== lit[at])) this.store.set({ lit: ids });
  }

  /** Chooses what lies at one place: the one layer, or a list to pick from. */
  pick(ids: readonly string[]): void {
    if (ids.length > 1) this.store.set({ picking: ids });
    else this.store.set({ chosen: ids[0] ?? null, unfolded: true, focusChosen: false, picking: [] });
  }

  /** Makes a layer the one that keys act on and brings its words into view. */
  choose(layer: Layer | null, { focus = false } = {}): void {
    const { draft } = this.store.get();
    // The keys are this tag's now, and no longer those of words that are only selected.
    const left = draft?.step === 'offer' && !hasWork(draft) ? { draft: null } : {};
    this.store.set({ chosen: layer?.id ?? null, unfolded: true, focusChosen: focus, picking: [], ...left });
    if (layer) this.pane?.reveal(layer);
  }

  /** Begins or ends a review inside the article, at the next colleague's tag without this reader's verdict. */
  review(reviewing: boolean): void {
    this.store.set({ reviewing });
    if (!reviewing) return;
    const { chosen } = this.store.get();
    const next = nextToReview(this.layers().placed, chosen, this.place.me.id);
    if (next) this.choose(next, { focus: true });
  }

  /** The focus goes back to the article, with the caret at `offset`. */
  backToText(offset: number): void {
    this.pane?.words.select(offset, offset);
    this.pane?.words.host.focus({ preventScroll: true });
  }

  /** One step out of the composer; from the words themselves, away from them. */
  leaveDraft(): void {
    const { draft } = this.store.get();
    if (!draft) return;
    const next = stepOut(draft);
    this.store.set({ draft: next });
    if (next?.step === 'offer') {
      this.pane?.words.select(next.start, next.end);
      this.pane?.words.host.focus({ preventScroll: true });
    } else if (!next) {
      if (isWritten(draft)) this.setAside(draft);
      this.backToText(draft.end);
    }
  }

  /** What was written and left is kept with what was refused, to be opened again or dropped. */
  setAside(draft: Draft): void {
    const again: Draft = draft.step === 'offer' ? { ...draft, step: draft.query ? 'find' : 'details' } : draft;
    this.store.set({ refused: [...this.store.get().refused.filter(({ key }) => key !== draft.key), again] });
    announce('Left without saving. What you wrote is kept above the text.');
  }

  /** Away from the chosen tag, back to the text. */
  leaveTag(): void {
    this.store.set({ chosen: null, focusChosen: false, picking: [] });
    this.pane?.words.host.focus({ preventScroll: true });
  }

  /** A write begins: what it will become is drawn until the answer. */
  begin(highlight: Highlight): void {
    const { underWay } = this.store.get();
    this.store.set({ underWay: [...underWay.filter(({ id }) => id !== highlight.id), highlight], saved: 'saving' });
    this.backToText(highlight.end);
  }

  /** A write has been answered: what stood for it goes. */
  end(highlight: Highlight): void {
    const underWay = this.store.get().underWay.filter(({ id }) => id !== highlight.id);
    this.store.set({ underWay, saved: underWay.length > 0 ? 'saving' : 'saved' });
  }

  /** A draft was refused: it comes back whole, at once where nothing else is being written. */
  refuse(draft: Draft, problem: Problem): void {
    const back = { ...draft, problem: problem.message };
    const { draft: current, refused } = this.store.get();
    announce(`Not saved. ${problem.message}`, true);
    this.store.set({ saved: 'idle' });
    if (current && hasWork(current)) this.store.set({ refused: [...refused, back] });
    else this.store.set({ draft: back });
  }
}

/** Any failure in the words that the server, or the lack of one, gave it. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem('internal', 0, 'Something went wrong in this page. Nothing is lost; try again.');
}
