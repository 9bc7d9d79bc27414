import { expect, it } from 'vitest';
import { carryAll } from '@/lib/anchoring/side-by-side';
import { pin, type StoredAnchor } from '@/lib/anchoring/pin';
import { affectedBetween, foresee } from './affected';

const OLD =
  'The mill at Tarn burned on a Sunday.\nWitnesses gave the hour as four.\nThree men were seen on the bridge.\n';
const NEW = OLD.replace('as four', 'as half past four').replace(
  'Three men were seen on the bridge.',
  'No more is known.',
);
const on = (id: string, quote: string) => ({
  id,
  ...(pin(OLD, { start: OLD.indexOf(quote), end: OLD.indexOf(quote) + quote.length, quote }) as StoredAnchor),
});
const highlights = [on('a', 'The mill'), on('b', 'gave the hour as four'), on('c', 'Three men were seen')];

it('foresees what a text would do to highlights, each once', () => {
  const { exact, moved, orphaned, affected } = foresee(highlights, carryAll(OLD, NEW, highlights));
  expect([exact, moved, orphaned]).toEqual([1, 1, 1]);
  expect(affected.map(({ id, now }) => [id, now])).toEqual([
    ['b', 'gave the hour as half past four'],
    ['c', null],
  ]);
});

it('names what differs between two versions', () => {
  const after = [highlights[0]!, { ...highlights[1]!, quote: 'gave the hour as five' }];
  expect(affectedBetween(highlights, after).map(({ id, now }) => [id, now])).toEqual([
    ['b', 'gave the hour as five'],
    ['c', null],
  ]);
  const lost = { ...highlights[2]!, orphaned: 'The passage was rewritten.' };
  expect(affectedBetween(highlights, [...after, lost]).at(-1)).toMatchObject({
    id: 'c',
    now: null,
    how: lost.orphaned,
  });
});
