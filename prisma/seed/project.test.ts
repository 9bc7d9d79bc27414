import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ArticleKey } from './articles';
import type { ClaimKey } from './claims';
import type { DecisionSeed } from './decisions';
import { demo } from './project';
import type { CitationSeed, HighlightSeed, MentionSeed } from './tags/highlight';

const MARK = 'Written for this demo after public reporting.';
const ORIGINALS = new URL('../../../shared/articles/', import.meta.url);

const articleKeys = Object.keys(demo.articles) as ArticleKey[];
const textOf = (article: ArticleKey) =>
  readFileSync(new URL(`./articles/${demo.articles[article].file}`, import.meta.url), 'utf8');
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const runsOf = (text: string, length: number) => {
  const words = wordsOf(text);
  return words.slice(length - 1).map((_, end) => words.slice(end, end + length).join(' '));
};
const sharedRuns = (one: string, other: string, length: number) => {
  const known = new Set(runsOf(other, length));
  return runsOf(one, length).filter((run) => known.has(run));
};
const longestSharedRun = (one: string, other: string) => {
  let length = 0;
  while (sharedRuns(one, other, length + 1).length > 0) length += 1;
  return length;
};

type Placed = { article: ArticleKey; highlight: HighlightSeed };
const placed: Placed[] = articleKeys.flatMap((article) =>
  demo.highlights[article].map((highlight) => ({ article, highlight })),
);
const isCitation = (tag: MentionSeed | CitationSeed): tag is CitationSeed => 'claim' in tag;
const tags = placed.flatMap(({ article, highlight }) =>
  highlight.tags.map((tag) => ({
    article,
    highlight,
    tag,
    author: tag.by ?? highlight.by,
    verdicts: (tag.reviews ?? []).map((review) => review.verdict),
  })),
);
const accepted = (verdicts: string[]) => verdicts.length > 0 && verdicts.every((verdict) => verdict === 'accept');
const spanOf = ({ article, highlight }: Placed): [number, number] => {
  const text = textOf(article);
  let start = -1;
  for (let found = 0; found < (highlight.occurrence ?? 1); found += 1) {
    start = text.indexOf(highlight.quote, start + 1);
    if (start < 0) throw new Error(`“${highlight.quote}” (${found + 1}) is not in ${article}`);
  }
  return [start, start + highlight.quote.length];
};

describe('the five briefs', () => {
  it.each(articleKeys)('%s has 250 to 500 words, the demo’s mark and no carriage return', (article) => {
    const text = textOf(article);
    const length = text.split(/\s+/u).filter(Boolean).length;
    expect(length).toBeGreaterThanOrEqual(250);
    expect(length).toBeLessThanOrEqual(500);
    expect(text.startsWith(`${MARK}\n`) || text.trimEnd().endsWith(`\n${MARK}`)).toBe(true);
    expect(text).not.toContain('\r');
  });

  it('are told apart by title, outlet line and address, and every address is an example', () => {
    for (const article of articleKeys) {
      const { title, publisher, url } = demo.articles[article];
      expect(textOf(article)).toContain(`${title}\n`);
      expect(textOf(article)).toContain(`${demo.publishers[publisher].name}, `);
      expect(new URL(url).hostname).toMatch(/\.example$/);
    }
    expect(new Set(articleKeys.map((article) => demo.articles[article].url)).size).toBe(5);
  });

  it('hold what imports get wrong: curly quotes, no-break spaces, dashes, Cyrillic, one without a final newline', () => {
    const all = articleKeys.map(textOf);
    for (const sign of ['“', '’', '\u00a0', '—', '«Готов', 'Badakhshon', 'Badakhshan', 'Darvoz', 'Darwaz']) {
      expect(all.join('')).toContain(sign);
    }
    expect(all.filter((text) => !text.endsWith('\n'))).toHaveLength(1);
  });

  it.each(['ready-to-invade', 'secret-talks'] as const)('%s copies the founding paragraph to the letter', (article) => {
    const paragraphs = textOf('border-districts').split('\n\n');
    const founding = paragraphs.find((paragraph) => paragraph.includes('was set up in 2010')) ?? '';
    expect(wordsOf(founding).length).toBeGreaterThanOrEqual(60);
    expect(textOf(article)).toContain(`\n\n${founding}\n\n`);
  });

  it('repeat a passage of the first in the fourth nearly, and nothing of it in the third', () => {
    const first = textOf('border-districts');
    const near = longestSharedRun(textOf('planned-crossing'), first);
    expect(near).toBeGreaterThanOrEqual(10);
    expect(near).toBeLessThan(30);
    expect(sharedRuns(textOf('planned-crossing'), first, 6).length).toBeGreaterThanOrEqual(20);
    expect(longestSharedRun(textOf('men-at-the-market'), first)).toBeLessThan(8);
  });

  it('share no eight words in a row with the public reports they follow', ({ skip }) => {
    if (!existsSync(ORIGINALS)) {
      skip('../shared/articles is absent: the briefs were not compared with the reports they follow');
    }
    const files = readdirSync(ORIGINALS).filter((file) => file.endsWith('.txt'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const report = readFileSync(new URL(file, ORIGINALS), 'utf8');
      for (const article of articleKeys) expect(sharedRuns(textOf(article), report, 8)).toEqual([]);
      expect(sharedRuns(JSON.stringify(demo), report, 8), 'claims, threads, notes and names').toEqual([]);
    }
  });
});

describe('highlights and tags', () => {
  it('stand on words that are in the brief', () => {
    for (const place of placed) {
      const [start, end] = spanOf(place);
      expect(textOf(place.article).slice(start, end)).toBe(place.highlight.quote);
      expect(place.highlight.quote).toBe(place.highlight.quote.trim());
    }
  });

  it('number 60 to 105, by both analysts in every brief, nested and overlapping', () => {
    expect(tags.length).toBeGreaterThanOrEqual(60);
    expect(tags.length).toBeLessThanOrEqual(105);
    for (const article of articleKeys) {
      const authors = new Set(tags.filter((tag) => tag.article === article).map((tag) => tag.author));
      expect([...authors].sort()).toEqual(['ines', 'tomasz']);
    }
    const pairs = placed.flatMap((one) =>
      placed
        .filter((other) => other !== one && other.article === one.article)
        .map((other) => [spanOf(one), spanOf(other)] as const),
    );
    expect(pairs.some(([[a, b], [c, d]]) => a <= c && d <= b)).toBe(true);
    expect(pairs.some(([[a, b], [c, d]]) => a < c && c < b && b < d)).toBe(true);
    expect(placed.filter(({ highlight }) => highlight.translation)).toHaveLength(1);
  });

  it('are reviewed by somebody else, once each, with a reason for every refusal', () => {
    for (const { tag, author } of tags) {
      const reviewers = (tag.reviews ?? []).map((review) => review.by);
      expect(reviewers).not.toContain(author);
      expect(new Set(reviewers).size).toBe(reviewers.length);
      for (const review of tag.reviews ?? []) expect(review.verdict === 'accept' || review.reason).toBeTruthy();
    }
    expect(tags.filter(({ verdicts }) => verdicts.includes('accept') && verdicts.includes('reject'))).toHaveLength(1);
  });

  it('explain what they imply, and mark a denial only where it contradicts', () => {
    for (const { tag } of tags.filter(({ tag }) => isCitation(tag))) {
      if (!isCitation(tag)) continue;
      expect(Boolean(tag.implied)).toBe(Boolean(tag.impliedHow));
      if (tag.denies) expect(tag.stance).toBe('contradicts');
    }
  });

  it('are all reviewed where a colleague has read to the end', () => {
    for (const { article, by } of demo.readings) {
      const others = tags.filter((tag) => tag.article === article && tag.author !== by);
      expect(others.length).toBeGreaterThan(0);
      for (const { tag } of others) expect(tag.reviews?.map((review) => review.by)).toContain(by);
    }
  });
});

describe('references', () => {
  it('resolve: institutions come before their sources, threads find their subject', () => {
    const before = new Set<string>();
    for (const [key, entity] of Object.entries(demo.entities)) {
      if (entity.institution) expect(before).toContain(entity.institution);
      before.add(key);
    }
    const keys = {
      article: articleKeys,
      entity: Object.keys(demo.entities),
      claim: Object.keys(demo.claims),
      highlight: placed.map(({ highlight }) => highlight.key),
      tag: tags.map(({ tag }) => tag.key),
    };
    for (const { subject } of demo.threads) {
      expect(keys[subject.type].filter((key) => key === subject.key)).toHaveLength(1);
    }
  });

  it('describe every unnamed source in words that stand in a brief', () => {
    const all = articleKeys.map(textOf).join('');
    const unnamed = Object.values(demo.entities).filter((entity) => entity.type === 'unnamed-source');
    expect(unnamed.length).toBeGreaterThan(0);
    for (const { description } of unnamed) expect(all).toContain(description);
  });

  it('leave no entity, claim or publisher unused', () => {
    const used = JSON.stringify([demo.highlights, demo.claims, demo.articles, demo.entities]);
    for (const key of Object.keys(demo.publishers)) expect(used).toContain(`"publisher":"${key}"`);
    for (const key of Object.keys(demo.claims)) expect(used).toContain(`"claim":"${key}"`);
    for (const key of Object.keys(demo.entities)) expect(used).toMatch(new RegExp(`:"${key}"`));
  });
});

const supporting = (claim: ClaimKey) =>
  tags.filter(
    ({ tag, highlight, verdicts }) =>
      isCitation(tag) && tag.claim === claim && tag.stance === 'supports' && !highlight.late && accepted(verdicts),
  );
const openObjections = (claim: ClaimKey) =>
  demo.threads
    .filter(({ subject }) => subject.type === 'claim' && subject.key === claim)
    .flatMap(({ comments }) => comments)
    .filter((comment) => comment.blocksApproval && !comment.lifted);

/** Takes the claim's decisions in order, refusing what the product refuses, and says where it ends. */
const follow = (claim: ClaimKey) => {
  const seed = demo.claims[claim];
  let [status, writer]: [string, string] = ['draft', seed.by];
  const approve = (by: string) => {
    expect([seed.by, writer]).not.toContain(by);
    expect(openObjections(claim)).toEqual([]);
    expect(supporting(claim).some(({ author }) => author !== by)).toBe(true);
  };
  const take = (decision: DecisionSeed) => {
    if (decision.do === 'submit') {
      expect(status).toBe('draft');
      status = 'in-review';
    } else if (decision.do === 'edit') {
      writer = decision.by;
      if (status === 'approved') status = 'stale';
    } else {
      expect(status).toBe('in-review');
      expect(['reviewer', 'lead']).toContain(demo.accounts[decision.by].role);
      if (decision.verdict === 'accept') approve(decision.by);
      status = { accept: 'approved', reject: 'rejected', 'needs-work': 'draft' }[decision.verdict];
    }
  };
  demo.decisions.filter((decision) => decision.claim === claim).forEach(take);
  return status;
};

describe('claims', () => {
  const claimKeys = Object.keys(demo.claims) as ClaimKey[];

  it.each(claimKeys)('%s ends as it should, by decisions that the product allows', (claim) => {
    expect(follow(claim)).toBe(demo.claims[claim].status);
  });

  it('are caught in the middle of the work', () => {
    const status = (claim: ClaimKey) => demo.claims[claim].status;
    expect(status('ban-2012')).toBe('approved');
    expect(status('real-name')).toBe('approved');
    expect(status('married-local-women')).toBe('stale');
    expect(status('five-districts')).toBe('in-review');
    expect(status('two-hundred-men')).toBe('draft');
    const likelihoods = (claim: ClaimKey) =>
      demo.assessments.filter((assessment) => assessment.claim === claim).map((assessment) => assessment.likelihood);
    expect(likelihoods('five-districts')).toEqual([75, 40]);
    for (const likelihood of likelihoods('declared-readiness')) {
      expect(likelihood).toBeGreaterThanOrEqual(5);
      expect(likelihood).toBeLessThan(20);
    }
    const judged = demo.assessments.map(({ claim, by }) => `${claim} ${by}`);
    expect(new Set(judged).size).toBe(judged.length);
  });

  it('say otherwise by now what somebody judged first in a round', () => {
    for (const { claims, analysts, first } of demo.rounds) {
      for (const { claim, by, likelihood } of first) {
        expect(claims).toContain(claim);
        expect(analysts).toContain(by);
        const now = demo.assessments.find((one) => one.claim === claim && one.by === by)!;
        expect(now.likelihood).not.toBe(likelihood);
      }
      for (const claim of claims)
        expect(demo.assessments.filter((one) => one.claim === claim)).toHaveLength(analysts.length);
    }
  });
});

describe('what waits', () => {
  const mentions = (account: string) => JSON.stringify(demo.threads).includes(`{"mention":"${account}"}`);

  it('for Ines: a tag sent back, and a mention', () => {
    expect(tags.some(({ author, verdicts }) => author === 'ines' && verdicts.includes('needs-work'))).toBe(true);
    expect(mentions('ines')).toBe(true);
  });

  it('for Tomasz: tags of Ines, mentions and citations, that nobody has reviewed', () => {
    const waiting = tags.filter(({ author, verdicts }) => author === 'ines' && verdicts.length === 0);
    expect(waiting.filter(({ tag }) => isCitation(tag)).length).toBeGreaterThanOrEqual(5);
    expect(waiting.filter(({ tag }) => !isCitation(tag)).length).toBeGreaterThanOrEqual(5);
  });

  it('for Ruth: a claim in review that she may approve', () => {
    const ready = Object.entries(demo.claims).filter(([key, { status }]) => {
      const claim = key as ClaimKey;
      return status === 'in-review' && openObjections(claim).length === 0 && supporting(claim).length > 0;
    });
    expect(ready.length).toBeGreaterThanOrEqual(1);
  });

  it('for Daniel: an open objection, and a mention', () => {
    expect(openObjections(demo.startHere.claim)).toHaveLength(1);
    expect(mentions('daniel')).toBe(true);
  });

  it('among threads of every kind: open, settled, agreed to differ, and two places that are not the same', () => {
    const outcomes = demo.threads.map((thread) => thread.outcome?.kind ?? 'open');
    expect(new Set(outcomes)).toEqual(new Set(['open', 'settled', 'agreed-to-differ']));
    expect(demo.threads.map((thread) => thread.outcome?.note)).toContain('These two places are not the same.');
  });
});
