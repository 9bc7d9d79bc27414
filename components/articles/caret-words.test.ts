import { describe, expect, it } from 'vitest';
import { sayStep } from './caret-words';

const text = 'Ilo came.\r\nFamily 👨‍👩‍👧 went.';
const at = (words: string) => text.indexOf(words);

describe('what is heard of a step of the caret', () => {
  it('is what it passes over, or by characters what it comes to', () => {
    const moved = { extent: 'moved' } as const;
    expect(sayStep(text, { ...moved, unit: 'character', from: at('👨') - 1, to: at('👨') })).toBe('👨‍👩‍👧');
    expect(sayStep(text, { ...moved, unit: 'character', from: 2, to: 3 })).toBe('space');
    expect(sayStep(text, { ...moved, unit: 'character', from: 8, to: 9 })).toBe('line end');
    expect(sayStep(text, { ...moved, unit: 'word', from: 0, to: 3 })).toBe('Ilo');
    expect(sayStep(text, { ...moved, unit: 'paragraph', from: 0, to: at('Family') })).toBe('Family 👨‍👩‍👧 went.');
    expect(sayStep(text, { ...moved, unit: 'word', from: text.length, to: text.length })).toBe('End of the article');
    expect(sayStep(text, { ...moved, unit: 'character', from: 0, to: 0 })).toBe('Beginning of the article');
  });

  it('says whether the words are selected now', () => {
    const step = { unit: 'word', from: 0, to: 3 } as const;
    expect(sayStep(text, { ...step, extent: 'longer' })).toBe('Ilo selected');
    expect(sayStep(text, { ...step, extent: 'shorter' })).toBe('Ilo no longer selected');
    expect(sayStep('a'.repeat(400), { ...step, to: 400, extent: 'longer' })).toMatch(/^a{160} … selected$/);
  });
});
