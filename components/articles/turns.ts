/** Work in the order in which it came, so many pieces at a time. */
export class Turns {
  private readonly waiting: (() => Promise<void>)[] = [];
  private running = 0;
  constructor(private readonly atOnce: number) {}

  add(...jobs: (() => Promise<void>)[]): void {
    this.waiting.push(...jobs);
    this.next();
  }

  private next(): void {
    if (this.running >= this.atOnce) return;
    const job = this.waiting.shift();
    if (!job) return;
    this.running += 1;
    void job().finally(() => {
      this.running -= 1;
      this.next();
    });
    this.next();
  }
}
