import { expectGoodScreen } from '../support/accessible';
import { asScript, isAlive, personIn } from '../support/people';
import { expect, test } from '../support/story';
import { acceptTag, bringIn, makeClaim, makeProject, submitClaim, tagWords } from '../support/work';

const SAID = ['The ferry left at six.', 'The ferry was late.', 'The ferry carried forty people.'];

test('a reviewer decides on one claim after the other by the keys alone', async ({ browser }) => {
  const ruth = await personIn(browser, 'Ruth');
  const project = await makeProject(ruth.context, 'One after the other', ['Ines', 'Tomasz']);
  const script = asScript((await personIn(browser, 'Ines')).context);
  const colleague = asScript((await personIn(browser, 'Tomasz')).context);
  const article = await bringIn(script, project, 'The ferry', SAID.join('\n'));
  const addresses: string[] = [];
  for (const statement of SAID) {
    const claim = await makeClaim(script, project, statement);
    const { tag } = await tagWords(script, article, statement, { claimId: claim.id, stance: 'supports' });
    await acceptTag(colleague, tag);
    await submitClaim(script, await script.get(`/claims/${claim.id}`));
    addresses.push(`/projects/${project}/claims/${claim.id}`);
  }

  const { page } = ruth;
  const status = page.getByRole('region', { name: 'Status' });
  const next = (statement: string) => status.getByRole('link', { name: `Next: ${statement}` });
  await page.goto(addresses[0]!);
  await isAlive(page);
  await expect(status.getByRole('heading', { name: '2 more wait for a verdict' })).toBeVisible();
  await expect(next(SAID[1]!)).toBeVisible();
  await expectGoodScreen(page);
  await page.keyboard.press('a');
  await expect(status.getByText('Approved', { exact: true })).toBeVisible();
  await page.keyboard.press('n');
  await page.waitForURL(`**${addresses[1]}`);

  // Passed over, it comes again after the last.
  await expect(next(SAID[2]!)).toBeVisible();
  await page.keyboard.press('n');
  await page.waitForURL(`**${addresses[2]}`);
  await expect(status.getByRole('button', { name: 'Approve' })).toBeEnabled();
  await page.keyboard.press('a');
  await expect(status.getByText('Approved', { exact: true })).toBeVisible();
  await expect(status.getByRole('heading', { name: 'One more waits for a verdict' })).toBeVisible();
  await page.keyboard.press('n');
  await page.waitForURL(`**${addresses[1]}`);
  await expect(status.getByRole('button', { name: 'Approve' })).toBeEnabled();
  await expect(status.getByRole('heading', { name: /for a verdict/ })).toBeHidden();
});
