import fc from 'fast-check';
import { Parser } from 'n3';
import { expect, it } from 'vitest';
import { claimReview, writeClaimReviews } from './claim-review';
import { anySnapshot, claim, snapshot } from './export.fixtures';
import { urn } from './names';
import { writeNanopublications } from './nanopublication';
import { ordered } from './order';
import { bodyOf, cited, type Cited } from './source.fixtures';

const quadsOf = async (of: Cited) =>
  new Parser({ format: 'application/trig' }).parse(await bodyOf(writeNanopublications, of));
const np = 'http://www.nanopub.org/nschema#';

it('nanopublications read back whatever was written, each as four graphs that its head names', async () => {
  await fc.assert(
    fc.asyncProperty(anySnapshot, async (state) => {
      const quads = await quadsOf({ snapshot: state, texts: new Map() });
      const { claims } = ordered(state);
      expect(new Set(quads.map(({ graph }) => graph.value)).size).toBe(4 * claims.length);
      for (const one of claims) {
        const base = `${urn(`${one.id} version ${one.version}`)}#`;
        const found = quads.filter(({ graph }) => graph.value.startsWith(base));
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

it('a nanopublication names who approved it, who dissents and the bytes that it quotes', async () => {
  const values = (await quadsOf({ ...cited, snapshot: { ...snapshot, claims: [claim] } })).map(
    ({ object }) => object.value,
  );
  expect(values).toEqual(expect.arrayContaining(['Rae Viewer', 'One officer is no confirmation.', 'likely (75 %)']));
  expect(values.some((value) => value.startsWith('ni:///sha-256;'))).toBe(true);
});

it('a quote is in the language of its article, where that is known and a language', async () => {
  const languageOf = async (language: string | null) => {
    const [quoted] = claim.citations;
    const citations = [{ ...quoted!, article: { ...quoted!.article, language } }];
    const quads = await quadsOf({ ...cited, snapshot: { ...snapshot, claims: [{ ...claim, citations }] } });
    const found = quads.filter(({ object }) => object.value === quoted!.quote);
    return found.map(({ object }) => (object.termType === 'Literal' ? object.language : null));
  };
  expect(await languageOf('de')).toEqual(['de']);
  expect(await languageOf('zh-Hant')).toEqual(['zh-hant']); // RDF compares tags in small letters
  for (const none of [null, 'German', 'the German language', 'a']) expect(await languageOf(none)).toEqual(['']);
});

it('a nanopublication that is cut out stands by itself, with the head of the file', async () => {
  const [head, ...each] = (await bodyOf(writeNanopublications, cited)).split(/^(?=@prefix this:)/m);
  expect(each).toHaveLength(cited.snapshot.claims.length);
  for (const [nth, one] of each.entries()) {
    const graphs = new Parser({ format: 'application/trig' }).parse(head! + one).map(({ graph }) => graph.value);
    const { id, version } = cited.snapshot.claims[nth]!;
    expect(new Set(graphs.map((name) => name.split('#')[0]))).toEqual(new Set([urn(`${id} version ${version}`)]));
  }
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
  const list = JSON.parse(await bodyOf(writeClaimReviews, cited)) as object[];
  expect(list).toEqual(cited.snapshot.claims.map(claimReview).filter((one) => one !== null));
  expect(list.length).toBeGreaterThan(0);
  const none = { ...cited, snapshot: { ...cited.snapshot, claims: [denied] } };
  expect(JSON.parse(await bodyOf(writeClaimReviews, none))).toEqual([]);
});

it('a claim review names nobody who is not known, and no first article that nobody dated', () => {
  const [said] = claim.citations;
  const itemOf = (...citations: Partial<typeof said>[]) => {
    const made = citations.map((one, at) => ({ ...said!, articleId: `a${at}`, ...one }));
    return (claimReview({ ...claim, citations: made }) as { itemReviewed: Record<string, unknown> }).itemReviewed;
  };
  const unknown = { ...said!.article, publisher: null, published: null };
  const dated = (day: string, estimated = false) => ({
    ...said!.article,
    title: day,
    published: { from: day, to: day, precision: 'day' as const, estimated },
  });
  const bare = itemOf({ speaker: null, article: unknown }, { speaker: null, article: unknown });
  expect(bare).not.toHaveProperty('author');
  expect(bare).not.toHaveProperty('firstAppearance');
  expect(bare.appearance).toHaveLength(2);
  expect(itemOf({ speaker: null, article: unknown })).not.toHaveProperty('firstAppearance');
  // An article that nobody dated may be the earlier one; so may one of the same day.
  expect(itemOf({ article: dated('2021-07-28') }, { article: unknown })).not.toHaveProperty('firstAppearance');
  expect(itemOf({ article: dated('2021-07-28') }, { article: dated('2021-07-28') })).not.toHaveProperty(
    'firstAppearance',
  );
  expect(itemOf({ article: dated('2021-07-29') }, { article: dated('2021-07-28') })).toMatchObject({
    firstAppearance: { name: '2021-07-28', datePublished: '2021-07-28' },
  });
  const guessed = itemOf({ article: dated('2021-07-28', true) });
  expect(guessed).not.toHaveProperty('firstAppearance');
  expect(guessed.appearance).toEqual([expect.not.objectContaining({ datePublished: '2021-07-28' })]);
  expect(itemOf({ speaker: null, article: unknown }, { speaker: null })).toMatchObject({
    author: { '@type': 'Organization', name: 'The Valley Post' },
  });
});
