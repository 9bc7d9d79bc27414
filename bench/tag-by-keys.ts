import type { Page } from '@playwright/test';
import { countKeys, keysPressed, tagByKeys } from '@/e2e/support/keystrokes';
import type { Script } from '@/e2e/support/people';
import { composerOn, openArticle } from '@/e2e/support/reader';
import { bringIn, makeEntity } from '@/e2e/support/work';
import { lineOf, verdictOf, type Rounds } from './figures';
import { emptyFrame, watchSave, type Measuring, type Times } from './save-to-paint';

// "Tag a known name, without the mouse": the keys that it takes to come to the words and tag them, and how long after the
// last of them the mark is painted. The analyst looks for the name by its first three letters, as one who reads on does.

const ROUNDS = 6;
const EACH = 5;
const WARM = 1;
const MOST_KEYS = 8;

/** Names that begin with three letters of their own: `Babo Tulen`, `Bebo Tulen` and so on. */
const names = Array.from({ length: (ROUNDS + WARM) * EACH }, (_, nth) => {
  const [first, second] = ['bdfgkmp'[nth % 7], 'aeiou'[Math.floor(nth / 7)]];
  return `${first!.toUpperCase()}${second}x${'rstln'[nth % 5]}an Tulen${'dkmrs'[nth % 5]}`;
});

function writtenText(): string {
  const around = 'nobody on the quay had asked who came or went that day, and the book was closed at dusk';
  return names.map((name) => `${around}. Then ${name} signed, and ${around}.`).join('\n\n');
}

async function tag(page: Page, name: string): Promise<Times> {
  await page.bringToFront();
  await tagByKeys(page, name.slice(0, 3).toLowerCase(), async () => {
    await composerOn(page, name).getByText('the same name').waitFor();
    await watchSave(page);
  });
  return page.evaluate(() => (window as unknown as Measuring).times!);
}

/** Measures and prints the row, in an article and with entities of its own. */
export async function tagByKeyboard(page: Page, script: Script, projectId: string): Promise<void> {
  for (const name of names) await makeEntity(script, projectId, 'person', name);
  const article = await bringIn(script, projectId, 'For the keyboard', writtenText());
  const empty = await page.context().newPage();
  await page.bringToFront();
  await openArticle(page, projectId, article);
  await countKeys(page);
  const painted: Rounds = [];
  const floor: Rounds = [];
  const waiting = [...names];
  for (let round = -WARM; round < ROUNDS; round += 1) {
    const times: number[] = [];
    const frames: number[] = [];
    for (const name of waiting.splice(0, EACH)) {
      times.push((await tag(page, name)).painted);
      frames.push(await emptyFrame(empty));
    }
    if (round < 0) continue;
    painted.push(times);
    floor.push(frames);
  }
  const each = (await keysPressed(page)) / names.length;
  console.log('\nTag a known name, without the mouse');
  console.log(
    `  ${'keystrokes per tag'.padEnd(34)} ${each.toFixed(2)}   target ≤ ${MOST_KEYS}: ${each <= MOST_KEYS ? 'met' : 'MISSED'}`,
  );
  console.log(lineOf('last key to painted mark', painted));
  console.log(lineOf('floor: two frames of an empty page', floor));
  console.log(verdictOf('painted, median', painted, floor, 0.5, 1.5));
  console.log(verdictOf('painted, p95', painted, floor, 0.95));
  await empty.close();
}
