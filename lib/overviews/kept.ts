// The last answers, while nothing has happened in the project since. Of each member their own: a blind round shows each something else.

/** Answers that are kept at once. */
const MOST = 500;

interface Kept<A> {
  readonly head: number;
  readonly answer: A;
}

/** A memory of answers. `of` gives the kept one while the project's log is where it was, and asks `reckon` otherwise. */
export function keeping<A>(): { of: (key: string, head: number, reckon: () => Promise<A>) => Promise<A> } {
  const kept = new Map<string, Kept<A>>();
  return {
    async of(key, head, reckon) {
      const last = kept.get(key);
      if (last?.head === head) return last.answer;
      const answer = await reckon();
      kept.delete(key);
      kept.set(key, { head, answer });
      if (kept.size > MOST) kept.delete(kept.keys().next().value!);
      return answer;
    },
  };
}
