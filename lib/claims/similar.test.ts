import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeStatements, similarClaims } from './similar';

const claims = [
  { id: 'districts', statement: 'The group controls five districts on the border.' },
  { id: 'men', statement: 'The group has about 200 men under arms.' },
  { id: 'founded', statement: 'The group was founded in 2010 by a former field commander.' },
  { id: 'ban', statement: 'The court banned the group in 2012.' },
];
const ids = (typed: string) => similarClaims(typed, claims).map(({ id }) => id);

describe('claims like the one being typed', () => {
  it('finds the same claim but for typing, with the highest score', () => {
    expect(similarClaims('the group CONTROLS five districts on the border', claims)[0]).toEqual({
      id: 'districts',
      score: 1,
    });
  });

  it('finds other figures and other words for the same', () => {
    expect(ids('The group has about 100 men')[0]).toBe('men');
    expect(ids('The group was founded in 2006 by a former field comander')[0]).toBe('founded');
    expect(ids('Five border districts are controlled by the group')[0]).toBe('districts');
  });

  it('finds a claim from its beginning', () => {
    expect(ids('The court ban')[0]).toBe('ban');
  });

  it('offers nothing for few letters or other subjects', () => {
    expect(ids('The grou')).toEqual([]);
    expect(ids('Bread prices rose sharply across several northern towns last winter')).toEqual([]);
  });

  it('ranks between 0 and 1 and does not depend on the order of the list', () => {
    const words = fc.array(fc.constantFrom('group', 'five', 'districts', 'men', '2010', 'the', 'border'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), words, (list, typed) => {
        const known = list.map((one, index) => ({ id: `c${index}`, statement: one.join(' ') }));
        const found = similarClaims(typed.join(' '), known);
        expect(similarClaims(typed.join(' '), [...known].reverse())).toEqual(found);
        for (const { score } of found) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});

describe('claims that may be one', () => {
  it('are, for one claim alone, those of all that it is in', () => {
    const words = fc.array(fc.constantFrom('group', 'five', 'districts', 'men', 'border', 'crossed', 'never'), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(words, { minLength: 2, maxLength: 8 }), fc.nat(), (list, at) => {
        const claims = list.map((one, index) => ({ id: `c${index}`, statement: one.join(' ') }));
        const about = claims[at % claims.length]!.id;
        expect(likeStatements(claims, about)).toEqual(likeStatements(claims).filter(({ ids }) => ids.includes(about)));
      }),
    );
  });
});
