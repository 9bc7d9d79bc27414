import { expectGoodScreen } from '../support/accessible';
import { asScript, demoProject, personIn } from '../support/people';
import { inMargin, openArticle } from '../support/reader';
import { expect, test } from '../support/story';
import { acceptTag, bringIn, makeClaim, submitClaim, tagWords } from '../support/work';

const TEXT = 'The bridge at Oss was shut for a year. The mayor of Oss says so herself.';

test('nobody reviews their own tag: the screen says so, and so does the server', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const project = await demoProject(context);
  const article = await bringIn(script, project, 'The bridge at Oss', TEXT);
  const claim = await makeClaim(script, project, 'The bridge at Oss was shut for a whole year.');
  const { tag } = await tagWords(script, article, 'The bridge at Oss was shut for a year.', {
    claimId: claim.id,
    stance: 'supports',
  });

  await openArticle(page, project, article);
  await inMargin(page, /^supports/).click();
  await expect(inMargin(page, /^supports/).getByRole('button', { name: 'accept' })).toHaveCount(0);
  await page.keyboard.press('a');
  await expect(page.getByText('Nobody reviews their own work: a colleague will.').first()).toBeVisible();
  await expectGoodScreen(page);
  await expect(inMargin(page, /not reviewed$/)).toHaveCount(1);

  const answer = await script.send(
    'POST',
    `/tags/${tag.id}/reviews`,
    { verdict: 'accept' },
    { 'if-match': `"${tag.version}"` },
  );
  expect(answer.status()).toBe(403);
  expect(await answer.json()).toMatchObject({ code: 'own-work' });
});

test('a reviewer does not approve their own claim', async ({ browser }) => {
  const ruth = await personIn(browser, 'Ruth');
  const script = asScript(ruth.context);
  const project = await demoProject(ruth.context);
  const article = await bringIn(script, project, 'The bridge at Oss, again', `Again: ${TEXT}`);
  const claim = await makeClaim(script, project, 'The mayor of Oss confirmed the closing.');
  const { tag } = await tagWords(script, article, 'The mayor of Oss says so herself.', {
    claimId: claim.id,
    stance: 'supports',
  });
  const tomasz = await personIn(browser, 'Tomasz');
  await acceptTag(asScript(tomasz.context), tag);
  const inReview = await submitClaim(script, await script.get(`/claims/${claim.id}`));

  await ruth.page.goto(`/projects/${project}/claims/${claim.id}`);
  const status = ruth.page.getByRole('region', { name: 'Status' });
  await expect(status.getByText('In review', { exact: true })).toBeVisible();
  await expect(status.getByText(/somebody else approves|a colleague/).first()).toBeVisible();
  await expect(status.getByRole('button', { name: 'Approve', disabled: false })).toHaveCount(0);
  await expectGoodScreen(ruth.page);

  const answer = await script.send(
    'POST',
    `/claims/${claim.id}/reviews`,
    { verdict: 'accept' },
    { 'if-match': `"${inReview.version}"` },
  );
  expect(answer.status()).toBe(403);
  expect(await answer.json()).toMatchObject({ code: 'own-work' });
});
