import { expectGoodScreen } from '../support/accessible';
import { account, asScript, isAlive, personIn } from '../support/people';
import { expect, test } from '../support/story';

test('a lead takes several people in by one form and the keys alone; what is refused stays typed', async ({
  browser,
}) => {
  const { context, page } = await personIn(browser, 'Ruth');
  const made = await asScript(context).send('POST', '/projects', { name: 'Taking people in', description: '' });
  const { id } = (await made.json()) as { id: string };
  await page.goto(`/projects/${id}/members`);
  await isAlive(page);
  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite people' });
  const field = dialog.getByRole('textbox', { name: 'E-mail addresses' });
  await expect(field).toBeFocused();
  await page.keyboard.type(`${account('Tomasz').email}, first.guest@example.org not-an-address last@example.org`);
  await expect(dialog.getByRole('button', { name: 'Invite 4 people' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');

  await expect(field).toHaveValue('not-an-address\nlast@example.org');
  await expect(field).toHaveAccessibleDescription(/not-an-address/);
  await expect(dialog.getByText(/first\.guest@example\.org has no account here yet/)).toBeVisible();
  await expectGoodScreen(page);

  await field.fill('second.guest@example.org, last@example.org');
  await page.keyboard.press('ControlOrMeta+Enter');
  const links = page.getByRole('dialog', { name: 'A link for each' });
  await expect(links.getByRole('button', { name: 'Copy the link' })).toHaveCount(3);
  await expectGoodScreen(page);
  await links.getByRole('button', { name: 'Done' }).click();
  await expect(links).toBeHidden();
  await expect(page.getByRole('cell', { name: account('Tomasz').name, exact: true })).toBeVisible();
});

test('an invitation that went astray is withdrawn, brought back, and made anew', async ({ browser }) => {
  const { context, page } = await personIn(browser, 'Ruth');
  const script = asScript(context);
  const made = await script.send('POST', '/projects', { name: 'Links that went astray', description: '' });
  const { id } = (await made.json()) as { id: string };
  const asked = await script.send('POST', `/projects/${id}/members`, { email: 'astray@example.org', role: 'reviewer' });
  const { invitation } = (await asked.json()) as { invitation: { link: string } };
  const path = new URL(invitation.link).pathname;
  const guest = await (await browser.newContext()).newPage();
  const opens = async (at: string, whether: boolean) => {
    await guest.goto(at);
    await expect(guest.getByLabel('Password').first()).toBeVisible({ visible: whether });
    await expect(guest.getByRole('heading', { level: 1 })).toBeVisible();
  };
  await opens(path, true);

  await page.goto(`/projects/${id}/members`);
  await isAlive(page);
  const table = page.getByRole('table', { name: 'Invitations' });
  await expect(table.getByRole('row', { name: /astray@example\.org/ })).toContainText('reviewer');
  await expectGoodScreen(page);
  await table.getByRole('button', { name: 'Withdraw the invitation of astray@example.org' }).click();
  await expect(table).toBeHidden();
  await opens(path, false);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(table).toBeVisible();
  await opens(path, true);

  await table.getByRole('button', { name: 'New link for astray@example.org' }).click();
  const dialog = page.getByRole('dialog', { name: 'A new link for them' });
  const newLink = await dialog.getByRole('code').innerText();
  await expectGoodScreen(page);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await opens(path, false);
  await opens(new URL(newLink).pathname, true);
});

test('Enter in a line sends a form, and leaves alone what is not whole', async ({ browser }) => {
  const { page } = await personIn(browser, 'Ruth');
  await page.goto('/projects');
  await isAlive(page);
  await page.getByRole('button', { name: 'New project' }).click();
  const name = page.getByRole('dialog', { name: 'New project' }).getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(name).toBeFocused();
  await page.keyboard.type('Made by Enter');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/);
  await expect(page.getByText('Made by Enter').first()).toBeVisible();
});
