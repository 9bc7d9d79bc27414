/** ms without a key after which what is pressed begins anew. Somebody who types leaves less between two letters. */
const PAUSE = 500;

/**
 * Whether a letter is one of a word that somebody began to type before the page was there to take it: "/Tajikistan" right after a link was
 * followed, of which the "/" went nowhere. Nobody means the S in it as a command.
 */
export class KeyBurst {
  private lastAt = -Infinity;
  /** When the first of these keys went nowhere. */
  private missedAt: number | null = null;

  /** The page listens from now on. `before`: keys were pressed in it already, which it could not hear. Times in ms, as of events. */
  begin(now: number, before: boolean): void {
    this.lastAt = now;
    this.missedAt = before ? now : null;
  }

  /** A key was pressed, whatever becomes of it. */
  press(at: number): void {
    if (at - this.lastAt > PAUSE) this.missedAt = null;
    this.lastAt = at;
  }

  /** It writes something, and nothing took it. */
  miss(at: number): void {
    this.missedAt ??= at;
  }

  /** Whether a command that is there since `mountedAt` came under somebody's fingers: the word was begun before it. */
  isIn(mountedAt: number): boolean {
    return this.missedAt !== null && this.missedAt <= mountedAt;
  }
}
