/** `reliability` is the Admiralty letter that Daniel settled, A (completely reliable) to F (cannot be judged). */
export type PublisherSeed = { name: string; kind: string; reliability?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' };

/** All of them are invented. The last three publish none of the five articles: they are what the articles relay. */
export const publishers = {
  'vakhsh-courier': { name: 'Vakhsh Courier', kind: 'news site', reliability: 'C' },
  'four-passes-digest': { name: 'Four Passes Digest', kind: 'news digest', reliability: 'D' },
  'watershed-quarterly': { name: 'Watershed Quarterly', kind: 'magazine', reliability: 'B' },
  'radio-longitude': { name: 'Radio Longitude', kind: 'broadcaster', reliability: 'B' },
  'moscow-news-sites': { name: 'Moscow news sites (not named)', kind: 'news site', reliability: 'F' },
  gatepost: { name: 'Gatepost', kind: 'messaging channel', reliability: 'E' },
  'aare-institute': { name: 'Aare Institute for Border Research', kind: 'research institute', reliability: 'C' },
} satisfies Record<string, PublisherSeed>;

export type PublisherKey = keyof typeof publishers;
