import type { Claim } from '@/lib/claims/claim';
import { expectGoodScreen } from '../support/accessible';
import { account, asScript, isAlive, personIn } from '../support/people';
import { inMargin } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn, makeClaim, makeProject, tagWords } from '../support/work';

const TEXT = `A clerk of Wend noted forty votes for the weir. Another clerk noted thirty-eight.`;
const PROPOSED = 'A clerk of Wend noted forty votes for the weir.';

test('two review one queue; what one of them proposes its author takes over, and may then approve', async ({
  browser,
}) => {
  const daniel = await personIn(browser, 'Daniel');
  const project = await makeProject(daniel.context, 'Votes for the weir', ['Ines', 'Tomasz']);
  const reviewer = { email: account('Ruth').email, role: 'reviewer' };
  await asScript(daniel.context).send('POST', `/projects/${project}/members`, reviewer);
  const ines = await personIn(browser, 'Ines');
  const script = asScript(ines.context);
  const article = await bringIn(script, project, 'Minutes of Wend', TEXT);
  const claim = await makeClaim(script, project, 'Forty voted for the weir.');
  const cite = { claimId: claim.id, stance: 'supports' as const };
  await tagWords(script, article, 'A clerk of Wend noted forty votes', cite);
  await tagWords(script, article, 'Another clerk noted thirty-eight', cite);

  // Each is served what the other is not on; going to it all the same, each sees the other there.
  const ruth = await personIn(browser, 'Ruth');
  await ruth.page.goto(`/projects/${project}/review?kind=citations`);
  const hers = ruth.page.getByRole('article', { name: /^Tag on/ });
  await expect(hers).toContainText('A clerk of Wend noted forty votes');
  await expect
    .poll(async () => (await script.get<{ items: unknown[] }>(`/projects/${project}/holds`)).items.length)
    .toBe(1);
  await daniel.page.goto(`/projects/${project}/review?kind=citations`);
  const his = daniel.page.getByRole('article', { name: /^Tag on/ });
  await expect(his).toContainText('Another clerk noted thirty-eight');
  await expect(daniel.page.getByRole('combobox', { name: 'Sample' })).toBeVisible();
  await isAlive(daniel.page);
  await daniel.page.keyboard.press('k');
  await expect(daniel.page.getByRole('status').getByText(`${account('Ruth').name} is on this`)).toBeVisible();
  await expect(ruth.page.getByRole('status').getByText(`${account('Daniel').name} is on this`)).toBeVisible();
  await expectGoodScreen(daniel.page);
  await daniel.page.goto(`/projects/${project}`);
  await expect(ruth.page.getByText(`${account('Daniel').name} is on this`)).toBeHidden();

  // Who reviews in the article is seen there too, by whoever opens the tag.
  await ines.page.goto(`/projects/${project}/articles/${article.id}`);
  await inMargin(ines.page, /^supports/)
    .first()
    .click();
  await expect(ines.page.getByText(`${account('Ruth').name} is on this`)).toBeVisible();

  // What comes while she reads moves nothing, and is said.
  const { tag } = await tagWords(script, article, 'thirty-eight', cite);
  await expect(ruth.page.getByRole('status').getByText('1 new', { exact: true })).toBeVisible();
  await script.send('DELETE', `/tags/${tag.id}`, {}, { 'if-match': `"${tag.version}"` });
  await expect(ruth.page.getByText('1 new', { exact: true })).toBeHidden();

  // Ruth accepts the first, and words what is wrong with the second; Ines takes that with one key.
  await ruth.page.keyboard.press('a');
  await expect(hers).toContainText('Another clerk noted thirty-eight');
  await ruth.page.keyboard.press('f');
  const fix = ruth.page.getByRole('form', { name: 'Propose a fix' });
  await fix.getByText('Contradicts').click();
  await fix.getByRole('button', { name: 'Send proposal' }).click();
  await ines.page.goto(`/projects/${project}/review?kind=mine`);
  await expect(ines.page.getByText(`${account('Ruth').name} proposes`)).toBeVisible();
  await expectGoodScreen(ines.page);
  await ines.page.keyboard.press('a');
  await expect(ines.page.getByText('Nothing of yours was sent back')).toBeVisible();
  await ruth.page.goto(`/projects/${project}/review?kind=citations`);
  await expect(hers).toContainText(`as proposed by ${account('Ruth').name}`);
  await isAlive(ruth.page);
  await ruth.page.keyboard.press('a');
  await expect(ruth.page.getByText('All done: 1 reviewed')).toBeVisible();

  // The same with the wording of the claim, which stays Ines's: Ruth approves it.
  const { version } = await script.get<Claim>(`/claims/${claim.id}`);
  await script.send('POST', `/claims/${claim.id}/submit`, {}, { 'if-match': `"${version}"` });
  await ruth.page.goto(`/projects/${project}/claims/${claim.id}`);
  await expect(ruth.page.getByRole('button', { name: 'Propose a wording' })).toBeVisible();
  await isAlive(ruth.page);
  await ruth.page.keyboard.press('f');
  const wording = ruth.page.getByRole('dialog', { name: 'Propose another wording' });
  await wording.getByLabel('Statement').fill(PROPOSED);
  await wording.getByRole('button', { name: 'Send back with it' }).click();
  await expect(wording).toBeHidden();
  await ines.page.goto(`/projects/${project}/claims/${claim.id}`);
  await expect(ines.page.getByText(`${account('Ruth').name} proposes another wording`)).toBeVisible();
  await expectGoodScreen(ines.page);
  await ines.page.keyboard.press('a');
  await expect(ines.page.getByRole('heading', { level: 1, name: PROPOSED })).toBeVisible();
  await expect(ines.page.getByText(`as proposed by ${account('Ruth').name}`).first()).toBeVisible();
  await ines.page.getByRole('button', { name: 'Submit for review' }).click();
  await expect(ruth.page.getByRole('button', { name: 'Approve' })).toBeEnabled();
  await ruth.page.keyboard.press('a');
  await expect(ruth.page.getByText(`Approved by ${account('Ruth').name}`)).toBeVisible();

  // Who holds it for less likely is not silenced by that: it stands on the claim and in the brief.
  const tomasz = asScript((await personIn(browser, 'Tomasz')).context);
  const judge = (who: typeof script, likelihood: number, rationale: string) =>
    who.send('PUT', `/claims/${claim.id}/assessments/mine`, { likelihood, rationale }, { 'if-none-match': '*' });
  await judge(script, 85, 'Two clerks counted.');
  await judge(tomasz, 30, 'One of them was not there.');
  const dissent = ruth.page.getByRole('region', { name: 'Dissent' });
  await expect(dissent).toContainText(`${account('Tomasz').name} holds it for less likely`);
  await expect(dissent).toContainText('One of them was not there.');
  await expectGoodScreen(ruth.page);
  const made = await script.send('POST', `/projects/${project}/exports`, { format: 'markdown' });
  const { id } = (await made.json()) as { id: string };
  const brief = await (await script.send('GET', `/exports/${id}/content`, undefined)).text();
  expect(brief).toContain(`${account('Tomasz').name} holds it for less likely: unlikely (30 %).`);
  expect(brief).toContain(`worded by ${account('Ines').name}, as proposed by ${account('Ruth').name}`);
});
