import { expect, it } from 'vitest';
import { citing, cited } from './source.fixtures';
import { protect, withheldQuote, type Protection } from './protect';
import { all, sourceOf } from './source';
import { isAbove, highest, sayAbove } from './marking';

const text = 'Marco Tal saw it. María O’Neil-Paz denied it; Tal left. 田中太郎は見た。';
const [claim] = cited.snapshot.claims;

/** A claim of this wording and these citations, behind the shield. */
async function shielded(statement: string, quotes: string[], protection: Protection) {
  const citations = quotes.map((quote) => citing(quote, { speaker: null, note: null }, text));
  const snapshot = { ...cited.snapshot, claims: [{ ...claim!, statement, citations, threads: [] }] };
  const { source, keptBack } = protect(
    sourceOf(snapshot, () => text),
    protection,
    async () => text,
  );
  const [safe] = await all(source.claims());
  return { safe: safe!, documents: await all(source.documents()), kept: keptBack() };
}
const person = (id: string, ...names: string[]) => ({ id, type: 'person', names });

it.each([
  [
    'Marco Tal',
    'MARCO TAL, and Tal’s aunt; the tal stays.',
    'Protected source 1, and Protected source 1’s aunt; the tal stays.',
  ],
  ['María O’Neil-Paz', "maria oneil paz and Maria O'Neil–Paz.", 'Protected source 1 and Protected source 1.'],
  ['田中太郎', '昨日、田中太郎は見た。', '昨日、Protected source 1は見た。'],
  ['Vo', 'Vo, VO and vo; Volga.', 'Protected source 1, Protected source 1 and Protected source 1; Volga.'],
])('%s is found as whole words, whatever their case, accents and dashes', async (name, said, left) => {
  const { safe } = await shielded(said, [], { sources: [person('s', name)], quotes: [] });
  expect(safe.statement).toBe(left);
});

it('numbers sources as they are met, replaces a name within a quote and withholds one that cuts it', async () => {
  const protection = { sources: [person('b', 'Marco Tal'), person('a', 'María O’Neil-Paz')], quotes: [] };
  const quotes = ['Marco Tal saw it', 'Neil-Paz denied it'];
  const { safe, documents, kept } = await shielded('Marco Tal differs from María O’Neil-Paz.', quotes, protection);
  expect(safe.statement).toBe('Protected source 1 differs from Protected source 2.');
  expect(safe.citations.map(({ quote }) => quote)).toEqual([
    '[Protected source 1] saw it',
    withheldQuote('Protected source 2'),
  ]);
  expect(safe.citations.map(({ prefix, suffix }) => prefix + suffix)).toEqual(['', '']);
  expect(safe.citations.map(({ article }) => article.url)).toEqual([null, null]);
  expect(documents).toEqual([]);
  expect(kept).toEqual({ sources: 2, quotes: 2, texts: 1 });
});

it('leaves everything as it is where nobody is protected, and where nobody protected is named', async () => {
  const none = await shielded('It stands.', ['saw it'], { sources: [], quotes: [] });
  const other = await shielded('It stands.', ['saw it'], { sources: [person('x', 'Someone Else')], quotes: [] });
  expect(other.safe).toEqual(none.safe);
  expect(other.documents).toEqual(none.documents);
  expect(other.kept).toEqual({ sources: 0, quotes: 0, texts: 0 });
});

it('takes unmarked for higher than clear and lower than green', () => {
  expect(highest(['clear', null])).toBeNull();
  expect(highest([null, 'green', 'clear'])).toBe('green');
  expect(highest(['amber', 'amber+strict'])).toBe('amber+strict');
  expect([isAbove(null, 'clear'), isAbove(null, 'green'), isAbove('red', 'red')]).toEqual([true, false, false]);
  expect([sayAbove('red', undefined), sayAbove('green', 'green')]).toEqual([null, null]);
  expect(sayAbove(null, 'clear')).toContain('It is not marked');
});
