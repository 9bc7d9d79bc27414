import { describe, expect, it } from 'vitest';
import { languageOf, languagesLike } from './languages';

const tags = (typed: string) => languagesLike(typed).map(({ tag }) => tag);

describe('a language', () => {
  it('is found by its name, and by its tag in any spelling', () => {
    expect(tags('arab')).toEqual(['ar']);
    expect(tags('Norwegian')).toEqual(['no', 'nb', 'nn']);
    expect(tags('AR')[0]).toBe('ar');
    expect(languagesLike('zh-hant')[0]).toEqual({ tag: 'zh-Hant', name: 'Traditional Chinese' });
    expect(languagesLike('en-gb')[0]).toEqual({ tag: 'en-GB', name: 'British English' });
  });

  it('that the list leaves out is found by its tag alone', () => {
    expect(tags('klingon')).toEqual([]);
    expect(tags('tlh')).toEqual(['tlh']);
  });

  it('is not made up of what is typed', () => {
    expect(tags('qqq')).toEqual([]);
    expect(tags('no language at all')).toEqual([]);
    expect(tags('en-')).toEqual([]);
  });

  it('is listed by name, each once', () => {
    const all = languagesLike('');
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(all.map(({ name }) => name).slice(0, 3)).toEqual(['Abkhazian', 'Afar', 'Afrikaans']);
  });

  it('that a file named amiss is shown as the file has it', () => {
    expect(languageOf('he')).toEqual({ tag: 'he', name: 'Hebrew' });
    expect(languageOf('en_US')).toEqual({ tag: 'en_US', name: 'en_US' });
  });
});
