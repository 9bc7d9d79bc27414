import { describe, expect, it } from 'vitest';
import { houseWith } from '@/lib/architecture.fixtures';
import { comingAlong, type House, readHouse } from '@/lib/architecture.source';

// What the page of an article brings along. It is opened more often than any other, so that whatever comes with it is sent for a reason.

/** What runs in the browser of whoever reads: the article, the frame around it, what every page needs. */
const READER = [
  'components/articles/article-reader.tsx',
  'components/frame/workbench.tsx',
  'components/live/query-provider.tsx',
  'components/ui/ui-root.tsx',
];

/**
 * Packages that the reader never needs at once: schemas check what comes in at the server, an editor comes when somebody writes, and
 * what floats over the page comes while the page rests.
 */
const LATER =
  /^(zod|@tiptap\/|prosemirror|cmdk|next-auth|compromise|diff$|sonner|@floating-ui\/|@base-ui\/react(?!\/csp-provider$))/;

const brought = (house: House, from = READER): string[] =>
  comingAlong(house, from).flatMap(({ page, way }) =>
    page.imports
      .filter((one) => one.package && !one.typeOnly && !one.later && LATER.test(one.package))
      .map((one) => `${one.package} comes along by ${way.join(' → ')}`),
  );

/** Only what can come along is read. */
const code = (house: House): House => new Map([...house].filter(([path]) => /^(components|lib)\//.test(path)));

describe('what comes with the reader', () => {
  it('is neither a schema nor an editor, nor anything that floats', () =>
    expect(brought(code(readHouse(process.cwd())))).toEqual([]));

  it('is seen through any number of files, but not through types and what is fetched later', () => {
    const card = 'components/claims/claim-card.tsx';
    const through = houseWith({
      'components/claims/claim-words.ts': `import { article } from '@/lib/articles/article';\nexport const said = article;`,
      [card]: `import { said } from './claim-words';\nexport function ClaimCard() { return said; }`,
    });
    expect(brought(through, [card])).toEqual([
      `zod comes along by ${card} → components/claims/claim-words.ts → lib/articles/article.ts → lib/core/words.ts`,
    ]);
    const asked = (importing: string) =>
      houseWith({ [card]: `${importing}\nexport function ClaimCard() { return null; }` });
    expect(brought(asked(`import type { article } from '@/lib/articles/article';`), [card])).toEqual([]);
    expect(brought(asked(`const later = () => import('@/lib/articles/article');`), [card])).toEqual([]);
    const menu = `import { Menu } from '@base-ui/react/menu';\nexport function MenuPopup() { return Menu; }`;
    const opens = (how: string) =>
      houseWith({
        'components/claims/menu-popup.tsx': menu,
        [card]: `${how}\nexport function ClaimCard() { return null; }`,
      });
    expect(brought(opens(`import { MenuPopup } from './menu-popup';`), [card])).toHaveLength(1);
    expect(brought(opens(`const later = () => import('./menu-popup');`), [card])).toEqual([]);
    expect(brought(houseWith(), [card])).toEqual([]);
  });
});
