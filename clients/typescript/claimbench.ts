import { operations, type Event, type Operations, type Problem } from './operations';

// The TypeScript client of Claimbench: one file beside the operations that are written from the API's document. No
// dependencies; runs in Node from 20 on and in browsers.

export type * from './operations';

type Name = keyof Operations;
type SentOf<N extends Name> = Operations[N]['sent'];
type AnswerOf<N extends Name> = Operations[N]['answer'];
type Lists = {
  [N in Name]: AnswerOf<N> extends { items: unknown[]; nextCursor: string | null } ? N : never;
}[Name];
type ItemOf<N extends Lists> = AnswerOf<N> extends { items: (infer I)[] } ? I : never;
/** The arguments may be left out where nothing of them is needed. */
type Arguments<N extends Name> = Record<string, never> extends SentOf<N> ? [sent?: SentOf<N>] : [sent: SentOf<N>];

/** What the server refused. `code` is stable; `problem` is the whole document. */
export class ClaimbenchError extends Error {
  override readonly name = 'ClaimbenchError';
  constructor(
    readonly status: number,
    readonly code: string,
    readonly problem: Problem | null,
  ) {
    super(problem?.title ?? `The server answered ${status}.`);
  }
}

export type Options = {
  /** Where the server is: `https://claims.example.org`. */
  address: string;
  /** A personal access token, `cb_…`. */
  token: string;
  /** How often a request is tried again that was refused for being one too many, or while the server was busy. */
  retries?: number;
  fetch?: typeof fetch;
};

type Loose = {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  version?: number;
  key?: string;
  signal?: AbortSignal;
};

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

export class Claimbench {
  constructor(private readonly options: Options) {}

  /** Asks for one operation. Throws ClaimbenchError for what the server refuses. */
  async call<N extends Name>(name: N, ...[sent]: Arguments<N>): Promise<AnswerOf<N>> {
    const [method, path, answer] = operations[name];
    const { params = {}, query = {}, body, version, key, signal } = (sent ?? {}) as Loose;
    const url = new URL(
      `/api/v1${path.replace(/\{(\w+)\}/g, (_, of: string) => encodeURIComponent(String(params[of])))}`,
      this.options.address,
    );
    for (const [of, value] of Object.entries(query))
      if (value !== undefined && value !== null) url.searchParams.set(of, String(value));
    // A form or a file goes as it is.
    const isForm = body instanceof FormData || body instanceof Blob || body instanceof Uint8Array;
    const response = await this.send(url, {
      method,
      signal: signal ?? null,
      headers: {
        authorization: `Bearer ${this.options.token}`,
        ...(method === 'GET' || isForm ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        // The same for every try: what was done already is not done twice.
        ...(method === 'GET' ? {} : { 'idempotency-key': key ?? crypto.randomUUID() }),
      },
      ...(method === 'GET' ? {} : { body: isForm ? (body as BodyInit) : JSON.stringify(body ?? {}) }),
    });
    if (answer === 'stream') return response.body as AnswerOf<N>;
    if (answer === 'text') return (await response.text()) as AnswerOf<N>;
    if (answer === 'bytes') return new Uint8Array(await response.arrayBuffer()) as AnswerOf<N>;
    return (await response.json()) as AnswerOf<N>;
  }

  /** Everything in a list, page by page. */
  async *all<N extends Lists>(name: N, ...sent: Arguments<N>): AsyncGenerator<ItemOf<N>> {
    let cursor: string | null | undefined;
    do {
      const [asked] = sent as [Loose | undefined];
      const query = { ...asked?.query, ...(cursor ? { cursor } : {}) };
      const page = (await this.call(name, ...([{ ...asked, query }] as unknown as Arguments<N>))) as {
        items: ItemOf<N>[];
        nextCursor: string | null;
      };
      yield* page.items;
      cursor = page.nextCursor;
    } while (cursor);
  }

  /**
   * What has changed after a cursor, page by page, each with the cursor at which to go on when it is dealt with; ends when there is no
   * more just now. An event may come a second time after a blind round: `seq` says which it is.
   */
  async *changes(projectId: string, after?: string): AsyncGenerator<{ events: Event[]; cursor: string }> {
    for (let at = after, more = true; more;) {
      const page = await this.call('listChanges', {
        params: { projectId },
        query: at === undefined ? {} : { after: at },
      });
      yield { events: page.items, cursor: page.cursor };
      [at, more] = [page.cursor, page.more];
    }
  }

  private async send(url: URL, init: RequestInit): Promise<Response> {
    const ask = this.options.fetch ?? fetch;
    for (let left = this.options.retries ?? 2; ; left--) {
      const response = await ask(url, init);
      if (response.ok) return response;
      if (left > 0 && (response.status === 429 || response.status === 503)) {
        await response.body?.cancel();
        await wait(Number(response.headers.get('retry-after') ?? 2) * 1000);
        continue;
      }
      const problem = (await response.json().catch(() => null)) as Problem | null;
      throw new ClaimbenchError(response.status, problem?.code ?? 'internal', problem);
    }
  }
}
