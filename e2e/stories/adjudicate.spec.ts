import type { Page } from '@playwright/test';
import type { Tag } from '@/lib/highlights/highlight';
import { expectGoodScreen } from '../support/accessible';
import { account, asScript, isAlive, personIn, type Script } from '../support/people';
import { expect, test } from '../support/story';
import { bringIn, makeClaim, makeEntity, makeProject, tagWords } from '../support/work';

const TEXT =
  'Harbour master Olen Brask counted forty barges at noon. Officials deny that the barges left the harbour at Senn. By dusk the quay was empty.';

async function send(script: Script, path: string, body: object, version?: number) {
  const answer = await script.send('POST', path, body, version ? { 'if-match': `"${version}"` } : {});
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as { id: string; version: number };
}

/** The place that is decided on. */
const place = (page: Page, position: string) => page.getByRole('region', { name: `Place ${position}` });
const listed = (page: Page, words: string) =>
  page.getByRole('list', { name: 'Places', exact: true }).getByRole('button', { name: words });

test('a lead decides between two readings by keyboard, and nothing that was decided is lost', async ({ browser }) => {
  const daniel = await personIn(browser, 'Daniel');
  const { page } = daniel;
  const lead = asScript(daniel.context);
  const project = await makeProject(daniel.context, 'Barges at Senn', ['Ines', 'Tomasz']);
  const [ines, tomasz] = [await personIn(browser, 'Ines'), await personIn(browser, 'Tomasz')];
  const [hers, his] = [asScript(ines.context), asScript(tomasz.context)];

  // Both read the article blind and hand in: the round is revealed.
  const article = await bringIn(lead, project, 'Forty barges', TEXT);
  const brask = await makeEntity(lead, project, 'person', 'Olen Brask');
  const senn = await makeEntity(lead, project, 'place', 'Senn');
  const left = await makeClaim(lead, project, 'The barges left the harbour of Senn.');
  const { items } = await lead.get<{ items: { userId: string; name: string }[] }>(`/projects/${project}/members`);
  const analystIds = items.flatMap(({ userId, name }) => (name === account('Daniel').name ? [] : [userId]));
  const input = { name: 'First reading', blind: true, articleIds: [article.id], analystIds };
  const round = await send(lead, `/projects/${project}/rounds`, input);
  const twin = await makeClaim(his, project, 'The barges left the harbour of Senn');
  for (const script of [hers, his]) await tagWords(script, article, 'Olen Brask', { entityId: brask.id });
  await tagWords(hers, article, 'forty barges', { claimId: left.id, stance: 'supports' });
  const counted = await tagWords(his, article, 'counted forty barges', { claimId: left.id, stance: 'context' });
  await tagWords(hers, article, 'Officials deny', { claimId: left.id, stance: 'contradicts', denies: true });
  const denied = await tagWords(his, article, 'Officials deny', { claimId: twin.id, stance: 'contradicts' });
  await tagWords(his, article, 'Senn', { entityId: senn.id });
  await tagWords(hers, article, 'the quay was empty', { claimId: left.id, stance: 'supports', confidence: 60 });
  await send(hers, `/rounds/${round.id}/hand-in`, {}, round.version);
  await send(his, `/rounds/${round.id}/hand-in`, {}, round.version + 1);

  // From the round to its differences. What looks alike is told first: then it is no difference any more.
  await page.goto(`/projects/${project}/rounds/${round.id}`);
  await page.getByRole('link', { name: 'Differences: Forty barges' }).click();
  await page.waitForURL('**/articles/*');
  await isAlive(page);
  await expect(page.getByText('All agree on 1 of 5 places; 4 are to be decided.')).toBeVisible();
  await expectGoodScreen(page);
  await page.getByRole('button', { name: /^Merge: The barges left/ }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Merge these two?' });
  await dialog.getByLabel('Why', { exact: true }).fill('The same sentence.');
  await dialog.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: /^First/ })).toHaveCount(0);

  // Starting is a step of its own. Where all agree is accepted by one key with its count, and one key takes it back.
  await page.getByRole('button', { name: 'Start deciding' }).press('Enter');
  const progress = page.getByRole('progressbar', { name: 'Places decided' });
  await expect(progress).toHaveAttribute('aria-valuetext', '0 of 5');
  await page.keyboard.press('m');
  await expect(progress).toHaveAttribute('aria-valuetext', '1 of 5');
  await page.keyboard.press('u');
  await expect(progress).toHaveAttribute('aria-valuetext', '0 of 5');
  await page.keyboard.press('m');
  await expect(page.getByText('accepted 1 place on which all agreed')).toBeVisible();

  // One of two, with the reason that is offered; then both, a third, and nothing.
  await expect(place(page, '1 of 4')).toContainText('other stance');
  await expectGoodScreen(page);
  const [first] = await place(page, '1 of 4').getByRole('listitem').allInnerTexts();
  await page.keyboard.press(first!.includes(account('Ines').name) ? '1' : '2');
  await expect(page.getByRole('group', { name: 'Why is the other not taken?' })).toBeVisible();
  await expectGoodScreen(page);
  await page.keyboard.press('Enter');
  await expect(listed(page, `took ${account('Ines').name}’s`)).toBeVisible();
  await expect(place(page, '2 of 4')).toContainText('other source');
  await page.keyboard.press('a');
  await expect(listed(page, 'took both')).toBeVisible();
  await page.keyboard.press('f');
  const third = page.getByRole('form', { name: 'Write a third' });
  await third.getByRole('button', { name: 'Begin a word earlier' }).press('Enter');
  await expect(third.getByRole('group', { name: 'Words' })).toContainText('at Senn');
  await expectGoodScreen(page);
  await page.keyboard.press('Control+Enter');
  await expect(listed(page, 'wrote a third')).toBeVisible();
  await page.keyboard.press('r');
  await page.getByRole('combobox', { name: 'Why is nothing here right?' }).fill('The quay says nothing of the barges.');
  await page.keyboard.press('Enter');
  await expect(progress).toHaveAttribute('aria-valuetext', '5 of 5');

  // An author thinks again: it is said, and asked again. A reload loses nothing of what was decided.
  const now = await his.get<{ version: number }>(`/tags/${denied.tag.id}`);
  const changed = { stance: 'context' };
  const saved = await his.send('PATCH', `/tags/${denied.tag.id}`, changed, { 'if-match': `"${now.version}"` });
  expect(saved.ok(), await saved.text()).toBe(true);
  await expect(progress).toHaveAttribute('aria-valuetext', '4 of 5');
  await page.reload();
  await isAlive(page);
  await expect(place(page, '2 of 4')).toContainText('was changed after it was decided');
  await expectGoodScreen(page);
  await page.keyboard.press('a');
  await expect(progress).toHaveAttribute('aria-valuetext', '5 of 5');

  // Finished, seen by whoever took part, who decides nothing here; and reopened.
  await page.getByRole('button', { name: 'Finish' }).press('Enter');
  await expect(page.getByText(/^Finished by Daniel/)).toBeVisible();
  await expectGoodScreen(page);
  await tomasz.page.goto(page.url());
  await expect(tomasz.page.getByText(/^Finished by Daniel/)).toBeVisible();
  await expect(tomasz.page.getByRole('button', { name: 'Reopen' })).toHaveCount(0);
  const { reviews } = await his.get<Tag>(`/tags/${counted.tag.id}`);
  expect(reviews.map(({ reason }) => reason)).toEqual(['It says something else of the claim.']);
  await page.getByRole('button', { name: 'Reopen' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Finish' })).toBeEnabled();
  await expect(progress).toHaveAttribute('aria-valuetext', '5 of 5');
});
