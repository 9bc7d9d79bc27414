import fc from 'fast-check';
import { Parser } from 'n3';
import { expect, it } from 'vitest';
import { claimReview, writeClaimReviews } from './claim-review';
import type { ExportClaim } from './export';
import { anySnapshot, claim } from './export.fixtures';
import { urn } from './names';
import { nanopublication, writeNanopublications } from './nanopublication';
import { ordered } from './order';
import { cited, filesOf } from './source.fixtures';

const quads = (of: ExportClaim) => new Parser({ format: 'application/trig' }).parse(nanopublication(of));
const np = 'http://www.nanopub.org/nschema#';

it('a nanopublication reads back whatever was written, as four graphs that its head names', () => {
  fc.assert(
    fc.property(anySnapshot, (state) => {
      for (const one of ordered(state).claims) {
        const found = quads(one);
        const base = `${urn(`${one.id} version ${one.version}`)}#`;
        expect(new Set(found.map(({ graph }) => graph.value.replace(base, '')))).toEqual(
          new Set(['Head', 'assertion', 'provenance', 'pubinfo']),
        );
        const head = found.filter(({ graph }) => graph.value === `${base}Head`);
        expect(
          head.map(({ predicate, object }) => [predicate.value.replace(np, ''), object.value.replace(base, '')]),
        ).toEqual(
          expect.arrayContaining([
            ['hasAssertion', 'assertion'],
            ['hasProvenance', 'provenance'],
            ['hasPublicationInfo', 'pubinfo'],
          ]),
        );
        const values = found.map(({ object }) => object.value);
        expect(values).toContain(one.statement.replace(/\p{Surrogate}/gu, '\ufffd'));
        for (const { quote } of one.citations) expect(values).toContain(quote.replace(/\p{Surrogate}/gu, '\ufffd'));
      }
    }),
    { numRuns: 60 },
  );
});

it('a nanopublication names who approved it, who dissents and the bytes that it quotes', () => {
  const values = quads(claim).map(({ object }) => object.value);
  expect(values).toEqual(expect.arrayContaining(['Rae Viewer', 'One officer is no confirmation.', 'likely (75 %)']));
  expect(values.some((value) => value.startsWith('ni:///sha-256;'))).toBe(true);
});

it('every claim has a file of its own, under the name of its version', async () => {
  const files = await filesOf(writeNanopublications, cited);
  expect(files.map(({ name }) => name)).toEqual(
    cited.snapshot.claims.map(({ id, version }) => `claim-${id}-v${version}.trig`),
  );
});

it('a claim review says what others claim, in words and without a number', async () => {
  expect(claimReview(claim)).toMatchObject({
    '@type': 'ClaimReview',
    claimReviewed: claim.statement,
    author: { '@type': 'Person', name: 'Rae Viewer' },
    reviewRating: { '@type': 'Rating', alternateName: 'likely (75 %) (Ann Alyst); unlikely (20–45 %) (Bo Brief)' },
    itemReviewed: {
      author: { '@type': 'Thing', name: 'a border guard' },
      firstAppearance: { datePublished: '2021-07-28' },
    },
  });
  const denied = { ...claim, citations: claim.citations.map((one) => ({ ...one, stance: 'contradicts' as const })) };
  expect(claimReview(denied)).toBeNull();
  expect(await filesOf(writeClaimReviews, cited)).toHaveLength(2);
});
