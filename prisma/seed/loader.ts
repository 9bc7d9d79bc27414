import type { Answer, Command } from '@/lib/core/command';
import type { Actor, ReadContext } from '@/lib/core/context';
import { read } from '@/lib/core/db';

/**
 * Sends commands one after the other, each under a key of its own that is the same in every load: a load that was cut off
 * is simply begun again, and what was written already is answered from the stored answers.
 */
export class Loader {
  private sent = 0;

  constructor(private readonly said: (done: number) => void) {}

  async send<V>(
    command: Command<V>,
    actor: Actor,
    id: string,
    input: unknown,
    ifMatch?: (ctx: ReadContext) => Promise<{ version: number }>,
  ): Promise<V> {
    const key = `demo ${++this.sent}`;
    this.said(this.sent);
    const version = ifMatch ? await read(actor, ifMatch).then((seen) => seen.version) : null;
    const answer: Answer<V> = await command({
      actor,
      id,
      input,
      key,
      ifMatch: version === null ? null : `"${version}"`,
    });
    return answer.body;
  }
}
