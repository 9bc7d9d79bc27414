import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hitsOf, MOST_HITS } from './hits';

const cut = (text: string, wanted: string) => hitsOf(text, wanted).map(({ start, end }) => text.slice(start, end));

describe('finding words in an article', () => {
  it('looks past case, white space and the shape of quotation marks', () => {
    expect(cut('Five\u00a0districts, five\r\ndistricts; fivedistricts', ' five  districts ')).toEqual([
      'Five\u00a0districts',
      'five\r\ndistricts',
    ]);
    expect(cut('“Don’t”', '"don\'t"')).toEqual(['“Don’t”']);
  });

  it('takes signs for what they are', () => {
    expect(cut('a.b a+b [x] (a-b) a/b \\', 'a.b')).toEqual(['a.b']);
    for (const sign of ['[x]', '(a-b)', 'a+b', 'a/b', '\\'])
      expect(cut('a.b a+b [x] (a-b) a/b \\', sign)).toEqual([sign]);
    expect(hitsOf('anything', '   ')).toEqual([]);
  });

  it('keeps offsets true where lower case is longer than upper', () => {
    expect(cut('İstanbul to Ankara', 'ankara')).toEqual(['Ankara']);
    expect(cut('😀😀 Acme', 'acme')).toEqual(['Acme']);
  });

  it('finds a letter in either spelling, and never a part of one', () => {
    expect(cut('Jose\u0301 met José.', 'josé')).toEqual(['Jose\u0301', 'José']);
    expect(cut('Jose\u0301 met José.', 'JOSE\u0301')).toEqual(['Jose\u0301', 'José']);
    expect(cut('👨‍👩‍👧 👨', '👨')).toEqual(['👨']);
    expect(cut('🇫🇷🇩🇪', '🇷🇩')).toEqual([]);
    expect(cut('قال الوزير، قال', 'قال')).toEqual(['قال', 'قال']);
    expect(cut('القبطانُ والقبطان', 'القبطان')).toEqual(['القبطانُ', 'القبطان']);
    expect(cut('القبطانُ والقبطان', 'القبطانُ')).toEqual(['القبطانُ']);
    expect(cut('הַסְּפִינָה והספינה', 'הספינה')).toEqual(['הַסְּפִינָה', 'הספינה']);
    expect(cut('東京都と京都', '京都')).toEqual(['京都', '京都']);
  });

  it('finds a letter that is typed without its accent with any, and not the other way round', () => {
    expect(cut('Café, cafe\u0301, CAFE', 'cafe')).toEqual(['Café', 'cafe\u0301', 'CAFE']);
    expect(cut('Zoë Ölçer, Đorđe', 'zoe olcer')).toEqual(['Zoë Ölçer']);
    expect(cut('cafe', 'café')).toEqual([]);
    expect(cut('résumé', 'resum')).toEqual(['résum']);
  });

  it('looks past what nobody sees', () => {
    expect(cut('soft\u00adhyphen and zero\u200bwidth', 'softhyphen')).toEqual(['soft\u00adhyphen']);
    expect(cut('zero\u200bwidth', 'zerowidth')).toEqual(['zero\u200bwidth']);
  });

  it('finds every slice of a text, and stops at the most', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 30 }), fc.nat(29), fc.nat(29), (text, a, b) => {
        const words = text.slice(Math.min(a, b), Math.max(a, b) + 1);
        if (words.trim() === '') return;
        expect(cut(text, words)).not.toEqual([]);
      }),
    );
    expect(hitsOf('a'.repeat(5000), 'a')).toHaveLength(MOST_HITS);
  });
});
