import { describe, expect, it } from 'vitest';
import { aHighlight, aTag } from '@/components/highlights/layers.fixtures';
import type { Highlight, Tag } from '@/lib/highlights/highlight';
import type { News } from './invalidate';
import { readSingles, singleNews, type Singles } from './one-by-one';

const key = ['listHighlights', { id: 'a' }, {}];
const news = (type: string, subjectId: string, version = 2): News => ({
  type,
  subjectType: type.split('.')[0]!,
  subjectId,
  version,
});
const [first, second] = [aHighlight(0, 5, [aTag()]), aHighlight(7, 9, [aTag(), aTag()])];
const items = [first, second];

/** A server that holds these, and notes what it is asked for. */
function holding(highlights: Highlight[]): { read: Singles; asked: string[] } {
  const asked: string[] = [];
  const noted = <T>(id: string, found: T | undefined) => {
    asked.push(id);
    return Promise.resolve(found ?? null);
  };
  const tags: Tag[] = highlights.flatMap((one) => one.tags);
  return {
    asked,
    read: {
      highlight: (id) =>
        noted(
          id,
          highlights.find((one) => one.id === id),
        ),
      tag: (id) =>
        noted(
          id,
          tags.find((one) => one.id === id),
        ),
    },
  };
}
const after = async (held: Highlight[], events: News[]) => {
  const { read, asked } = holding(held);
  const change = await readSingles('a', items, singleNews(key, items, events)!, read);
  return { now: change(items), asked };
};

describe('which news is read one by one', () => {
  it('is what is about one highlight or tag and not shown yet', () => {
    const shown = news('highlight.saved', first.id, 1);
    const accepted = news('tag.accepted', second.tags[0]!.id);
    expect(singleNews(key, items, [shown, accepted, news('member.joined', 'm')])).toEqual([accepted]);
    expect(singleNews(key, items, [shown])).toEqual([]);
  });

  it('is none where one event is about many things, or there are many', () => {
    expect(singleNews(key, items, [news('entity.merged', 'e'), news('tag.added', 't')])).toBeNull();
    expect(
      singleNews(
        key,
        items,
        Array.from({ length: 21 }, (_, at) => news('tag.added', `t${at}`)),
      ),
    ).toBeNull();
  });
});

describe('what is shown afterwards', () => {
  it('holds a colleague’s new highlight, read once with its tag; the others are the same objects', async () => {
    const fresh = aHighlight(20, 30, [aTag()]);
    const events = [news('highlight.saved', fresh.id, 1), news('tag.added', fresh.tags[0]!.id, 1)];
    const { now, asked } = await after([first, second, fresh], events);
    expect(now).toEqual([first, second, fresh]);
    expect([now[0], now[1]]).toEqual([first, second]);
    expect(now[0]).toBe(first);
    expect(asked).toEqual([fresh.id]);
  });

  it('holds a tag as it was judged, and not what was deleted', async () => {
    const [judged, dropped] = second.tags as [Tag, Tag];
    const accepted: Tag = { ...judged, reviewState: 'accepted' };
    const { now } = await after(
      [{ ...second, tags: [accepted] }],
      [news('tag.accepted', judged.id), news('tag.deleted', dropped.id), news('highlight.deleted', first.id)],
    );
    expect(now).toEqual([{ ...second, tags: [accepted] }]);
  });

  it('holds nothing of another article', async () => {
    const elsewhere = aHighlight(1, 2, [aTag({ articleId: 'b' })], { articleId: 'b' });
    const { now } = await after([elsewhere], [news('highlight.saved', elsewhere.id, 1)]);
    expect(now).toEqual(items);
  });
});
