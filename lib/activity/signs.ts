// Signs of life of who is here. Apart from the schemas, because every page that gives them asks for this.

/** ms between two signs of life. */
export const SIGN_EVERY = 15_000;
/** ms after the last sign until somebody counts as gone who did not say so. */
export const SIGN_LASTS = 35_000;
