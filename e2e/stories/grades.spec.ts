import type { Page } from '@playwright/test';
import type { Claim } from '@/lib/claims/claim';
import { expectGoodScreen } from '../support/accessible';
import { asScript, isAlive, personIn } from '../support/people';
import { expect, test } from '../support/story';
import { acceptTag, bringIn, makeEntity, makeProject, submitClaim, tagWords } from '../support/work';

const TEXT = 'The ferry sank at the old pier, said the harbour master on Monday.';
const chipOf = (page: Page) =>
  page.getByRole('article', { name: /^Citation from/ }).getByRole('button', { name: /^Grade: / });
const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Grade' });

/** Opens the panel of the one citation with the keyboard. */
async function openPanel(page: Page, address: string) {
  await page.goto(address);
  await chipOf(page).waitFor();
  await isAlive(page);
  await chipOf(page).focus();
  await page.keyboard.press('Enter');
  return panelOf(page);
}

test('a citation is graded unseen by two analysts, settled by the lead, and goes out with its grade', async ({
  browser,
}) => {
  const daniel = await personIn(browser, 'Daniel');
  const project = await makeProject(daniel.context, 'The ferry', ['Ines', 'Tomasz']);
  const ines = await personIn(browser, 'Ines');
  const tomasz = await personIn(browser, 'Tomasz');
  const [lead, script] = [asScript(daniel.context), asScript(ines.context)];
  const master = await makeEntity(script, project, 'person', 'The harbour master');
  const article = await bringIn(script, project, 'Ferry', TEXT);
  const words = 'The ferry sank at the old pier';
  const stands = { newClaim: { statement: 'The ferry sank.' }, stance: 'supports', speakerId: master.id } as const;
  const { tag } = await tagWords(script, article, words, stands);
  await acceptTag(asScript(tomasz.context), tag);
  const claimId = tag.claim!.id;
  const address = `/projects/${project}/claims/${claimId}`;

  await test.step('a new project shows nothing of grades, until its lead wants them', async () => {
    await ines.page.goto(address);
    await expect(ines.page.getByRole('link', { name: 'The harbour master', exact: true })).toBeVisible();
    await expect(chipOf(ines.page)).toHaveCount(0);
    const settings = { name: 'The ferry', grades: true };
    const { version } = await lead.get<{ version: number }>(`/projects/${project}`);
    const on = await lead.send('PATCH', `/projects/${project}`, settings, { 'if-match': `"${version}"` });
    expect(on.ok()).toBe(true);
  });

  await test.step('one analyst grades by two keys', async () => {
    const panel = await openPanel(ines.page, address);
    await expect(panel).toContainText('Usually reliable');
    await ines.page.keyboard.press('b');
    await expect(panel).toContainText('Saved. Your grade is B.');
    await ines.page.keyboard.press('1');
    await expect(panel).toContainText('“Confirmed” needs independent sources');
    await ines.page.keyboard.press('2');
    await expect(panel).not.toContainText('needs independent sources');
    await expectGoodScreen(ines.page);
    await ines.page.keyboard.press('Escape');
    await expect(chipOf(ines.page)).toHaveText('B2');
    await expect(chipOf(ines.page)).toBeFocused();
  });

  await test.step('the other does not see that before giving a grade, and then both side by side', async () => {
    const panel = await openPanel(tomasz.page, address);
    await expect(panel.getByText('A colleague has graded this.')).toHaveCount(2);
    await expect(panel).not.toContainText('Ines');
    await tomasz.page.keyboard.press('d');
    const given = panel.getByRole('region', { name: 'Reliability of The harbour master' });
    await expect(given.getByRole('group', { name: 'By analyst' })).toContainText('Ines');
    await expect(panel.getByText('A colleague has graded this.')).toHaveCount(1);
    await tomasz.page.keyboard.press('Escape');
    await expect(chipOf(tomasz.page)).toHaveAccessibleName(/B, usually reliable, and D, not usually reliable/);
  });

  await test.step('the lead settles it, having given none', async () => {
    const panel = await openPanel(daniel.page, address);
    const ofSource = panel.getByRole('region', { name: 'Reliability of The harbour master' });
    await ofSource.getByRole('radio', { name: 'Settle it' }).click();
    await ofSource.getByRole('button', { name: /^C Fairly reliable/ }).click();
    await expect(ofSource.getByRole('group', { name: 'Settled by a lead' })).toContainText('Daniel');
    await expect(ofSource.getByRole('group', { name: 'By analyst' })).toContainText('Tomasz');
    await expectGoodScreen(daniel.page);
    await expect(chipOf(ines.page)).toHaveAccessibleName(/C, fairly reliable, settled/);
    await ines.page.goto(`/projects/${project}/entities/${master.id}`);
    await expect(ines.page.getByRole('region', { name: /As a source/ })).toContainText('Settled by a lead');
  });

  await test.step('the brief shows it', async () => {
    await submitClaim(script, await script.get<Claim>(`/claims/${claimId}`));
    const { version } = await script.get<Claim>(`/claims/${claimId}`);
    const verdict = { verdict: 'accept' };
    await lead.send('POST', `/claims/${claimId}/reviews`, verdict, { 'if-match': `"${version}"` });
    const made = await script.send('POST', `/projects/${project}/exports`, { format: 'markdown' });
    const { id } = (await made.json()) as { id: string };
    const brief = await (await script.send('GET', `/exports/${id}/content`, undefined)).text();
    expect(brief).toContain('Reliability of the speaker: C, fairly reliable');
    expect(brief).toContain('probably true');
  });
});
