import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviewStates } from '@/lib/agreement/standing';
import { stances } from './claim';
import { passagesOf, type CitedTag } from './passages';

const tag = (start: number, end: number, more: Partial<Omit<CitedTag, 'place'>> = {}, text = 'text'): CitedTag => ({
  stance: 'supports',
  reviewState: 'unreviewed',
  createdAt: new Date(start),
  ...more,
  place: { articleId: `article of ${text}`, articleVersionId: text, start, end },
});

describe('the citations that tags come to', () => {
  it('are one where two analysts tagged overlapping words, two where the words only touch', () => {
    expect(passagesOf([tag(0, 10), tag(4, 6), tag(9, 20)])).toHaveLength(1);
    expect(passagesOf([tag(0, 10), tag(10, 20)])).toHaveLength(2);
  });

  it('are apart in other texts and of other stances', () => {
    expect(passagesOf([tag(0, 10), tag(0, 10, {}, 'other text'), tag(0, 10, { stance: 'contradicts' })])).toHaveLength(
      3,
    );
  });

  it('are accepted when one of the tags is, and as old as the oldest', () => {
    const [one] = passagesOf([tag(5, 9), tag(4, 8, { reviewState: 'accepted' })]);
    expect(one).toEqual({
      stance: 'supports',
      accepted: true,
      articleId: 'article of text',
      firstTagged: new Date(4),
    });
  });

  it.each(['rejected', 'needs-work', 'contested'] as const)('leave out what is %s', (reviewState) => {
    expect(passagesOf([tag(0, 10, { reviewState })])).toEqual([]);
  });

  const tags = fc.array(
    fc
      .tuple(
        fc.nat(30),
        fc.integer({ min: 1, max: 10 }),
        fc.constantFrom(...stances),
        fc.constantFrom(...reviewStates),
        fc.constantFrom('a', 'b'),
      )
      .map(([start, length, stance, reviewState, text]) => tag(start, start + length, { stance, reviewState }, text)),
    { maxLength: 20 },
  );

  it('do not depend on the order of the tags, nor on a tag said twice', () => {
    fc.assert(
      fc.property(tags, (some) => {
        expect(passagesOf([...some].reverse())).toEqual(passagesOf(some));
        expect(passagesOf([...some, ...some])).toEqual(passagesOf(some));
      }),
    );
  });
});
