/** A language by its BCP 47 tag, with its name in English. */
export interface Language {
  readonly tag: string;
  readonly name: string;
}

// ISO 639-1, and what is told apart by its script or its land, or has three letters, and is read often enough to be found by name.
const TAGS =
  'aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch ckb co cr cs cv cy da de dv dz ee el en eo es et eu fa ff fi ' +
  'fil fj fo fr fy ga gd gl gn gu gv ha he hi hr ht hu hy hz ia id ig ii ik io is it iu ja jv ka kab kg ki kk kl km kn ko kr ks ku kv ' +
  'kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm ' +
  'rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr sr-Cyrl sr-Latn ss st su sv sw ta te tg th ti tk tn to tr ts tt ty ug uk ur uz ' +
  've vi vo wa wo xh yi yo za zh zh-Hans zh-Hant zu';

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** The name of a language, or null where the tag is malformed or names none. */
function nameOf(tag: string): string | null {
  try {
    return names.of(tag) ?? null;
  } catch {
    return null;
  }
}

/** The language of a tag. What a file called its language may be no tag at all: then that is shown. */
export const languageOf = (tag: string): Language => ({ tag, name: nameOf(tag) ?? tag });

const all = (): Language[] =>
  TAGS.split(' ')
    .map(languageOf)
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
let listed: Language[] | null = null;

/** The languages whose names begin with what is typed, then those that hold it; or the one that has it as its tag. */
export function languagesLike(typed: string): Language[] {
  listed ??= all();
  const wanted = typed.trim().toLowerCase();
  const holding = listed.filter(({ name }) => name.toLowerCase().includes(wanted));
  const begins = ({ name }: Language) => Number(name.toLowerCase().startsWith(wanted));
  const found = holding.sort((a, b) => begins(b) - begins(a));
  const tagged = /^[a-z]{2,3}(-|$)/.test(wanted) && nameOf(wanted);
  if (!tagged) return found;
  const [tag = wanted] = Intl.getCanonicalLocales(wanted);
  return [languageOf(tag), ...found.filter((one) => one.tag !== tag)];
}
