import { readFileSync } from 'node:fs';
import { expectAccessible, expectGoodScreen } from '../support/accessible';
import { asScript, personIn } from '../support/people';
import { served } from '../support/served';
import { expect, test } from '../support/story';
import { acceptTag, bringIn, makeClaim, makeEntity, makeProject, submitClaim, tagWords } from '../support/work';

const TEXT = 'Liv Harstad told us: “The lock was opened twice that night.” Nobody else was near.';
const WORDS = 'The lock was opened twice that night';

test('one claim leaves by itself: by a link, to somebody who is nobody’s member, until it is revoked, and as a file', async ({
  browser,
}) => {
  const ines = await personIn(browser, 'Ines');
  const daniel = await personIn(browser, 'Daniel');
  const [analyst, lead] = [asScript(ines.context), asScript(daniel.context)];
  const project = await makeProject(daniel.context, 'The lock', ['Ines']);
  const article = await bringIn(analyst, project, 'Talk with Liv Harstad', TEXT);
  const source = await makeEntity(analyst, project, 'person', 'Liv Harstad');
  const claim = await makeClaim(analyst, project, 'The lock was opened, as Liv Harstad says.');
  const cited = { claimId: claim.id, stance: 'supports', speakerId: source.id } as const;
  await acceptTag(lead, (await tagWords(analyst, article, WORDS, cited)).tag);
  const { version } = await submitClaim(analyst, await analyst.get(`/claims/${claim.id}`));
  const match = { 'if-match': `"${version}"` };
  await lead.send('POST', `/claims/${claim.id}/reviews`, { verdict: 'accept' }, match);
  await makeClaim(analyst, project, 'The lock is old.');

  const { page } = daniel;
  await page.goto(`/projects/${project}/entities/${source.id}`);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Protect the identity' }).click();
  await page.getByRole('button', { name: 'Protect', exact: true }).click();
  await expect(page.getByText('identity protected', { exact: true })).toBeVisible();

  await page.goto(`/projects/${project}/claims/${claim.id}`);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await expect(dialog.getByRole('button', { name: 'Copy the link' })).toBeVisible();
  const address = await dialog.locator('code').innerText();

  const visitor = await (await browser.newContext({ baseURL: served().addresses[0] })).newPage();
  const { pathname } = new URL(address);
  const answer = await visitor.goto(pathname);
  expect(answer?.headers()['x-robots-tag']).toContain('noindex');
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(
    'The lock was opened, as Protected source 1 says.',
  );
  await expect(visitor.getByText('[Quote of Protected source 1 withheld]')).toBeVisible();
  const seen = await visitor.content();
  for (const secret of ['Harstad', WORDS, 'Nobody else']) expect(seen).not.toContain(secret);
  await expectAccessible(visitor);
  await visitor.goto(`/projects/${project}`);
  await expect(visitor).toHaveURL(/sign-in/);

  await page.goto(`/projects/${project}/settings`);
  const row = page.getByRole('row', { name: /The lock was opened/ });
  await expect(row.getByRole('cell', { name: '1', exact: true })).toBeVisible();
  await expectGoodScreen(page);
  await row.getByRole('button', { name: /^Revoke/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(row.getByText('revoked')).toBeVisible();
  expect((await visitor.goto(pathname))?.status()).toBe(404);
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('This address shows nothing.');

  await page.goto(`/projects/${project}/claims/${claim.id}`);
  await page.getByRole('link', { name: 'Export', exact: true }).last().click();
  await expect(page.getByText('This claim alone')).toBeVisible();
  await expect(page.getByRole('heading', { name: '1 claim will be in it' })).toBeVisible();
  await expect(page.getByText('The lock is old.')).toHaveCount(0);
  await page.getByRole('radio', { name: 'ClaimReview' }).click();
  await page.getByRole('button', { name: 'Export 1 claim' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('region', { name: 'Make an export' })
      .getByRole('link', { name: /^Download/ })
      .click(),
  ]);
  const reviews = JSON.parse(readFileSync(await download.path(), 'utf8')) as { claimReviewed: string }[];
  expect(reviews.map(({ claimReviewed }) => claimReviewed)).toEqual([
    'The lock was opened, as Protected source 1 says.',
  ]);
  await expectGoodScreen(page);
  await page.getByRole('button', { name: 'All approved claims' }).click();
  await expect(page.getByText('The lock is old.')).toBeVisible();
});
