import { afterEach, describe, expect, it, vi } from 'vitest';
import { get, getText, Problem } from './client';

/** The next answer comes in these pieces, and breaks off after them where an error is given. */
function answers(pieces: readonly Uint8Array[], error?: Error): void {
  const left = [...pieces];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = left.shift();
      if (piece) controller.enqueue(piece);
      else if (error) controller.error(error);
      else controller.close();
    },
  });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)));
}

const bytes = (text: string) => new TextEncoder().encode(text);
const read = () => getText('readText', { id: 'an-article' }, { version: 1 });

afterEach(() => void vi.unstubAllGlobals());

describe('a text that comes in pieces', () => {
  it('is the same to the letter, wherever it is cut', async () => {
    const text = '\uFEFFZürich 🧭 is told of\r\n\uFEFFtwice.';
    const all = bytes(text);
    for (let cut = 0; cut <= all.length; cut += 1) {
      answers([all.slice(0, cut), all.slice(cut, cut + 1), all.slice(cut + 1)]);
      expect(await read()).toBe(text);
    }
    answers([]);
    expect(await read()).toBe('');
  });

  it('is refused where it is not UTF-8', async () => {
    answers([bytes('told').slice(0, 2), new Uint8Array([0xff])]);
    await expect(read()).rejects.toThrow(TypeError);
    answers([bytes('é').slice(0, 1)]);
    await expect(read()).rejects.toThrow(TypeError);
  });
});

it('says what was refused without the field of the request that it was in, which a form may ask for', async () => {
  const message = 'The entity “X” was deleted meanwhile. Choose another, or make it again.';
  const body = {
    code: 'invalid',
    title: `tags.0.entityId: ${message}`,
    issues: [{ path: 'tags.0.entityId', message }],
  };
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status: 422 })));
  const refused: Problem = await get('listProjects').then(
    () => expect.fail('It was refused.'),
    (error: Problem) => error,
  );
  expect(refused.message).toBe(message);
  expect(refused.field('tags.0.entityId')).toBe(message);
});

describe('an answer that breaks off', () => {
  it('is none: it says so as if the server had not answered', async () => {
    const lost = new TypeError('network error');
    answers([bytes('told of')], lost);
    await expect(read()).rejects.toMatchObject({ code: 'offline', status: 0 });
    answers([bytes('{"items"')], lost);
    await expect(get('listProjects')).rejects.toBeInstanceOf(Problem);
  });
});
