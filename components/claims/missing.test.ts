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

it('says once that somebody else decides on what one both made and worded', () => {
  const own = [
    { code: 'own-wording', words: 'You wrote it.', href: page },
    { code: 'own-claim', words: 'You made it.', href: page },
  ];
  expect(missingHere(own, page, true).map(({ code }) => code)).toEqual(['own-wording']);
  expect(missingHere(own.slice(1), page, true).map(({ code }) => code)).toEqual(['own-claim']);
});

it('has nothing to say of a claim that is approved, to its writer neither', () => {
  const approved = { code: 'approved', words: 'It is approved already.', href: page };
  expect(missingHere([approved], page, true)).toEqual([]);
  expect(missingHere([approved, ...missing.filter(({ code }) => code.startsWith('own-'))], page, true)).toEqual([]);
});
