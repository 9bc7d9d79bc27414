import { expectGoodScreen } from '../support/accessible';
import { account, asScript, demoProject, personIn } from '../support/people';
import { inMargin, openArticle } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn, makeClaim, tagWords } from '../support/work';

const TEXT = `The council of Wend met twice. Its clerk counted nineteen hands for the dam.
A reporter in the gallery counted seventeen.`;

test('two people disagree about a tag, and settle it', async ({ browser }) => {
  const ines = await personIn(browser, 'Ines');
  const script = asScript(ines.context);
  const project = await demoProject(ines.context);
  const article = await bringIn(script, project, 'Hands for the dam', TEXT);
  const claim = await makeClaim(script, project, 'Nineteen of the council of Wend voted for the dam.');
  const { tag } = await tagWords(script, article, 'counted seventeen', { claimId: claim.id, stance: 'supports' });

  const tomasz = await personIn(browser, 'Tomasz');
  const { page } = tomasz;
  await openArticle(page, project, article);
  await inMargin(page, /^supports/).click();
  await page.keyboard.press('d');
  const writing = page.getByRole('textbox', { name: 'New thread' });
  await expect(writing).toBeFocused();
  await page.keyboard.type('Seventeen is not nineteen, ');
  await page.keyboard.type('@Ines');
  await expect(page.getByRole('listbox', { name: 'Members to mention' }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.type('?');
  await expectGoodScreen(page);

  // Not sent yet: a reload keeps the words.
  await page.reload();
  await inMargin(page, /^supports/).click();
  await page.keyboard.press('d');
  await expect(writing).toContainText('Seventeen is not nineteen, @Ines');
  await page.getByRole('button', { name: 'Start thread' }).click();
  const thread = page.getByRole('article', { name: /^Thread on/ });
  await expect(thread.getByRole('listitem')).toHaveCount(1);
  await expect(thread).toContainText('Seventeen is not nineteen');

  // The mention reaches Ines, whose page is open, and leads her to the words.
  await ines.page.goto(`/projects/${project}/inbox`);
  const line = ines.page.getByRole('listitem').filter({ hasText: 'Seventeen is not nineteen' });
  await expect(line).toContainText(account('Tomasz').name);
  await expectGoodScreen(ines.page);
  await line.getByRole('link').click();
  await ines.page.waitForURL(`**/articles/${article.id}**`);
  const hers = ines.page.getByRole('article', { name: /^Thread on/ });
  await expect(hers).toContainText('Seventeen is not nineteen');
  await hers.getByRole('button', { name: 'Reply' }).click();
  await ines.page.getByRole('textbox', { name: 'Reply' }).fill('You are right, it contradicts. I change the tag.');
  await ines.page.getByRole('button', { name: 'Reply' }).last().click();
  await expect(hers.getByRole('listitem')).toHaveCount(2);

  // Her answer is there without a reload, and so is his outcome with her.
  await expect(thread).toContainText('You are right, it contradicts.');
  await expectGoodScreen(page);
  await thread.getByRole('button', { name: 'Close thread' }).click();
  await page.getByRole('menuitem', { name: 'Settle' }).click();
  const asked = page.getByRole('alertdialog', { name: 'Settle this thread?' });
  await asked.getByLabel('What came of it').fill('The tag is changed.');
  await expectGoodScreen(page);
  await asked.getByRole('button', { name: 'Settle' }).click();
  await page.getByText('1 closed thread').click();
  await expect(page.getByText('“The tag is changed.”')).toBeVisible();
  await expect(ines.page.getByText(`Closed by ${account('Tomasz').name}`)).toBeVisible();

  const { items } = await script.get<{ items: { outcome: { kind: string } | null; comments: unknown[] }[] }>(
    `/projects/${project}/threads?subjectType=tag&subjectId=${tag.id}`,
  );
  expect(items).toMatchObject([{ outcome: { kind: 'settled' }, comments: [{}, {}] }]);
});
