import { expect, it } from 'vitest';
import { pin, type StoredAnchor } from './pin';
import { relocate } from './relocate';

const COUNTED = 'The harbour commission counted barges that night, and wrote their names into the ledger.';
const FOUND = 'The ledger was found a week later in the office of the deputy, who had never seen it.';
const PAID = 'The toll was paid twice.';

function anchorOn(text: string, quote: string): StoredAnchor {
  const start = text.indexOf(quote);
  const anchor = pin(text, { start, end: start + quote.length, quote });
  if ('refused' in anchor) throw new Error(anchor.refused);
  return anchor;
}

it('a short quote in a paragraph that nobody touched stays, whatever became of its neighbours', () => {
  const old = [COUNTED, 'Nobody was hurt.', FOUND, PAID].join('\n\n');
  const young = [FOUND.replace('a week', 'two weeks'), COUNTED, PAID].join('\n\n');
  for (const quote of ['toll was paid twice', 'paid', 'The toll'])
    expect(relocate(anchorOn(old, quote), old, young), quote).toMatchObject({
      state: 'exact',
      start: young.indexOf(quote),
    });
});

it('is on its own words or lost where the paragraph stands twice', () => {
  const old = [COUNTED, FOUND, PAID].join('\n\n');
  const doubled = [FOUND.replace('a week', 'two weeks'), PAID, 'He was paid twice.', PAID].join('\n\n');
  const place = relocate(anchorOn(old, 'toll was paid twice'), old, doubled);
  expect(place.state === 'orphaned' || doubled.slice(place.start, place.end) === 'toll was paid twice').toBe(true);
});
