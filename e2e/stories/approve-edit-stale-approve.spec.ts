import { expectGoodScreen } from '../support/accessible';
import { asScript, demoProject, personIn } from '../support/people';
import { expect, test } from '../support/story';
import { acceptTag, bringIn, makeClaim, tagWords } from '../support/work';

const TEXT = `The mill at Tarn burned on a Sunday in August 1911.
Witnesses gave the hour as four; the fire book says five.`;
const FIRST = 'The mill at Tarn burned in August 1911.';
const SECOND = 'The mill at Tarn burned on a Sunday in August 1911.';

test('approved, edited, stale, and approved again as it now stands', async ({ browser }) => {
  const ines = await personIn(browser, 'Ines');
  const script = asScript(ines.context);
  const project = await demoProject(ines.context);
  const article = await bringIn(script, project, 'The fire at Tarn', TEXT);
  const claim = await makeClaim(script, project, FIRST);
  const { tag } = await tagWords(script, article, 'The mill at Tarn burned on a Sunday in August 1911.', {
    claimId: claim.id,
    stance: 'supports',
    confidence: 90,
  });
  const address = `/projects/${project}/claims/${claim.id}`;
  await ines.page.goto(address);
  const status = ines.page.getByRole('region', { name: 'Status' });
  await expect(status.getByText('Draft', { exact: true })).toBeVisible();
  await expect(status.getByText('It is a draft')).toBeVisible();
  // What is missing is never that of the status before, however long it takes to be read again.
  let answer = () => {};
  const held = new Promise<void>((done) => (answer = done));
  await ines.page.route('**/api/v1/claims/*/approval', (route) => held.then(() => route.continue()));
  await status.getByRole('button', { name: 'Submit for review' }).click();
  await expect(status.getByText('In review', { exact: true })).toBeVisible();
  await expect(status.getByText('It is a draft')).toBeHidden();
  answer();
  await expect(status.getByText(/supporting citation that a colleague has accepted/)).toBeVisible();

  const ruth = await personIn(browser, 'Ruth');
  await ruth.page.goto(`/projects/${project}/review?kind=claims`);
  await expect(ruth.page.getByRole('link', { name: claim.statement }).first()).toBeVisible();
  await ruth.page.keyboard.press('j');
  await expect(ruth.page.locator('[data-line]').first()).toBeFocused();
  await ruth.page.goto(address);
  const desk = ruth.page.getByRole('region', { name: 'Status' });
  const approve = desk.getByRole('button', { name: 'Approve' });
  // Nobody has accepted a supporting citation yet: the list says so and leads to where that is done.
  await expect(desk.getByRole('heading', { name: 'Missing for approval' })).toBeVisible();
  await expect(desk.getByRole('link', { name: /supporting citation that a colleague has accepted/ })).toHaveAttribute(
    'href',
    '#evidence',
  );
  await expect(approve).toBeDisabled();
  await expectGoodScreen(ruth.page);

  // A colleague accepts it; the open page hears of it.
  const tomasz = await personIn(browser, 'Tomasz');
  await acceptTag(asScript(tomasz.context), tag);
  await expect(desk.getByRole('heading', { name: 'Missing for approval' })).toBeHidden();
  await approve.click();
  await expect(desk.getByText('Approved', { exact: true })).toBeVisible();
  await expect(desk.getByText(/^Approved by Ruth.*wording 1$/)).toBeVisible();
  await expect(status.getByText('Approved', { exact: true })).toBeVisible();
  await expect(status.getByText('It is in the next export.')).toBeVisible();
  await expect(status.getByRole('heading', { name: 'Missing for approval' })).toBeHidden();

  await ines.page.getByRole('button', { name: 'Edit' }).first().click();
  const form = ines.page.getByRole('dialog', { name: 'Edit the claim' });
  await expect(form.getByText('A new wording makes the approval stale')).toBeVisible();
  await expectGoodScreen(ines.page);
  await form.getByLabel('Statement').fill(SECOND);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await expect(status.getByText('Stale', { exact: true })).toBeVisible();

  await expect(desk.getByText('Stale', { exact: true })).toBeVisible();
  const changes = ruth.page.getByRole('region', { name: 'What changed since it was approved' });
  await expect(changes.getByRole('listitem').first()).toContainText(FIRST);
  await expect(changes.getByRole('listitem').first()).toContainText(SECOND);
  await expectGoodScreen(ruth.page);
  await desk.getByRole('button', { name: 'It still holds' }).click();
  await expect(desk.getByText('Approved', { exact: true })).toBeVisible();
  await expect(desk.getByText(/^Approved by Ruth.*wording 2$/)).toBeVisible();
  await expect(changes).toBeHidden();
});

test('an objection blocks approval until it is withdrawn', async ({ browser }) => {
  const ines = await personIn(browser, 'Ines');
  const script = asScript(ines.context);
  const project = await demoProject(ines.context);
  const article = await bringIn(script, project, 'The hour of the fire', `Two books.\n${TEXT}`);
  const claim = await makeClaim(script, project, 'The fire at the mill of Tarn broke out at four.');
  const { tag } = await tagWords(script, article, 'Witnesses gave the hour as four', {
    claimId: claim.id,
    stance: 'supports',
  });
  const tomasz = await personIn(browser, 'Tomasz');
  await acceptTag(asScript(tomasz.context), tag);
  const address = `/projects/${project}/claims/${claim.id}`;
  await ines.page.goto(address);
  await ines.page.getByRole('button', { name: 'Submit for review' }).click();
  await expect(ines.page.getByRole('region', { name: 'Status' }).getByText('In review', { exact: true })).toBeVisible();

  await tomasz.page.goto(address);
  const discussion = tomasz.page.getByRole('region', { name: 'Discussion' });
  await discussion.getByRole('button', { name: 'Start a thread' }).click();
  await discussion.getByRole('textbox', { name: 'New thread' }).fill('The fire book says five.');
  await discussion.getByRole('checkbox', { name: /Blocks approval/ }).click();
  await expectGoodScreen(tomasz.page);
  await discussion.getByRole('button', { name: 'Start thread' }).click();
  await expect(discussion.getByRole('article')).toContainText('The fire book says five.');

  const ruth = await personIn(browser, 'Ruth');
  await ruth.page.goto(address);
  const desk = ruth.page.getByRole('region', { name: 'Status' });
  const blocks = desk.getByRole('link', { name: /objects: “The fire book says five\.”/ });
  await expect(blocks).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Approve' })).toBeDisabled();
  await blocks.click();
  await expect(ruth.page.getByRole('article', { name: /^Thread on/ })).toContainText('The fire book says five.');
  const now = await asScript(ruth.context).get<{ version: number }>(`/claims/${claim.id}`);
  const refused = await asScript(ruth.context).send(
    'POST',
    `/claims/${claim.id}/reviews`,
    { verdict: 'accept' },
    { 'if-match': `"${now.version}"` },
  );
  expect(refused.ok()).toBe(false);
  expect(await refused.text()).toContain('The fire book says five.');

  await discussion.getByRole('button', { name: 'Withdraw objection' }).click();
  await expect(blocks).toBeHidden();
  await desk.getByRole('button', { name: 'Approve' }).click();
  await expect(desk.getByText('Approved', { exact: true })).toBeVisible();
});
