import { expect, it } from 'vitest';
import { missingHere } from './missing';

const page = '/projects/p1/claims/c1';
const missing = [
  { code: 'not-submitted', words: 'It is a draft.', href: page },
  { code: 'role', words: 'A reviewer approves.', href: page },
  { code: 'own-wording', words: 'You wrote it.', href: page },
  { code: 'no-supporting-citation', words: 'It needs a citation.', href: page },
  { code: 'open-objection', words: 'Tomasz objects.', href: `${page}?thread=t1#comment-k1` },
];

it('leads to where each thing is mended', () => {
  expect(missingHere(missing, page, true).map(({ code, href }) => [code, href])).toEqual([
    ['not-submitted', null],
    ['role', null],
    ['own-wording', null],
    ['no-supporting-citation', '#evidence'],
    ['open-objection', `${page}?thread=t1#comment-k1`],
  ]);
});

it('does not tell those who decide on no claim that somebody else decides', () => {
  expect(missingHere(missing, page, false).map(({ code }) => code)).toEqual([
    'not-submitted',
    'no-supporting-citation',
    'open-objection',
  ]);
});

it('has nothing to say of a claim that is decided', () => {
  expect(missingHere([{ code: 'approved', words: 'It is approved already.', href: page }], page, true)).toEqual([]);
});
