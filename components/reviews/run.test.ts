import { describe, expect, it } from 'vitest';
import { quotedTag } from '@/components/claims/quoted-tag.fixtures';
import {
  arrive,
  begun,
  giving,
  judged,
  newIn,
  noRun,
  progressOf,
  refreshed,
  settled,
  steer,
  stepped,
  unjudged,
} from './run';

const [a, b, c] = ['a', 'b', 'c'].map((id) => quotedTag({ id })) as [
  ReturnType<typeof quotedTag>,
  ReturnType<typeof quotedTag>,
  ReturnType<typeof quotedTag>,
];
const ids = (run: typeof noRun) => run.tags.map(({ id }) => id);
const start = arrive(noRun, [a, b, c]);

describe('a run through the queue', () => {
  it('starts at the first and goes on to the next without a verdict', () => {
    expect(start.current).toBe('a');
    const one = judged(start, 'a', 'accept');
    expect(one.current).toBe('b');
    const skipped = judged(stepped(one, 1), 'c', 'reject');
    expect(skipped.current).toBe('b');
    expect(judged(skipped, 'b', 'accept').current).toBeNull();
  });

  it('stays with what somebody has begun to write, or where they went, while the verdict was under way', () => {
    const stays = judged(begun(giving(start)), 'a', 'accept');
    expect([stays.current, stays.judged.get('a'), stays.served]).toEqual(['a', 'accept', false]);
    expect(judged(giving(stays), 'a', 'reject').current).toBe('b');
    expect(judged(giving(begun(start)), 'a', 'reject').current).toBe('b');
    expect(judged(stepped(stepped(start, 1), 1), 'a', 'accept').current).toBe('c');
  });

  it('keeps what was judged in its place when it has left the queue', () => {
    const run = arrive(judged(start, 'a', 'accept'), [b, c]);
    expect(ids(run)).toEqual(['a', 'b', 'c']);
    expect(stepped(run, -1).current).toBe('a');
  });

  it('drops what a colleague took, but not what is being looked at', () => {
    const run = arrive(start, [c]);
    expect(ids(run)).toEqual(['a', 'c']);
    expect(run.gone.has('a')).toBe(true);
    expect(arrive(run, [a, c]).gone.size).toBe(0);
  });

  it('adds what comes, and starts again when it was finished', () => {
    const finished = judged(arrive(noRun, [a]), 'a', 'accept');
    expect(finished.current).toBeNull();
    expect(arrive(finished, [b]).current).toBe('b');
  });

  it('says how many came meanwhile, after the rest and not where they would move something', () => {
    expect(newIn(start)).toBe(0);
    const run = arrive(arrive(noRun, [b]), [a, b, c]);
    expect([ids(run), run.current, newIn(run)]).toEqual([['b', 'a', 'c'], 'b', 2]);
    expect(newIn(judged(run, 'b', 'accept'))).toBe(1); // the other is looked at
    expect(newIn(arrive(run, [b, c]))).toBe(1);
    // Of a queue that was not loaded whole nobody knows what is new in it.
    expect(newIn(arrive(arrive(noRun, [b], false), [a, b, c]))).toBe(0);
  });

  it('shows again what was taken back, in its new version', () => {
    const back = unjudged(judged(start, 'a', 'accept'), { ...a, version: 4 });
    expect(back.current).toBe('a');
    expect(back.judged.size).toBe(0);
    expect(back.tags[0]!.version).toBe(4);
  });

  it('takes over what the server said of one', () =>
    expect(refreshed(start, { ...b, confidence: 40 }).tags[1]!.confidence).toBe(40));

  it('stays at either end', () => {
    expect(stepped(start, -1).current).toBe('a');
    expect(stepped({ ...start, current: 'c' }, 1).current).toBe('c');
    expect(stepped(noRun, 1).current).toBeNull();
  });

  it('counts what is done and what waits beyond the page', () => {
    const run = judged(start, 'a', 'accept');
    expect(progressOf(run, 2)).toEqual({ done: 1, total: 3 });
    expect(progressOf(run, 80)).toEqual({ done: 1, total: 81 });
  });
});

describe('beside colleagues', () => {
  const on = (...taken: string[]) => new Set(taken);

  it('serves what nobody is on, and what somebody is on only when nothing else is left', () => {
    const run = arrive({ ...noRun, taken: on('a') }, [a, b, c]);
    expect(run.current).toBe('b');
    const next = judged(run, 'b', 'accept');
    expect(next.current).toBe('c');
    expect(judged(next, 'c', 'accept').current).toBe('a');
  });

  it('makes way for whoever was served the same first, but not once something is being done', () => {
    expect(steer(start, on('a')).current).toBe('b');
    expect(steer(start, on('a', 'b', 'c')).current).toBe('a');
    expect(steer(settled(start), on('a')).current).toBe('a');
    expect(steer(stepped(start, 1), on('b')).current).toBe('b');
    expect(steer(judged(start, 'a', 'accept'), on('a')).current).toBe('b');
  });

  it('forbids nothing: one may go to what a colleague is on', () => {
    expect(stepped(steer(start, on('b')), 1).current).toBe('b');
  });
});
