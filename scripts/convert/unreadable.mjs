/** Why a file does not become text, in words for whoever dropped it. */
export class Unreadable extends Error {}
