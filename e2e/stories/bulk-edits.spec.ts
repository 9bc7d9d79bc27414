import { expectGoodScreen } from '../support/accessible';
import { asScript, demoProject, personIn } from '../support/people';
import { inMargin, openArticle, saveState } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn, makeClaim, makeEntity, tagWords } from '../support/work';

// Far enough from line to line for every tag to stand in the margin.
const TEXT = [
  'Orsen Vail opened the sluice.',
  'Orsen Vail closed it again.',
  'The clerk saw Orsen Vail twice, and Petra Lund once.',
  'Petra Lund saw nobody.',
].join('\n\n\n\n\n');

test('several tags are changed together, each way in one step that is one line of the history and one undo', async ({
  browser,
}) => {
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const project = await demoProject(context);
  const article = await bringIn(script, project, 'At the sluice', TEXT);
  const { id: vail } = await makeEntity(script, project, 'person', 'Orsen Vail');
  const { id: lund } = await makeEntity(script, project, 'person', 'Petra Lund');
  const { id: warden } = await makeEntity(script, project, 'person', 'The sluice warden');
  const claim = await makeClaim(script, project, 'The sluice was opened twice.');
  await tagWords(script, article, 'Orsen Vail', { entityId: vail, confidence: 20 });
  await tagWords(script, article, 'Petra Lund', { entityId: lund });
  await tagWords(script, article, 'closed it again', { claimId: claim.id, stance: 'contradicts' });
  const tomasz = await personIn(browser, 'Tomasz');
  await tagWords(asScript(tomasz.context), article, 'The clerk', { entityId: warden });

  // A colleague looks on.
  await openArticle(tomasz.page, project, article);
  const seen = inMargin(tomasz.page, /tagged by Ines/);
  await openArticle(page, project, article);
  const mine = (name: string) => inMargin(page, RegExp(`^Person ${name}, tagged by you`));
  const bar = page.getByRole('region', { name: 'Several tags' });

  // All of one's own that are shown: a colleague's is left out, and that is said.
  await page.keyboard.press('Shift+X');
  await expect(bar.getByRole('status')).toContainText('3 selected 1 tag of colleagues left out.');
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3);
  await expectGoodScreen(page);
  // From the first to the last with Shift.
  await page.keyboard.press('Shift+X');
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await page
    .getByRole('checkbox', { name: /^Select: / })
    .first()
    .click();
  await page
    .getByRole('checkbox', { name: /^Select: / })
    .last()
    .click({ modifiers: ['Shift'] });
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3);

  // The same spellings in the rest of the article, both at once.
  await page.keyboard.press('s');
  await expect(mine('Orsen Vail')).toHaveCount(3);
  await expect(mine('Petra Lund')).toHaveCount(2);
  await expect(page.getByText('Tagged in 3 more places')).toBeVisible();
  await expect(seen).toHaveCount(6);

  // Confidence for all of them.
  await page.keyboard.press('Shift+X');
  await expect(bar.getByRole('status')).toContainText('6 selected');
  await page.keyboard.press('p');
  // Not the list of a field in it, which is a dialog too while it closes.
  const dialog = page.getByRole('dialog').filter({ has: page.getByRole('button', { name: /^Change/ }) });
  await expectGoodScreen(page);
  await expect(dialog.getByText('73: seven, three')).toBeVisible();
  // Whoever says nothing takes no confidence away.
  await expect(dialog.getByRole('button', { name: 'Change 6 tags' })).toBeDisabled();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeVisible();
  // Nothing beneath it is undone meanwhile.
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Undone: /)).toHaveCount(0);
  await page.keyboard.type('55');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(inMargin(page, /tagged by you, confidence 55/)).toHaveCount(6);
  await expect(inMargin(tomasz.page, /tagged by Ines.*, confidence 55/)).toHaveCount(6);

  // Another entity, for the mentions among them.
  await page.keyboard.press('e');
  await dialog.getByRole('combobox', { name: 'Entity' }).click();
  await page.keyboard.type('The sluice w');
  await expect(page.getByRole('option', { name: /The sluice warden/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('1 of the selected are of another kind');
  await expect(dialog.getByRole('button', { name: 'Change 5 tags' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(mine('The sluice warden')).toHaveCount(5);

  await page.keyboard.press('Delete');
  await expect(inMargin(page, /tagged by you/)).toHaveCount(0);
  await expect(inMargin(page)).toHaveCount(1);
  await expect(seen).toHaveCount(0);

  // Four writes, four lines with their counts, four undos.
  await expect.poll(eventCount).toBe(4);
  for (const left of [6, 6, 6, 3]) {
    await page.keyboard.press('Control+z');
    await expect(inMargin(page, /tagged by you/)).toHaveCount(left);
  }
  await expect(inMargin(page, /^Person Orsen Vail, tagged by you, confidence 20/)).toHaveCount(1);
  await expect(inMargin(page, /^Person Petra Lund, tagged by you, not reviewed/)).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  await expect(inMargin(page, /tagged by you/)).toHaveCount(6);
  await expect(saveState(page)).toHaveText('Saved');

  await page.goto(`/projects/${project}/history`);
  for (const line of [
    'tagged 3 places of the article',
    'changed 6 tags of the article',
    'deleted 6 tags of the article',
  ])
    await expect(page.getByText(line).first()).toBeVisible();

  /** Writes on many things of this article, as the log has them. */
  async function eventCount(): Promise<number> {
    type Page = { items: { subjectId: string; type: string }[]; nextCursor: string | null };
    let count = 0;
    for (let after: string | null = '0'; after !== null;) {
      const page: Page = await script.get<Page>(`/projects/${project}/events?after=${after}&limit=500`);
      count += page.items.filter(({ subjectId, type }) => subjectId === article.id && type !== 'article.added').length;
      after = page.nextCursor;
    }
    return count;
  }
});

test('tags are ticked one by one and on from one to the next', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Tomasz');
  const script = asScript(context);
  const project = await demoProject(context);
  const article = await bringIn(script, project, 'At the upper sluice', `${TEXT}\nAnd again.`);
  const { id: entityId } = await makeEntity(script, project, 'person', 'Orsen Vail the elder');
  for (const nth of [0, 1, 2]) await tagWords(script, article, 'Orsen Vail', { entityId }, nth);
  await openArticle(page, project, article);
  const bar = page.getByRole('region', { name: 'Several tags' });
  await page.getByRole('button', { name: 'Change several of your tags' }).click();
  await expect(page.getByRole('checkbox')).toHaveCount(3);
  await page.getByRole('checkbox').first().click();
  await expect(bar.getByRole('status')).toContainText('1 selected');
  await inMargin(page, /Orsen Vail/)
    .first()
    .focus();
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+J');
  await expect(bar.getByRole('status')).toContainText('selected');
  await page.keyboard.press('Shift+J');
  await expect(bar.getByRole('status')).toContainText('3 selected');
  await page.keyboard.press('x');
  await expect(bar.getByRole('status')).toContainText('2 selected');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});
