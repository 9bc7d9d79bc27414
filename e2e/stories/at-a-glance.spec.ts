import type { Page } from '@playwright/test';
import { expectGoodScreen } from '../support/accessible';
import { account, asScript, isAlive, personIn, type Script } from '../support/people';
import { expect, test } from '../support/story';
import { bringIn, makeClaim, makeProject, submitClaim, tagWords } from '../support/work';

const TEXT = 'The ferry left Aldmoor at noon. By dusk it had reached Brinth, says the harbour office.';

const idOf = async (script: Script) => (await script.get<{ id: string }>('/me')).id;
const post = async <T>(script: Script, path: string, data: unknown, version?: number): Promise<T> => {
  const answer = await script.send('POST', path, data, version ? { 'if-match': `"${version}"` } : {});
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
};
type Round = { id: string; version: number };

/** A project in the middle of its work: something sent back, given out, asked, overdue, revealed. */
async function underWay(project: string, [daniel, ines, tomasz]: [Script, Script, Script]) {
  const in1 = `/projects/${project}`;
  const [her, him] = [await idOf(ines), await idOf(tomasz)];
  const read = await bringIn(ines, project, 'The ferry', TEXT);
  const blind = await bringIn(daniel, project, 'The harbour', `${TEXT} Or so they say.`);
  await bringIn(daniel, project, 'Nobody read this', `${TEXT} And more.`);
  const claim = await makeClaim(ines, project, 'The ferry reached Brinth by dusk.');
  const cited = await tagWords(ines, read, 'By dusk it had reached Brinth', { claimId: claim.id, stance: 'supports' });
  await tagWords(ines, read, 'Aldmoor', { newEntity: { type: 'place', name: 'Aldmoor' } });
  await tagWords(ines, read, 'Brinth', { newEntity: { type: 'place', name: 'Brinth' } });
  const reason = 'The harbour office says so, not the outlet.';
  await post(tomasz, `/tags/${cited.tag.id}/reviews`, { verdict: 'needs-work', reason }, cited.tag.version);
  await submitClaim(ines, await ines.get(`/claims/${claim.id}`));
  const question = { text: 'When did the ferry leave?', assigneeId: her, dueOn: '2021-07-28' };
  await post(daniel, `${in1}/questions`, question);
  const mention = { type: 'mention', attrs: { id: her, label: account('Ines').name } };
  const said = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [mention, { type: 'text', text: ' is that noon?' }] }],
  };
  await post(daniel, `${in1}/threads`, { subject: { type: 'claim', id: claim.id }, body: said });

  const both = { articleIds: [blind.id], analystIds: [her, him] };
  const round = await post<Round>(daniel, `${in1}/rounds`, { name: 'First reading', blind: true, ...both });
  const { items: towns } = await ines.get<{ items: { id: string; name: string }[] }>(`${in1}/entities`);
  const town = (name: string) => ({ entityId: towns.find((one) => one.name === name)!.id });
  for (const script of [ines, tomasz]) await tagWords(script, blind, 'Aldmoor', town('Aldmoor'));
  await tagWords(ines, blind, 'Brinth', town('Brinth'));
  await post(daniel, `/rounds/${round.id}/reveal`, {}, round.version);
  await post(daniel, `${in1}/rounds`, { name: 'Second reading', blind: false, ...both });
  return { read };
}

const rows = (page: Page, table: string) =>
  page.getByRole('table', { name: table, exact: true }).getByRole('row', { name: /\S/ });
/** Follows a figure, and finds as many rows as it says. */
async function follow(page: Page, figure: string | RegExp, table: string, n: number) {
  const overview = page.url();
  await page.getByRole('link', { name: figure }).click();
  await expect(rows(page, table)).toHaveCount(n + 1); // with its head
  await page.goto(overview);
}

test('a lead and an analyst see their work at a glance, and every figure leads to its list', async ({ browser }) => {
  const daniel = await personIn(browser, 'Daniel');
  const ines = await personIn(browser, 'Ines');
  const tomasz = await personIn(browser, 'Tomasz', 1);
  const project = await makeProject(daniel.context, 'Work at a glance', ['Ines', 'Tomasz']);
  const lead = daniel.page;

  // A new project says what to do first.
  await lead.goto(`/projects/${project}/overview`);
  await expect(lead.getByRole('heading', { name: 'Bring the articles in' })).toBeVisible();
  await expectGoodScreen(lead);
  const scripts = [asScript(daniel.context), asScript(ines.context), asScript(tomasz.context, 1)] as const;
  const { read } = await underWay(project, [...scripts]);

  // The lead: how far the work is, who is waiting for whom, how far they agreed.
  await lead.reload();
  await expect(lead.getByRole('link', { name: '2 with tags to review' })).toBeVisible();
  await expect(lead.getByRole('row', { name: /First reading/ })).toContainText('1 of 2');
  const name = account('Ines').name;
  await expect(lead.getByRole('row', { name: new RegExp(name) })).toContainText('Daniel');
  await expectGoodScreen(lead);
  await follow(lead, '1 not tagged yet', 'Articles', 1);
  await follow(lead, '1 in review', 'Claims', 1);
  await follow(lead, `1 mention, ${name}`, 'Threads', 1);
  await follow(lead, `1 round, ${name}`, 'Rounds', 1);
  await lead.getByRole('link', { name: `4 tags, ${name}` }).click();
  await expect(lead.getByRole('list', { name: 'What waits for others' }).getByRole('listitem')).toHaveCount(4);
  await expectGoodScreen(lead);

  // The analyst: what was given to her, what came back and why, who asks her.
  const { page } = ines;
  await page.goto(`/projects/${project}/overview`);
  await expect(page.getByText('The harbour office says so, not the outlet.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Second reading' })).toBeVisible();
  await expect(page.getByText('is that noon?')).toBeVisible();
  await expectGoodScreen(page);
  await follow(page, '1 of them overdue', 'Questions', 1);
  await page.getByRole('link', { name: '1 came back to me' }).click();
  await expect(page.getByRole('article', { name: /By dusk/ })).toHaveCount(1);

  await history(page, project, scripts[1], read.id);
});

/** Enough for two pages, then narrowed by kind, by whom, by thing and by day. */
async function history(page: Page, project: string, script: Script, articleId: string) {
  for (let version = 1; version <= 50; version += 1) {
    const change = await script.send(
      'PATCH',
      `/articles/${articleId}`,
      { language: version % 2 ? 'en' : 'fr' },
      { 'if-match': `"${version}"` },
    );
    expect(change.ok(), await change.text()).toBe(true);
  }
  await page.goto(`/projects/${project}/history`);
  await isAlive(page);
  const lines = page.getByRole('main').getByRole('list').getByRole('listitem');
  await expect(lines).toHaveCount(50);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(page.getByRole('button', { name: 'Show more' })).toHaveCount(0);
  expect(await lines.count()).toBeGreaterThan(70);
  await page.getByRole('button', { name: 'Rounds', exact: true }).click();
  await expect(lines).toHaveCount(3);
  await expect(lines.first()).toContainText('opened the round Second reading');
  await expectGoodScreen(page);
  await page.getByRole('button', { name: 'Everything', exact: true }).click();
  await page.getByRole('combobox', { name: 'About' }).click();
  await page.getByRole('combobox', { name: 'Find About' }).fill('ferry reached');
  await page.getByRole('option', { name: 'The ferry reached Brinth by dusk.' }).click();
  await expect(lines.first()).toContainText('submitted the claim for review');
  await page.getByRole('combobox', { name: 'Who' }).click();
  await page.getByRole('option', { name: account('Tomasz').name }).click();
  await expect(page.getByText('Nothing like that happened')).toBeVisible();
  await page.getByRole('button', { name: 'Show everything' }).click();
  await page.getByLabel('Up to this day, in UTC').fill('2021-07-28');
  await expect(page.getByText('Nothing like that happened')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Nothing like that happened')).toBeVisible();
}
