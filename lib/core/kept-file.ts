/** Bytes that can be read from the beginning as often as wanted. */
export type Source = () => AsyncIterable<Uint8Array>;

/** A file on its way through a command: its name, which says what is in it, is what a repeated key is compared by. */
export class KeptFile {
  constructor(
    readonly name: string,
    readonly open: Source,
  ) {}
  toJSON() {
    return this.name;
  }
}
