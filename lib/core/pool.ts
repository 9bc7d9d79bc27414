import pg from 'pg';

/**
 * A connection of whose end somebody hears from the beginning: a database that is shut down may say so in the same breath in which it lets
 * somebody in, before the pool or whoever asked for the connection listens, and unheard it would end the process. Whoever uses the
 * connection is told by their next question.
 */
class HeardClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}

/** How connections to PostgreSQL at `url` are made, `max` at once at most. */
export const poolOptions = (url: string, max: number): pg.PoolConfig => ({
  connectionString: url,
  max,
  Client: HeardClient,
});
