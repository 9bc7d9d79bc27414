import { saveHighlight, translateHighlight } from '@/lib/highlights/commands/highlights';
import { findHighlight, findTag } from '@/lib/highlights/queries';
import { reviewTag } from '@/lib/reviews/commands/tags';
import type { Loaded } from './loaded';
import type { Loader } from './loader';
import { demo } from './project';
import type { CitationSeed, HighlightSeed, MentionSeed, ReviewSeed } from './tags/highlight';

/** Where the words of a highlight stand: the n-th occurrence in the text, in UTF-16 units. */
export function spanOf(text: string, { quote, occurrence = 1 }: Pick<HighlightSeed, 'quote' | 'occurrence'>) {
  let start = -1;
  for (let n = 0; n < occurrence; n++) start = text.indexOf(quote, start + 1);
  if (start < 0) throw new Error(`The demo text does not hold ${occurrence} × “${quote}”.`);
  return { start, end: start + quote.length, quote };
}

function tagOf(loaded: Loaded, tag: MentionSeed | CitationSeed) {
  const common = {
    ...(tag.confidence === undefined ? {} : { confidence: tag.confidence }),
    ...(tag.note ? { note: tag.note } : {}),
  };
  if ('entity' in tag) return { entityId: loaded.entities[tag.entity], ...common };
  return {
    claimId: loaded.claims[tag.claim],
    stance: tag.stance,
    ...common,
    ...(tag.speaker ? { speakerId: loaded.entities[tag.speaker] } : {}),
    ...(tag.via ? { viaId: loaded.publishers[tag.via.publisher], viaOn: tag.via.on ?? null } : {}),
    ...(tag.denies ? { denies: true } : {}),
    ...(tag.implied ? { implied: true, impliedHow: tag.impliedHow ?? null } : {}),
  };
}

async function review(loader: Loader, loaded: Loaded, tagId: string, reviews: ReviewSeed[]) {
  for (const { by, verdict, reason } of reviews) {
    const actor = loaded.people[by];
    await loader.send(reviewTag, actor, tagId, { verdict, ...(reason ? { reason } : {}) }, (ctx) =>
      findTag(ctx, tagId),
    );
  }
}

/** The highlights of all articles with their tags, and the verdicts on these; `late` ones come after the decisions. */
export async function addHighlights(loader: Loader, loaded: Loaded, late: boolean): Promise<void> {
  for (const [key, seeds] of Object.entries(demo.highlights)) {
    const article = loaded.articles[key]!;
    for (const seed of seeds.filter((one) => Boolean(one.late) === late))
      await addHighlight(loader, loaded, article, seed);
  }
}

async function addHighlight(
  loader: Loader,
  loaded: Loaded,
  article: { id: string; text: string },
  seed: HighlightSeed,
) {
  const tags = seed.tags.map((tag) => tagOf(loaded, tag));
  const saved = await loader.send(saveHighlight, loaded.people[seed.by], article.id, {
    ...spanOf(article.text, seed),
    tags,
  });
  if (seed.key) loaded.highlights[seed.key] = saved.id;
  if (seed.translation) {
    const { by, text } = seed.translation;
    await loader.send(translateHighlight, loaded.people[by], saved.id, { translation: text }, (ctx) =>
      findHighlight(ctx, saved.id),
    );
  }
  for (const [index, tag] of seed.tags.entries()) {
    const { id } = saved.tags[index]!;
    if (tag.key) loaded.tags[tag.key] = id;
    await review(loader, loaded, id, tag.reviews ?? []);
  }
}
