import { expectGoodScreen } from '../support/accessible';
import { account, asScript, personIn } from '../support/people';
import { inMargin } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn, makeClaim, makeEntity, makeProject, tagWords } from '../support/work';

const TEXT = 'Harbour master Olen Brask counted forty barges. Officials deny that the barges left the harbour at Senn.';

test('two read one article differently, and a third is led to the very words', async ({ browser }) => {
  const daniel = await personIn(browser, 'Daniel');
  const { page } = daniel;
  const project = await makeProject(daniel.context, 'Barges', ['Ines', 'Tomasz']);
  await page.goto(`/projects/${project}`);
  await page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: 'Agreement' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing to compare yet' })).toBeVisible();
  await expectGoodScreen(page);

  // Ines and Tomasz work elsewhere; the page that Daniel has open follows them.
  const [ines, tomasz] = [await personIn(browser, 'Ines'), await personIn(browser, 'Tomasz')];
  const [hers, his] = [asScript(ines.context), asScript(tomasz.context)];
  const article = await bringIn(hers, project, 'Forty barges', TEXT);
  const brask = await makeEntity(hers, project, 'person', 'Olen Brask');
  const senn = await makeEntity(hers, project, 'place', 'Senn');
  const left = await makeClaim(hers, project, 'The barges left the harbour.');
  const deny = { claimId: left.id, confidence: 80 };
  await tagWords(hers, article, 'Olen Brask', { entityId: brask.id });
  await tagWords(his, article, 'Harbour master Olen Brask', { entityId: brask.id });
  const { tag } = await tagWords(hers, article, 'Officials deny', { ...deny, stance: 'contradicts' });
  await tagWords(his, article, 'Officials deny', { ...deny, stance: 'context' });
  await tagWords(his, article, 'Senn', { entityId: senn.id });
  for (const [script, likelihood] of [[hers, 85] as const, [his, 30] as const])
    await script.send('PUT', `/claims/${left.id}/assessments/mine`, { likelihood }, { 'if-none-match': '*' });
  const differences = page.getByRole('region', { name: 'Where we differ' });
  await expect(differences.getByRole('article')).toHaveCount(4);
  await expectGoodScreen(page);

  // By kind; the words lead to the reader, where both tags stand.
  await differences.getByRole('button', { name: /^other stance/ }).click();
  await expect(differences.getByRole('article')).toHaveCount(1);
  await expect(differences.getByRole('article', { name: 'other stance' })).toContainText(account('Tomasz').name);
  await differences.getByRole('link', { name: 'Officials deny' }).click();
  await expect(page).toHaveURL(/\/articles\/[^/]+\?highlight=/);
  await expect(inMargin(page, /^contradicts/)).toBeVisible();
  await expect(inMargin(page, /^context/)).toBeVisible();
  await page.goBack();

  // By keyboard from the figure of the two to what they differ on.
  const figure = page.getByRole('region', { name: 'Each two of us' }).getByRole('button', { name: /67 %, 2 of 3/ });
  await figure.press('Enter');
  await expect(differences.getByRole('article')).toHaveCount(1);
  await expect(differences.getByRole('article', { name: 'only one tagged' })).toContainText('did not tag it');
  await expect(page.getByRole('heading', { name: 'Where we differ' })).toBeFocused();
  await page
    .getByRole('region', { name: 'How often we agree' })
    .getByRole('button', { name: /other edges$/ })
    .click();
  await expect(differences.getByRole('article', { name: 'other edges' })).toContainText('Harbour master Olen Brask');
  await page.getByRole('button', { name: 'Everything', exact: true }).click();

  // The coefficients say what entered, and where they are undefined why.
  await page.getByText('More measures').click();
  const measures = page.getByRole('table', { name: 'Coefficients' });
  await expect(measures.getByRole('row', { name: /Tagged by both F1, any overlap 0\.80/ })).toBeVisible();
  await expect(
    measures.getByRole('row', { name: /Same entity .*nominal undefined: everybody said the same/ }),
  ).toBeVisible();
  await expectGoodScreen(page);

  // Ines thinks again: the difference goes, on a page that nobody touched.
  await expect(differences.getByRole('button', { name: /^other stance/ })).toBeVisible();
  const changed = await hers.send(
    'PATCH',
    `/tags/${tag.id}`,
    { stance: 'context' },
    { 'if-match': `"${tag.version}"` },
  );
  expect(changed.ok(), await changed.text()).toBe(true);
  await expect(differences.getByRole('button', { name: /^other stance/ })).toHaveCount(0);
  await expect(differences.getByRole('article')).toHaveCount(3);
});
