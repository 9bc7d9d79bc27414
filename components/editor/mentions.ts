import type { MentionNodeAttrs } from '@tiptap/extension-mention';
import type { SuggestionOptions, SuggestionProps } from '@tiptap/suggestion';
import type { Person } from '@/lib/core/words';
import { fold } from '@/lib/entities/folding';

/** Members of whose name a word begins with what is typed, in their order; everybody for nothing. */
export function membersMatching(members: readonly Person[], typed: string, most = 8): Person[] {
  const wanted = fold(typed);
  return members.filter(({ name }) => ` ${fold(name)}`.includes(` ${wanted}`)).slice(0, most);
}

/** The open list of members: what is in it, which one Enter takes, and where it hangs in the editor's frame. */
export interface Mentioning {
  readonly people: readonly Person[];
  readonly chosen: number;
  readonly place: { readonly left: number; readonly top?: number; readonly bottom?: number };
}

type Offered = SuggestionProps<Person, MentionNodeAttrs>;
const WIDTH = 224;
const HEIGHT = 240;

/** Left and top of the list in the editor's frame, or bottom where the window ends below it. */
function placeFor({ clientRect, editor }: Offered): Mentioning['place'] {
  const caret = clientRect?.();
  const frame = editor.view.dom.parentElement?.getBoundingClientRect();
  if (!caret || !frame) return { left: 0, top: 0 };
  const left = Math.max(0, Math.min(caret.left - frame.left, frame.width - WIDTH));
  return window.innerHeight - caret.bottom < HEIGHT && caret.top > HEIGHT
    ? { left, bottom: frame.bottom - caret.top + 4 }
    : { left, top: caret.bottom - frame.top + 4 };
}

/** The list of members that opens behind an @ in one editor. */
export class Mentions {
  private state: Mentioning | null = null;
  private offered: Offered | null = null;
  private members: readonly Person[] = [];
  private readonly listeners = new Set<() => void>();

  readonly get = () => this.state;
  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Who types fast has written an @ before the members are here: the list then opens when they come. */
  setMembers(members: readonly Person[]): void {
    this.members = members;
    const { offered } = this;
    if (offered) this.show({ ...offered, items: membersMatching(members, offered.query) }, this.state?.chosen ?? 0);
  }

  choose(at: number): void {
    const person = this.state?.people[at];
    if (person) this.offered?.command({ id: person.id, label: person.name });
  }

  /** What the editor's extension is told. */
  suggestion(): Omit<SuggestionOptions<Person, MentionNodeAttrs>, 'editor'> {
    return {
      char: '@',
      allowedPrefixes: [' ', '(', '“', '"'],
      items: ({ query }) => membersMatching(this.members, query),
      render: () => ({
        onStart: (offered) => this.show(offered, 0),
        onUpdate: (offered) => this.show(offered, this.state?.chosen ?? 0),
        onExit: () => this.set(null),
        onKeyDown: ({ event }) => this.press(event.key),
      }),
    };
  }

  private show(offered: Offered, chosen: number): void {
    const people = offered.items;
    this.set(
      people.length === 0 ? null : { people, chosen: Math.min(chosen, people.length - 1), place: placeFor(offered) },
    );
    this.offered = offered;
  }

  private press(key: string): boolean {
    const { state } = this;
    if (!state) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step) {
      const { length } = state.people;
      this.set({ ...state, chosen: (state.chosen + step + length) % length });
      return true;
    }
    if (key === 'Escape') {
      this.set(null);
      return true;
    }
    if (key !== 'Enter' && key !== 'Tab') return false;
    this.choose(state.chosen);
    return true;
  }

  private set(state: Mentioning | null): void {
    this.state = state;
    if (!state) this.offered = null;
    this.listeners.forEach((listener) => listener());
  }
}
