import type { Page } from '@playwright/test';

type Counting = { keystrokes: number };

/** Counts the keys that are pressed from now on in the page that is open; Shift and the like count with the key they go with. */
export async function countKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counting = window as unknown as Counting;
    counting.keystrokes = 0;
    addEventListener(
      'keydown',
      ({ key }) => {
        if (!['Shift', 'Control', 'Alt', 'Meta'].includes(key)) counting.keystrokes += 1;
      },
      true,
    );
  });
}

export const keysPressed = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as Counting).keystrokes);

/** Tags a known name with the keyboard alone: a few of its letters in the find field, out with the name selected, Enter. */
export async function tagByKeys(page: Page, letters: string, ready: () => Promise<void>): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(letters);
  await page.keyboard.press('Escape');
  await ready();
  await page.keyboard.press('Enter');
}
