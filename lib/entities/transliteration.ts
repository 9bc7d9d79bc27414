// Letters of other scripts in Latin ones, as names are usually written in English. Pure; for comparing names, never shown or stored.

const pairs = (letters: string): [string, string][] =>
  letters.split(' ').map((pair) => pair.split('=') as [string, string]);

// As `fold` leaves them: without accents, so that й is и and ё is е.
const CYRILLIC = pairs(
  'а=a б=b в=v г=g ґ=g д=d е=e є=ye ж=zh з=z и=i і=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=sh ' +
    'ъ= ы=y ь= э=e ю=yu я=ya ғ=gh қ=q ҳ=h ҷ=j ң=n ө=o ү=u ұ=u һ=h ә=a ј=j љ=l њ=n ћ=c ђ=dj џ=dj ў=u',
);
const GREEK = pairs(
  'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=ks ο=o π=p ρ=r σ=s τ=t υ=y φ=f χ=ch ψ=ps ω=o',
);
// Vowels are mostly not written; what carries them (alef, waw, yeh, ain) is one.
const ARABIC = pairs(
  'ا=a ب=b پ=p ت=t ث=s ج=j چ=ch ح=h خ=kh د=d ذ=z ر=r ز=z ژ=zh س=s ش=sh ص=s ض=d ط=t ظ=z ع=a غ=gh ف=f ق=q ک=k ك=k گ=g ل=l ' +
    'م=m ن=n ه=h ة=a و=u ي=y ی=y ى=a ء=',
);
const LATIN = new Map([...CYRILLIC, ...GREEK, ...ARABIC]);
const OTHER = /[\u0370-\u03ff\u0400-\u04ff\u0600-\u06ff]/;
const EVERY_OTHER = new RegExp(OTHER, 'g');

/** Whether nothing of it is written in Cyrillic, Greek or Arabic letters. */
export const isLatin = (text: string): boolean => !OTHER.test(text);

/** A folded word in Latin letters; letters that are not known stay as they are. The article of an Arabic word is taken off. */
export function inLatin(word: string): string {
  if (isLatin(word)) return word;
  return word.replace(/^ال(?=.{3})/, '').replace(EVERY_OTHER, (letter) => LATIN.get(letter) ?? letter);
}
