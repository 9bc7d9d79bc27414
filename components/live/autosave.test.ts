import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '@/lib/api/client';
import { Autosave } from './autosave';

type Row = { text: string; version: number };

/** A server with one row; each request waits until it is let through. */
function setUp(row: Row | null = null) {
  const state = { row };
  const waiting: (() => void)[] = [];
  const sent: [string, number | null][] = [];
  const confirmed: Row[] = [];
  const save = new Autosave<string, Row>('', row, {
    send: async (text, version) => {
      sent.push([text, version]);
      await new Promise<void>((go) => waiting.push(go));
      if ((state.row?.version ?? null) !== version)
        throw new Problem(version === null ? 'version-required' : 'stale', 412, 'Changed.', { current: state.row });
      if (text === 'refused') throw new Problem('offline', 0, 'Away.');
      return (state.row = { text, version: (version ?? 0) + 1 });
    },
    current: async () => state.row,
    valueOf: ({ text }) => text,
    ready: (text) => text !== '',
    onSaved: (saved) => confirmed.push(saved),
  });
  /** Lets the next request through and waits for what follows from it. */
  const answer = async () => {
    waiting.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { save, sent, confirmed, state, answer };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('Autosave', () => {
  it('sends after a pause, and says "saved" only after the answer', async () => {
    const { save, sent, answer, confirmed } = setUp();
    save.change('a');
    save.change('ab');
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(800);
    expect(sent).toEqual([['ab', null]]);
    expect(save.get().state).toBe('saving');
    await answer();
    expect(save.get().state).toBe('saved');
    expect(confirmed).toEqual([{ text: 'ab', version: 1 }]);
  });

  it('sends one at a time, the latest last, on the version confirmed before', async () => {
    const { save, sent, answer } = setUp({ text: 'old', version: 4 });
    save.change('a', 'now');
    save.change('b', 'now');
    save.change('c', 'now');
    expect(sent).toEqual([['a', 4]]);
    await answer();
    expect(sent).toEqual([
      ['a', 4],
      ['c', 5],
    ]);
    await answer();
    expect(save.get()).toMatchObject({ value: 'c', state: 'saved' });
  });

  it('keeps what was refused, and sends it on the next try', async () => {
    const { save, answer } = setUp();
    save.change('refused', 'now');
    await answer();
    expect(save.get()).toMatchObject({ value: 'refused', state: 'failed', problem: { code: 'offline' } });
    save.change('better', 'now');
    await answer();
    expect(save.get()).toMatchObject({ value: 'better', state: 'saved', problem: null });
  });

  it.each([
    ['mine', (save: Autosave<string, Row>) => save.keepMine(), 'mine', 6],
    ['theirs', (save: Autosave<string, Row>) => save.takeTheirs(), 'theirs', 5],
  ])('shows both when somebody saved meanwhile, and ends with %s', async (_, choose, text, version) => {
    const { save, state, answer } = setUp({ text: 'old', version: 4 });
    state.row = { text: 'theirs', version: 5 };
    save.change('mine', 'now');
    await answer();
    expect(save.get()).toMatchObject({ value: 'mine', theirs: { text: 'theirs' } });
    choose(save);
    await answer();
    expect(save.get()).toMatchObject({ value: text, theirs: null, state: 'saved' });
    expect(state.row).toEqual({ text, version });
  });

  it('finds out what is there when the first was made in another window', async () => {
    const { save, state, answer } = setUp();
    state.row = { text: 'theirs', version: 1 };
    save.change('mine', 'now');
    await answer();
    expect(save.get()).toMatchObject({ value: 'mine', theirs: { text: 'theirs', version: 1 } });
  });

  it('does not send what is not complete', async () => {
    const { save, sent } = setUp();
    save.change('');
    await vi.advanceTimersByTimeAsync(2000);
    expect(sent).toEqual([]);
  });

  it('shows what another window saved, unless something here is unsent', () => {
    const { save } = setUp({ text: 'old', version: 1 });
    save.adopt({ text: 'newer', version: 2 });
    expect(save.get().value).toBe('newer');
    save.change('mine');
    save.adopt({ text: 'newest', version: 3 });
    expect(save.get().value).toBe('mine');
  });
});
