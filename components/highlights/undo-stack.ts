import { Problem } from '@/lib/api/client';

/** A change that the server has confirmed, seen from its other side: how to take it back. */
export interface Step {
  /** What taking it back will have undone: "tagging “Arsalon”". */
  readonly label: string;
  /** Sends the inverse request; answers the way back from there, or null where there is none. */
  readonly back: () => Promise<Step | null>;
}

/** What was done in this session, newest last. A refused step is gone: the world has moved on under it. One that nothing answered stays. */
export class UndoStack {
  private done: Step[] = [];
  private undone: Step[] = [];
  /** The last one asked for: the next begins when it has its answer, so that none is lost when they come fast. */
  private last: Promise<unknown> = Promise.resolve();

  /** Told whenever there is something else to take back. */
  readonly heard = new Set<() => void>();

  /** A new change: what had been undone before it cannot be redone. */
  push(step: Step): void {
    this.done.push(step);
    this.undone = [];
    this.tell();
  }

  private tell(): void {
    for (const listener of this.heard) listener();
  }

  /** Takes the last change back. Answers its label, or null when there is nothing left. Throws what the request throws. */
  undo(): Promise<string | null> {
    return this.inTurn(() => this.move(this.done, this.undone));
  }

  redo(): Promise<string | null> {
    return this.inTurn(() => this.move(this.undone, this.done));
  }

  /** A change is under way: whoever takes something back meanwhile means this one, and waits for it. Answers what the change does. */
  during<T>(change: Promise<T>): Promise<T> {
    const before = this.last;
    this.last = Promise.allSettled([before, change]);
    return change;
  }

  get counts(): { undo: number; redo: number } {
    return { undo: this.done.length, redo: this.undone.length };
  }

  /** What would be undone, or done again, next: the label of its step. */
  next(way: 'undo' | 'redo'): string | undefined {
    return (way === 'undo' ? this.done : this.undone).at(-1)?.label;
  }

  private inTurn(work: () => Promise<string | null>): Promise<string | null> {
    const turn = this.last.then(work, work);
    this.last = turn.catch(() => null);
    return turn;
  }

  private async move(from: Step[], to: Step[]): Promise<string | null> {
    const step = from.pop();
    if (!step) return null;
    try {
      const back = await step.back();
      if (back) to.push(back);
    } catch (error) {
      if (error instanceof Problem && (error.status === 0 || error.status >= 500)) from.push(step);
      throw error;
    } finally {
      this.tell();
    }
    return step.label;
  }
}
