/** What can be done with the one that is looked at: its key, a word for the button, a label for the list of keys. */
export interface BarAction {
  readonly id: string;
  readonly key: string;
  readonly word: string;
  readonly label: string;
  readonly run: () => void;
  readonly strong?: boolean;
}

/** A verdict that wants words first. */
export type Asking = 'reject' | 'needs-work' | 'fix';

interface Doing {
  accept: () => void;
  ask: (what: Asking) => void;
  discuss: () => void;
  undo: () => void;
  /** Threads open on it: whoever judges should know that there is something to read. */
  open?: number;
}

/** The keys of a review, the same as in the article. */
export const verdictActions = ({ accept, ask, discuss, undo, open = 0 }: Doing): BarAction[] => [
  { id: 'tag.accept', key: 'a', word: 'Accept', label: 'Accept', strong: true, run: accept },
  { id: 'tag.reject', key: 'r', word: 'Reject', label: 'Reject, with a reason', run: () => ask('reject') },
  { id: 'tag.needs-work', key: 'w', word: 'Needs work', label: 'Needs work', run: () => ask('needs-work') },
  { id: 'tag.propose', key: 'f', word: 'Propose a fix', label: 'Propose a fix', run: () => ask('fix') },
  {
    id: 'tag.discuss',
    key: 'd',
    word: open > 0 ? `Discuss (${open} open)` : 'Discuss',
    label: 'Discuss',
    run: discuss,
  },
  { id: 'tag.undo', key: 'u', word: 'Undo', label: 'Undo', run: undo },
];
