import type { AccountKey } from './accounts';
import type { PublisherKey } from './publishers';

/** `from` and `to` are days, YYYY-MM-DD, both inclusive. */
type Published = { from: string; to: string; precision: 'day' | 'month' | 'year' | 'range'; estimated: boolean };

/** `file` lies in `articles/` beside this module and is imported byte for byte; `by` is who brings the article in. */
export type ArticleSeed = {
  file: string;
  title: string;
  publisher: PublisherKey;
  published: Published;
  url: string;
  language: string;
  kind: 'article' | 'document' | 'post' | 'transcript' | 'interview';
  relays?: { publisher: PublisherKey; note: string };
  by: AccountKey;
};

function onDay(day: string): Published {
  return { from: day, to: day, precision: 'day', estimated: false };
}

export const articles = {
  'border-districts': {
    file: 'border-districts.txt',
    title: 'Fighters from Tajikistan put in charge of five Afghan border districts, broadcaster says',
    publisher: 'vakhsh-courier',
    published: onDay('2021-07-13'),
    url: 'https://vakhsh-courier.example/2021/07/13/five-border-districts',
    language: 'en',
    kind: 'article',
    relays: { publisher: 'radio-longitude', note: 'Broadcast of Monday, 12 July 2021; we do not hold it.' },
    by: 'daniel',
  },
  'planned-crossing': {
    file: 'planned-crossing.txt',
    title: 'Dushanbe weighs reports of a planned crossing',
    publisher: 'radio-longitude',
    published: onDay('2021-09-24'),
    url: 'https://radio-longitude.example/tajik/2021-09-24-planned-crossing',
    language: 'en',
    kind: 'article',
    by: 'daniel',
  },
  'ready-to-invade': {
    file: 'ready-to-invade.txt',
    title: '“Taliban ready to invade Tajikistan”',
    publisher: 'four-passes-digest',
    published: onDay('2021-10-07'),
    url: 'https://four-passes.example/digest/taliban-ready-to-invade',
    language: 'en',
    kind: 'article',
    relays: { publisher: 'gatepost', note: 'An undated post, by way of several Moscow news sites.' },
    by: 'daniel',
  },
  'secret-talks': {
    file: 'secret-talks.txt',
    title: 'Taliban tried in secret to reconcile Dushanbe with its armed exiles, institute says',
    publisher: 'vakhsh-courier',
    published: onDay('2024-02-19'),
    url: 'https://vakhsh-courier.example/2024/02/19/secret-talks',
    language: 'en',
    kind: 'article',
    relays: { publisher: 'aare-institute', note: 'A paper of the institute, without title or date.' },
    by: 'daniel',
  },
  'men-at-the-market': {
    file: 'men-at-the-market.txt',
    title: 'The men at the market: what is left of Tajikistan’s Taliban',
    publisher: 'watershed-quarterly',
    published: { from: '2024-10-01', to: '2024-12-31', precision: 'range', estimated: true },
    url: 'https://watershed-quarterly.example/2024/the-men-at-the-market',
    language: 'en',
    kind: 'article',
    by: 'daniel',
  },
} satisfies Record<string, ArticleSeed>;

export type ArticleKey = keyof typeof articles;
