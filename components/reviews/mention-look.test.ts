import { describe, expect, it } from 'vitest';
import { quotedTag } from '@/components/claims/quoted-tag.fixtures';
import { countWords, freshened, placesOf, ticked, toggled } from './mention-look';

const entity = { id: 'e', type: 'person', name: 'Arsalon' };
const mention = (id: string, article: string) => quotedTag({ id, entity, claim: null, article: { id: article } });
const group = (total: number, ...tags: ReturnType<typeof quotedTag>[]) => ({
  spelling: 'Arsalon',
  entity,
  total,
  tags,
});

describe('mentions of one spelling', () => {
  it('are counted with their articles', () => {
    expect(countWords(group(1, mention('a', '1')))).toBe('once');
    expect(countWords(group(3, mention('a', '1'), mention('b', '2'), mention('c', '1')))).toBe('3 in 2 articles');
  });
  it('say when more wait than are shown', () =>
    expect(countWords(group(240, mention('a', '1')))).toBe('240 in at least 1 article, the first 1 shown'));
  it('move one another only where they are open, and are judged as they are by now while they stand still', () => {
    const [open, shut] = [group(1, mention('a', '1')), { ...group(1, mention('b', '1')), spelling: 'Arsalan' }];
    expect(placesOf([open, shut], open)).toEqual(['e Arsalon', 'a', 'e Arsalan']);
    const now = { ...group(2, { ...mention('a', '1'), version: 3 }, mention('c', '1')) };
    const [still, gone] = freshened([open, shut], [now]);
    expect(still!.tags.map(({ id, version }) => [id, version])).toEqual([['a', 3]]);
    expect(gone).toEqual(shut);
  });
  it('are accepted but for those that were unticked', () => {
    const unticked = toggled(new Set(), 'b');
    expect(ticked(group(2, mention('a', '1'), mention('b', '1')), unticked).map(({ id }) => id)).toEqual(['a']);
    expect(toggled(unticked, 'b').size).toBe(0);
  });
});
