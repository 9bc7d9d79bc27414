import { describe, expect, it } from 'vitest';
import { begunWords, draftOf, draftOn } from './draft';
import { isBegun, onText } from './keep-drafts';
import { keptTagFrom } from './kept-tags';
import { aCitation, aHighlight } from './layers.fixtures';

const text = 'The ferry was late. The pilot saw the ferry.';
const draft = draftOn({ start: 24, end: 29, quote: 'pilot' }, 'key');

describe('a tag that was begun', () => {
  it('is one as soon as something is typed, and not for being opened', () => {
    expect(isBegun(draft)).toBe(false);
    expect(isBegun({ ...draft, query: 'The pilot' })).toBe(true);
    const cited = aCitation({ note: 'As printed.', confidence: 40 });
    const opened = draftOf(aHighlight(24, 29, [cited]), cited, 'edit', 'key');
    expect(isBegun(opened)).toBe(false);
    expect(isBegun({ ...opened, note: 'As printed on page 2.' })).toBe(true);
  });

  it('stands where its words are, and is moved only where there is no doubt', () => {
    expect(onText(draft, text)).toBe(draft);
    expect(onText(draft, `New. ${text}`)).toMatchObject({ start: 29, end: 34 });
    const twice = { ...draft, start: 0, end: 5, quote: 'ferry' };
    expect(onText(twice, text)).toBe(twice);
    expect(onText(draft, 'Nothing of it.')).toBe(draft);
  });

  it('is read from the browser only where it is one', () => {
    const kept = { draft: { ...draft, query: 'The p' }, tab: 'a', at: 5 };
    expect(keptTagFrom(JSON.stringify(kept))).toEqual(kept);
    for (const bad of [null, '', '{', '{}', 'null', JSON.stringify({ ...kept, draft: { key: 'k' } })])
      expect(keptTagFrom(bad), String(bad)).toBeNull();
  });

  it('is told by what was typed', () => {
    expect(begunWords({ ...draft, query: 'The pil', note: 'p. 2' })).toBe('The pil · p. 2');
    expect(begunWords({ ...draft, target: { kind: 'new-claim', statement: 'It was late.' } })).toBe('It was late.');
  });
});
