import { expect, it } from 'vitest';
import type { HistoryLine } from '@/lib/activity/activity';
import { gathered, lastVisit, news } from './visits';

const storage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  } as unknown as Storage;
};

it('remembers the visit before this sitting, also over a reload', () => {
  const lasting = storage();
  const [monday, tuesday] = [storage(), storage()];
  expect(lastVisit('p1', '2026-01-05T09:00:00Z', monday, lasting)).toBeNull();
  expect(lastVisit('p1', '2026-01-05T17:00:00Z', monday, lasting)).toBeNull();
  expect(lastVisit('p1', '2026-01-06T09:00:00Z', tuesday, lasting)).toBe('2026-01-05T17:00:00Z');
  expect(lastVisit('p1', '2026-01-06T11:00:00Z', tuesday, lasting)).toBe('2026-01-05T17:00:00Z');
  expect(lastVisit('p2', '2026-01-06T11:00:00Z', tuesday, lasting)).toBeNull();
});

it('takes every visit for the first where nothing can be kept', () => {
  const refused = {
    getItem: () => {
      throw new Error('off');
    },
  } as unknown as Storage;
  expect(lastVisit('p1', '2026-01-05T09:00:00Z', refused, refused)).toBeNull();
});

it('tells what others did since then', () => {
  const line = (id: string, at: string) => ({ seq: 1, at, actor: { id, name: id } }) as HistoryLine;
  const lines = [line('ruth', '2026-01-06'), line('me', '2026-01-05'), line('ruth', '2026-01-04')];
  expect(news(lines, 'me', '2026-01-04').map(({ at }) => at)).toEqual(['2026-01-06']);
  expect(news(lines, 'me', null)).toHaveLength(2);
});

it('tells of one write once', () => {
  const line = (type: string, at: string) => ({ type, at, actor: { id: 'ruth', name: 'Ruth' } }) as HistoryLine;
  const lines = [
    line('tag.added', '2026-01-06'),
    line('highlight.saved', '2026-01-06'),
    line('highlight.saved', '2026-01-05'),
  ];
  expect(news(lines, 'me', null)).toEqual([lines[0], lines[2]]);
});

it('gathers what one person did several times in a row', () => {
  const line = (id: string, words: string, label: string) => ({ actor: { id, name: id }, words, label }) as HistoryLine;
  const told = gathered([
    line('ruth', 'tagged', 'Third'),
    line('ruth', 'tagged', 'Second'),
    line('tomasz', 'tagged', 'Other'),
    line('ruth', 'tagged', 'First'),
    line('ruth', 'accepted a tag of', 'First'),
  ]);
  expect(told.map(({ actor, label, more }) => [actor.id, label, more])).toEqual([
    ['ruth', 'Third', 1],
    ['tomasz', 'Other', 0],
    ['ruth', 'First', 0],
    ['ruth', 'First', 0],
  ]);
});
