import { coefficientsOf, type Coefficient, type Work } from './coefficients';
import { comparable, grouped, type Dropped, type Judged, type Made } from './made';
import { comparedOf, sharesOf, type Compared, type Shares } from './questions';

/** What two analysts are compared on. */
export type Pair = { a: string; b: string; compared: Compared[] };

/** Figures of some part of the work: how often two agreed, and the coefficients. */
export type Figures = { shares: Shares; coefficients: Coefficient[] };

export type Reading = {
  pairs: (Figures & Pair)[];
  overall: Figures;
  types: (Figures & { type: string })[];
  articles: (Figures & { articleId: string })[];
  dropped: Dropped; // tags that no pair of analysts is compared on
};

/** Each two analysts who have something to be compared on. Both of a pair are in the order of their ids. */
export function pairsOf(tags: readonly Made[], judged: readonly Judged[]): Pair[] {
  const [byTags, byJudged] = [grouped(tags, (tag) => tag.analystId), grouped(judged, (one) => one.analystId)];
  const analysts = [...new Set([...byTags.keys(), ...byJudged.keys()])].sort();
  const work = (id: string) => ({ analystId: id, tags: byTags.get(id) ?? [], judged: byJudged.get(id) ?? [] });
  return analysts.flatMap((a, nth) =>
    analysts.slice(nth + 1).flatMap((b) => {
      const compared = comparedOf(work(a), work(b));
      return compared.length === 0 ? [] : [{ a, b, compared }];
    }),
  );
}

/** Of what is compared, what one part of it is about: a citation counts where either of the two tags belongs. */
const within = (pairs: readonly Pair[], belongs: (tag: Made) => boolean): Compared[] =>
  pairs.flatMap(({ compared }) =>
    compared.filter(({ about, a, b }) => about === 'words' && Boolean((a && belongs(a)) || (b && belongs(b)))),
  );

/** The coefficients of a part of the work; of a part that is all of it those of all, which are known. */
function partly(whole: Work, all: Coefficient[]) {
  return (tags: readonly Made[], judged: readonly Judged[]): Coefficient[] =>
    tags.length === whole.tags.length && judged.length === whole.judged.length
      ? all.map((one) => ({ ...one, interval: null }))
      : coefficientsOf({ tags, judged, lengths: whole.lengths });
}

/** All figures of the work of several analysts: of each pair, of each type of tag, of each article, and of all together. */
export function readAgreement(work: Work): Reading {
  const { kept, dropped } = comparable(work.tags);
  const { judged, lengths } = work;
  const pairs = pairsOf(kept, judged);
  const whole = { tags: kept, judged, lengths };
  const overall = {
    shares: sharesOf(pairs.flatMap(({ compared }) => compared)),
    coefficients: coefficientsOf(whole, true),
  };
  const coefficients = partly(whole, overall.coefficients);
  const ofPair = ({ a, b, compared }: Pair): Figures => {
    const theirs = ({ analystId }: { analystId: string }) => analystId === a || analystId === b;
    return { shares: sharesOf(compared), coefficients: coefficients(kept.filter(theirs), judged.filter(theirs)) };
  };
  const part = (belongs: (tag: Made) => boolean): Figures => ({
    shares: sharesOf(within(pairs, belongs)),
    coefficients: coefficients(kept.filter(belongs), []),
  });
  const keys = (keyOf: (tag: Made) => string) => [...grouped(kept, keyOf).keys()];
  return {
    pairs: pairs.map((pair) => ({ ...pair, ...ofPair(pair) })),
    overall,
    types: keys((tag) => tag.type)
      .sort()
      .map((type) => ({ type, ...part((tag) => tag.type === type) })),
    articles: keys((tag) => tag.articleId).map((articleId) => ({
      articleId,
      ...part((tag) => tag.articleId === articleId),
    })),
    dropped,
  };
}
