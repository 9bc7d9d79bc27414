import { Problem } from '@/lib/api/client';
import { documentToSend, isBlank, type Piece } from './document';
import type { Kept } from './kept-drafts';

// One draft in one tab: kept on this device at once, on the server within two seconds, and sent exactly once. No React in it.

/** What is said, ready for the API. */
export interface Said {
  body: { type: 'doc'; content: Piece[] };
  blocksApproval: boolean;
}

/** What a draft needs of the world. */
export interface Ports {
  projectId: string;
  about?: readonly string[];
  /** Keeps it on this device; answers whether it did. */
  keep: (kept: Kept | null) => boolean;
  /** Keeps it on the server, unless these very words were sent or thrown away elsewhere: then `gone`. Throws when it did neither. */
  save: (kept: Kept) => Promise<{ gone: boolean }>;
  /** Lets the server forget it. Throws when it did not. */
  discard: () => Promise<unknown>;
  /** `base`: the version of what is reworded, as it was read when the words were begun. */
  send: (said: Said, key: string, base: number | null) => Promise<unknown>;
}

export interface DraftState {
  doc: unknown;
  blocksApproval: boolean;
  blank: boolean;
  /** Where the words are safe: `server` only after its answer. */
  safe: 'nowhere' | 'device' | 'server';
  /** `waiting`: Send was pressed, nobody answered; it goes out again by itself, under the same key. */
  sending: 'no' | 'under-way' | 'waiting';
  /** Nobody is signed in any more: nothing leaves this device. */
  signedOut: boolean;
  problem: Problem | null;
  /** The words that were here were sent or thrown away on another device; nothing has been written since. */
  elsewhere: boolean;
  /** Goes up when other words were put into the editor from outside. */
  round: number;
  /** Whether the caret goes along with them. */
  follow: boolean;
}

const PAUSE = 2000; // ms without a save to the server, at most, while somebody types
const TRIES = [2000, 5000, 15_000, 30_000]; // ms between tries to send or save again

// What was refused for good; anything else may have arrived, or may arrive later.
const refused = (error: unknown): error is Problem =>
  error instanceof Problem && error.status >= 400 && error.status < 500 && ![401, 408, 429].includes(error.status);
/** The first words arrived after all: whoever changed them meanwhile decides what is to become of the others. */
const beforeThese = () =>
  new Problem(
    'key-reused',
    422,
    'What you sent first did arrive, and stands there. Change it there, or send these words as well.',
  );
const isSignedOut = (error: unknown) => error instanceof Problem && error.status === 401;

export class Draft {
  private state: DraftState;
  private sent: Kept['sent'];
  private readonly base: number | null;
  private seq: number;
  private saved: number;
  private saving: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private due = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    public ports: Ports,
    private readonly initial: unknown,
    start: Kept | null,
    base: number | null = null,
  ) {
    this.base = start ? start.base : base;
    const doc = start ? start.doc : initial;
    this.sent = start?.sent ?? null;
    this.seq = start?.seq ?? 0;
    this.saved = 0;
    this.state = {
      doc,
      blocksApproval: start?.blocksApproval ?? false,
      blank: isBlank(doc),
      safe: start ? 'device' : 'nowhere',
      sending: this.sent?.waiting ? 'waiting' : 'no',
      signedOut: false,
      problem: null,
      elsewhere: false,
      round: 0,
      follow: false,
    };
    if (start) this.later(0);
  }

  readonly get = () => this.state;
  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Somebody typed. Kept on this device before this returns. */
  change(words: Partial<Pick<DraftState, 'doc' | 'blocksApproval'>>): void {
    this.set({ ...words, blank: isBlank(words.doc ?? this.state.doc), problem: null, elsewhere: false });
    this.keepHere();
    this.soon();
  }

  /** Puts words that were kept elsewhere below those that are here. */
  bring({ doc }: Pick<Kept, 'doc'>): void {
    const mine = this.state.blank ? [] : ((this.state.doc as { content?: unknown[] }).content ?? []);
    const theirs = (doc as { content?: unknown[] }).content ?? [];
    this.change({ doc: { type: 'doc', content: [...mine, ...theirs] } });
    this.set({ round: this.state.round + 1, follow: true });
  }

  /** Sends it. The key is fixed here and kept with the words: whatever happens next, they are written once. */
  async send(): Promise<void> {
    const { doc, blocksApproval, blank, sending } = this.state;
    if (sending !== 'no' || blank) return;
    const said: Said = { body: documentToSend(doc as Piece), blocksApproval };
    const body = JSON.stringify(said);
    // What was sent before and never answered may have arrived: under its key other words cannot be written beside it unnoticed.
    const key = this.sent?.key ?? crypto.randomUUID();
    this.sent = { key, body, waiting: true };
    this.keepHere();
    this.failures = 0;
    await this.attempt(JSON.stringify(doc));
  }

  /** Tries now what waits: the connection may be back. */
  wake(): void {
    if (this.state.sending === 'waiting') void this.attempt(JSON.stringify(this.state.doc));
    else if (this.saved < this.seq) this.later(0);
  }

  /** Leaves off trying to send. It may have arrived: the words stay, and go out again under the same key, changed or not. */
  stop(): void {
    if (this.state.sending !== 'waiting' || !this.sent) return;
    this.halt();
    this.sent = { ...this.sent, waiting: false };
    this.set({ sending: 'no' });
    this.keepHere();
    this.soon();
  }

  /** Throws the words away, here and on the server. */
  discard(): void {
    this.begin();
    this.saving = this.saving
      .then(() => this.ports.discard())
      .then(
        () => {},
        () => {},
      );
  }

  /** The editor as it was before anybody wrote. */
  private begin(elsewhere = false): void {
    this.halt();
    this.sent = null;
    this.saved = this.seq;
    this.ports.keep(null);
    this.set({
      ...{ doc: this.initial, blocksApproval: false, blank: isBlank(this.initial), safe: 'nowhere', sending: 'no' },
      ...{ problem: null, elsewhere, round: this.state.round + 1, follow: false },
    });
  }

  /** Saves to the server now: the page may be about to go. */
  flush(): Promise<void> {
    this.halt();
    this.saving = this.saving.then(() => this.save());
    return this.saving;
  }

  private async attempt(pinned: string): Promise<void> {
    const { key, body } = this.sent!;
    this.halt();
    this.set({ sending: 'under-way', problem: null });
    try {
      await this.ports.send(JSON.parse(body) as Said, key, this.base);
      this.done(pinned);
    } catch (error) {
      if (!this.sent) return;
      if (refused(error)) {
        const arrived = error.code === 'key-reused';
        this.sent = arrived ? null : { ...this.sent, waiting: false };
        this.set({ sending: 'no', problem: arrived ? beforeThese() : error });
      } else this.set({ sending: 'waiting', signedOut: isSignedOut(error) });
      this.keepHere();
      this.later(this.pause());
    }
  }

  /** It was written. What was typed meanwhile stays as a draft of its own. */
  private done(pinned: string): void {
    this.sent = null;
    this.set({ sending: 'no', signedOut: false });
    if (JSON.stringify(this.state.doc) === pinned) return this.discard();
    this.keepHere();
    this.soon();
  }

  private keepHere(): void {
    this.seq += 1;
    const here = this.ports.keep(this.state.blank ? null : this.kept());
    this.set({ safe: this.state.blank ? 'nowhere' : here ? 'device' : 'nowhere' });
  }

  private kept(): Kept {
    const { doc, blocksApproval } = this.state;
    const { sent, base, seq } = this;
    const { projectId, about = [] } = this.ports;
    return { projectId, about, doc, blocksApproval, sent, base, seq, at: Date.now() };
  }

  private halt(): void {
    clearTimeout(this.timer);
    this.due = false;
  }

  private pause = () => TRIES[Math.min(this.failures++, TRIES.length - 1)]!;

  /** Saves within two seconds of the first letter, not of the last. */
  private soon(): void {
    if (!this.due) this.later(PAUSE);
    this.due = true;
  }

  private later(ms: number): void {
    this.halt();
    this.timer = setTimeout(() => {
      this.due = false;
      if (this.state.sending === 'waiting') void this.attempt(JSON.stringify(this.state.doc));
      else if (this.state.sending === 'no') void this.flush();
    }, ms);
  }
  private async save(): Promise<void> {
    const { seq } = this;
    if (this.saved >= seq || this.state.sending === 'under-way') return;
    try {
      const gone = this.state.blank ? (await this.ports.discard(), false) : (await this.ports.save(this.kept())).gone;
      if (gone && this.seq === seq) return this.begin(true);
      this.saved = seq;
      this.failures = 0;
      this.set({ signedOut: false, ...(this.seq === seq && !this.state.blank ? { safe: 'server' } : {}) });
    } catch (error) {
      this.set({ signedOut: isSignedOut(error) });
      if (!refused(error)) this.later(this.pause());
    }
  }

  private set(change: Partial<DraftState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
