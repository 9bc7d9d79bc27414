import { Problem } from '@/lib/api/client';

export interface Saving<Value, Saved> {
  readonly value: Value;
  readonly state: 'idle' | 'saving' | 'saved' | 'failed';
  /** Why the last try was refused. */
  readonly problem: Problem | null;
  /** What the server holds instead, when somebody saved meanwhile: one of the two has to be chosen. */
  readonly theirs: Saved | null;
}

interface Rules<Value, Saved extends { version: number }> {
  /** Sends one value; `version` is what it was based on, null for the first. Throws `Problem`. */
  send: (value: Value, version: number | null) => Promise<Saved>;
  /** What the server holds now, asked for after a refusal that did not say. */
  current: () => Promise<Saved | null>;
  valueOf: (saved: Saved) => Value;
  /** Whether a value is complete enough to be sent. */
  ready: (value: Value) => boolean;
  /** Called with what the server confirmed. */
  onSaved: (saved: Saved) => void;
  /** Milliseconds without a change before one is sent. */
  pause?: number;
}

const PAUSE = 800;

/**
 * Sends a form as it is filled in: one request at a time, the latest value last, each based on the version that the server
 * confirmed before. A refusal keeps the value; a conflict keeps both.
 */
export class Autosave<Value, Saved extends { version: number }> {
  #now: Saving<Value, Saved>;
  #version: number | null;
  #dirty = false;
  #running = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(
    start: Value,
    saved: Saved | null,
    readonly rules: Rules<Value, Saved>,
  ) {
    this.#now = { value: saved ? rules.valueOf(saved) : start, state: 'idle', problem: null, theirs: null };
    this.#version = saved?.version ?? null;
  }

  readonly get = () => this.#now;
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  #set(change: Partial<Saving<Value, Saved>>) {
    this.#now = { ...this.#now, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Takes a new value; it is sent after a pause, or at once. */
  change(value: Value, when: 'soon' | 'now' = 'soon'): void {
    this.#dirty = true;
    this.#set({ value, state: this.#now.state === 'saved' ? 'idle' : this.#now.state });
    clearTimeout(this.#timer);
    if (when === 'now') void this.flush();
    else this.#timer = setTimeout(() => void this.flush(), this.rules.pause ?? PAUSE);
  }

  /** Sends what has not been sent yet: when a field is left, when the page is. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const { value, theirs } = this.#now;
    if (!this.#dirty || this.#running || theirs || !this.rules.ready(value)) return;
    this.#running = true;
    this.#dirty = false;
    this.#set({ state: 'saving', problem: null });
    try {
      const saved = await this.rules.send(value, this.#version);
      this.#version = saved.version;
      this.#running = false;
      this.rules.onSaved(saved);
      this.#set({ state: 'saved' });
      if (this.#dirty) await this.flush();
    } catch (error) {
      this.#running = false;
      this.#dirty = true;
      if (!(error instanceof Problem)) throw error;
      await this.#refused(error);
    }
  }

  async #refused(problem: Problem) {
    if (problem.code !== 'stale' && problem.code !== 'version-required') return this.#set({ state: 'failed', problem });
    const theirs =
      (problem.extra.current as Saved | null | undefined) ?? (await this.rules.current().catch(() => null));
    this.#set(theirs ? { state: 'idle', theirs } : { state: 'failed', problem });
  }

  /** Ends a conflict with what is in the form. */
  keepMine(): void {
    const { theirs } = this.#now;
    if (!theirs) return;
    this.#version = theirs.version;
    this.#dirty = true;
    this.#set({ theirs: null });
    void this.flush();
  }

  /** Ends a conflict with what the server holds. */
  takeTheirs(): void {
    const { theirs } = this.#now;
    if (!theirs) return;
    this.#version = theirs.version;
    this.#dirty = false;
    this.#set({ value: this.rules.valueOf(theirs), theirs: null, state: 'saved' });
    this.rules.onSaved(theirs);
  }

  /** The server holds something newer, saved in another window: shown unless something here is not sent yet. */
  adopt(saved: Saved): void {
    if (this.#dirty || this.#running || this.#now.theirs) return;
    if (this.#version !== null && saved.version <= this.#version) return;
    this.#version = saved.version;
    this.#set({ value: this.rules.valueOf(saved) });
  }
}
