import { sayLikelihood } from '@/lib/claims/likelihood';
import type { ExportCitation, ExportClaim } from './export';
import { urn, webAddress } from './names';
import type { Writer } from './source';

const KINDS: Record<string, string> = { person: 'Person', organisation: 'Organization' };

/** Whoever makes the claim where it is cited: the speaker, or the outlet in its own voice; null where neither is known. */
function claimantOf({ speaker, article }: ExportCitation) {
  if (speaker) return { '@type': KINDS[speaker.type] ?? 'Thing', name: speaker.name };
  return article.publisher === null ? null : { '@type': 'Organization', name: article.publisher };
}

/** When it was published, as far as that is known and not estimated. */
const knownDate = ({ article: { published } }: ExportCitation) => (published?.estimated ? null : published);

/** The citation of the article that came out before all others; null where one is not dated, or two may be of one day. */
function firstOf(made: readonly ExportCitation[]): ExportCitation | null {
  const untilOf = (one: ExportCitation) => knownDate(one)?.to ?? '';
  const first = made.reduce((least, one) => (untilOf(one) < untilOf(least) ? one : least));
  const isBefore = (other: ExportCitation) => untilOf(first) < (knownDate(other)?.from ?? '');
  return untilOf(first) && made.every((one) => one.articleId === first.articleId || isBefore(one)) ? first : null;
}

function appearanceOf(citation: ExportCitation) {
  const { title, url } = citation.article;
  const date = knownDate(citation);
  return {
    '@type': 'CreativeWork',
    name: title,
    ...(webAddress(url) ? { url: webAddress(url) } : {}),
    ...(date?.precision === 'day' ? { datePublished: date.from } : {}),
  };
}

/** In words alone: analysts may differ, and nobody agreed on a number for all of them. */
function ratingOf({ assessments }: ExportClaim): string {
  const judged = assessments.filter(({ likelihood }) => likelihood);
  const said = judged.map(({ analyst, likelihood }) => ({
    words: sayLikelihood(likelihood!.value ?? likelihood!.band),
    by: analyst.name,
  }));
  const words = new Set(said.map((one) => one.words));
  if (words.size < 2) return [...words][0] ?? 'Likelihood not stated';
  return said.map((one) => `${one.words} (${one.by})`).join('; ');
}

/** A review of what others claim (schema.org ClaimReview); null of a claim that nobody made in an article. */
export function claimReview(claim: ExportClaim): object | null {
  const made = claim.citations.filter(({ stance, denies }) => stance === 'supports' && !denies);
  if (!made.length) return null;
  const first = firstOf(made);
  const claimant = first ? claimantOf(first) : made.map(claimantOf).find((one) => one !== null);
  const authors = claim.approvedBy.map(({ name }) => ({ '@type': 'Person', name }));
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    '@id': urn(claim.id),
    url: urn(claim.id),
    claimReviewed: claim.statement,
    author: authors.length === 1 ? authors[0] : authors,
    ...(claim.approvedBy.length ? { datePublished: claim.approvedBy.at(-1)!.at.slice(0, 10) } : {}),
    reviewRating: { '@type': 'Rating', alternateName: ratingOf(claim) },
    itemReviewed: {
      '@type': 'Claim',
      name: claim.statement,
      ...(claimant ? { author: claimant } : {}),
      ...(first ? { firstAppearance: appearanceOf(first) } : {}),
      appearance: made.map(appearanceOf),
    },
  };
}

/**
 * ClaimReview as JSON-LD, a list of reviews, each with its own context: whole or one by one it is put into the page that reviews the claim, whose address takes
 * the place of `url`.
 */
export const writeClaimReviews: Writer = (source) => [
  {
    name: 'claim-reviews.jsonld',
    contentType: 'application/ld+json',
    async *chunks() {
      let before = '[\n';
      for await (const claim of source.claims()) {
        const review = claimReview(claim);
        if (!review) continue;
        yield `${before}${JSON.stringify(review, null, 2)}`;
        before = ',\n';
      }
      yield before === '[\n' ? '[]\n' : '\n]\n';
    },
  },
];
