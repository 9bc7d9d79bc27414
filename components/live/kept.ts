/** ms that an article's answers are kept after it was left: long enough to go back, short enough for a hundred articles in turn. */
export const KEPT_AFTER = 15_000;
