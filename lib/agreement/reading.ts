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

/** All figures of the work of several analysts: of each pair, of each type of tag, of each article, and of all together. */
export function readAgreement(work: Work): Reading {
  const { kept, dropped } = comparable(work.tags);
  const { judged, lengths } = work;
  const pairs = pairsOf(kept, judged);
  const part = (belongs: (tag: Made) => boolean): Figures => ({
    shares: sharesOf(within(pairs, belongs)),
    coefficients: coefficientsOf({ tags: kept.filter(belongs), judged: [], lengths }),
  });
  const of = (...analysts: string[]): Work => ({
    tags: kept.filter((tag) => analysts.includes(tag.analystId)),
    judged: judged.filter((one) => analysts.includes(one.analystId)),
    lengths,
  });
  const overall = {
    shares: sharesOf(pairs.flatMap(({ compared }) => compared)),
    coefficients: coefficientsOf({ tags: kept, judged, lengths }, true),
  };
  const figuresOf = (pair: Pair): Figures => ({
    shares: sharesOf(pair.compared),
    coefficients: coefficientsOf(of(pair.a, pair.b)),
  });
  return {
    pairs: pairs.map((pair) => ({ ...pair, ...figuresOf(pair) })),
    overall,
    types: [...grouped(kept, (tag) => tag.type).keys()]
      .sort()
      .map((type) => ({ type, ...part((tag) => tag.type === type) })),
    articles: [...grouped(kept, (tag) => tag.articleId).keys()].map((articleId) => ({
      articleId,
      ...part((tag) => tag.articleId === articleId),
    })),
    dropped,
  };
}
