import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '@/lib/api/client';
import { Draft, type Ports } from './draft';
import type { Kept } from './kept-drafts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const doc = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const offline = () => new Problem('offline', 0, 'No answer.');
type Way = 'answered' | 'lost' | 'unanswered' | 'signed-out' | 'refused';

/** A device and a server: `way` is what becomes of the next request; a repeated key is written once. */
function world() {
  const it = {
    way: 'answered' as Way,
    device: null as Kept | null,
    server: null as Kept | null,
    written: new Map<string, string>(),
    tries: 0,
    gone: 0, // the number up to which words are no draft any more
  };
  const pass = (arrive: () => void) => {
    it.tries += 1;
    if (it.way === 'lost') return Promise.reject(offline());
    if (it.way === 'signed-out') return Promise.reject(new Problem('unauthenticated', 401, 'Sign in first.'));
    if (it.way === 'refused') return Promise.reject(new Problem('not-allowed-now', 409, 'Closed.'));
    arrive();
    return it.way === 'unanswered' ? Promise.reject(offline()) : Promise.resolve();
  };
  const ports: Ports = {
    projectId: 'p',
    keep: (kept) => {
      it.device = kept;
      return true;
    },
    save: async (kept) => {
      const gone = kept.seq <= it.gone;
      await pass(() => void (gone || (it.server = kept)));
      return { gone };
    },
    discard: () => pass(() => void (it.server = null)),
    send: (said, key) => {
      const body = JSON.stringify(said.body);
      const other = it.written.has(key) && it.written.get(key) !== body;
      if (other && it.way === 'answered') return Promise.reject(new Problem('key-reused', 422, 'Used.'));
      return pass(() => void (other || it.written.set(key, body)));
    },
  };
  return Object.assign(it, { ports });
}
const open = (at: ReturnType<typeof world>) => new Draft(at.ports, null, at.device && structuredClone(at.device));
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const texts = (at: ReturnType<typeof world>) =>
  [...at.written.values()].map((body) => /"text":"(.*?)"/.exec(body)?.[1]);

describe('a draft', () => {
  it('is on the device at once, on the server within two seconds of the first letter, and says which', async () => {
    const at = world();
    const draft = open(at);
    draft.change({ doc: doc('a') });
    expect([at.device?.doc, at.server, draft.get().safe]).toEqual([doc('a'), null, 'device']);
    await pass(1500);
    draft.change({ doc: doc('ab') });
    await pass(500);
    expect([at.server?.doc, draft.get().safe]).toEqual([doc('ab'), 'server']);
    at.way = 'lost';
    draft.change({ doc: doc('abc') });
    await pass(60_000);
    expect([at.device?.doc, at.server?.doc, draft.get().safe]).toEqual([doc('abc'), doc('ab'), 'device']);
    at.way = 'answered';
    draft.wake();
    await pass(10);
    expect([at.server?.doc, draft.get().safe]).toEqual([doc('abc'), 'server']);
  });

  it('leaves a device on which it lay when it was sent from another, but not what was written on there', async () => {
    for (const more of [false, true]) {
      const at = world();
      const draft = open(at);
      draft.change({ doc: doc('a') });
      await pass(3000);
      // Another device sends it. This one writes on before it hears of that, or opens it again.
      Object.assign(at, { gone: at.device!.seq, server: null });
      if (more) draft.change({ doc: doc('ab') });
      const here = more ? draft : open(at);
      await pass(3000);
      const { blank, elsewhere, round } = here.get();
      expect([at.device?.doc ?? null, at.server?.doc ?? null]).toEqual(more ? [doc('ab'), doc('ab')] : [null, null]);
      expect({ blank, elsewhere, round }).toEqual({ blank: !more, elsewhere: !more, round: more ? 0 : 1 });
      here.change({ doc: doc('new') });
      await pass(3000);
      expect([here.get().elsewhere, at.server?.doc]).toEqual([false, doc('new')]);
    }
  });

  it('is forgotten in both places once it was sent, or emptied, or discarded', async () => {
    for (const end of ['send', 'discard', 'empty'] as const) {
      const at = world();
      const draft = open(at);
      draft.change({ doc: doc('a') });
      await pass(3000);
      if (end === 'empty') draft.change({ doc: doc(' ') });
      else void draft[end]();
      await pass(3000);
      expect([end, at.device, at.server, at.written.size]).toEqual([end, null, null, end === 'send' ? 1 : 0]);
    }
  });

  it('goes out by itself, under one key, when nobody answered; on another page as well', async () => {
    const at = world();
    const draft = open(at);
    draft.change({ doc: doc('once') });
    at.way = 'unanswered'; // it arrives, and nobody hears of it
    await draft.send();
    expect(draft.get().sending).toBe('waiting');
    const another = open(at);
    expect(another.get()).toMatchObject({ sending: 'waiting', doc: doc('once') });
    at.way = 'answered';
    await pass(10);
    expect(texts(at)).toEqual(['once']);
    expect([another.get().sending, another.get().blank, at.device]).toEqual(['no', true, null]);
  });

  it('that was stopped and changed is not written a second time unnoticed, whether the first had arrived or not', async () => {
    for (const way of ['lost', 'unanswered'] as const) {
      const at = world();
      const draft = open(at);
      draft.change({ doc: doc('as it was') });
      at.way = way;
      await draft.send();
      draft.stop();
      at.way = 'answered';
      const after = way === 'lost' ? draft : open(at); // on another page as well
      after.change({ doc: doc('as it should be') });
      await after.send();
      if (way === 'lost') expect([texts(at), after.get().blank]).toEqual([['as it should be'], true]);
      else {
        expect([texts(at), after.get().sending]).toEqual([['as it was'], 'no']);
        expect(after.get()).toMatchObject({ doc: doc('as it should be'), problem: { code: 'key-reused' } });
        // Told so, they send it as well: that is another comment.
        await after.send();
        expect(texts(at)).toEqual(['as it was', 'as it should be']);
      }
    }
  });

  it('comes back with the reason when it is refused, and is tried no more', async () => {
    const at = world();
    const draft = open(at);
    draft.change({ doc: doc('no') });
    at.way = 'refused';
    await draft.send();
    expect(draft.get()).toMatchObject({ sending: 'no', problem: { code: 'not-allowed-now' }, doc: doc('no') });
    at.way = 'answered';
    await pass(120_000);
    expect([at.written.size, at.server?.doc]).toEqual([0, doc('no')]);
  });

  it('says that nobody is signed in, and is safe on the device', async () => {
    const at = world();
    const draft = open(at);
    at.way = 'signed-out';
    draft.change({ doc: doc('late') });
    await pass(2000);
    expect(draft.get()).toMatchObject({ signedOut: true, safe: 'device' });
    expect(open(at).get().doc).toEqual(doc('late'));
  });

  it('goes out on what was read when it was begun, on another page as well: what came meanwhile is not overwritten', async () => {
    const at = world();
    const bases: (number | null)[] = [];
    const send: Ports['send'] = (said, key, base) => {
      bases.push(base);
      return at.ports.send(said, key, base);
    };
    const first = new Draft({ ...at.ports, send }, doc('as it was'), null, 3);
    first.change({ doc: doc('as it should be') });
    at.way = 'lost';
    await first.send();
    first.stop();
    at.way = 'answered';
    const later = new Draft({ ...at.ports, send }, doc('by another window'), structuredClone(at.device), 4);
    await later.send();
    expect(bases).toEqual([3, 3]);
  });

  it('keeps what was typed while it was on its way', async () => {
    const at = world();
    const draft = open(at);
    draft.change({ doc: doc('first') });
    const sending = draft.send();
    draft.change({ doc: doc('first and more') });
    await sending;
    expect([texts(at), at.device?.doc, at.device?.sent]).toEqual([['first'], doc('first and more'), null]);
  });

  it('takes words from elsewhere in below its own', () => {
    const at = world();
    const draft = open(at);
    draft.change({ doc: doc('mine') });
    draft.bring({ doc: doc('theirs') });
    expect(draft.get()).toMatchObject({
      round: 1,
      doc: { content: [...doc('mine').content, ...doc('theirs').content] },
    });
  });
});

it('whatever happens to page and connection, nothing typed is lost and nothing is written twice', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('type' as const) }),
    fc.record({ kind: fc.constantFrom('send' as const, 'crash' as const, 'wake' as const, 'stop' as const) }),
    fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 20_000 }) }),
    fc.record({
      kind: fc.constant('way' as const),
      way: fc.constantFrom<Way>('answered', 'lost', 'unanswered', 'signed-out'),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      vi.clearAllTimers();
      const at = world();
      let draft = open(at);
      let typed = 0;
      let last = '';
      for (const one of steps) {
        if (one.kind === 'type' && draft.get().sending !== 'waiting')
          draft.change({ doc: doc((last = `text ${++typed}`)) });
        if (one.kind === 'send') await draft.send();
        if (one.kind === 'wake') draft.wake();
        if (one.kind === 'stop') draft.stop();
        if (one.kind === 'wait') await pass(one.ms);
        if (one.kind === 'way') at.way = one.way;
        if (one.kind === 'crash') {
          vi.clearAllTimers();
          draft = open(at);
        }
        const safe =
          last === '' || JSON.stringify(at.device?.doc) === JSON.stringify(doc(last)) || texts(at).includes(last);
        expect([last, safe]).toEqual([last, true]);
      }
      at.way = 'answered';
      draft.wake();
      await pass(120_000);
      expect(new Set(texts(at)).size).toBe(texts(at).length);
      expect(draft.get().sending).toBe('no');
    }),
    { numRuns: 200 },
  );
});
