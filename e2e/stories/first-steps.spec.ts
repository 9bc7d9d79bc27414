import { expectGoodScreen } from '../support/accessible';
import { account, isAlive } from '../support/people';
import { expect, test } from '../support/story';

const onThisServer = (link: string) => new URL(link).pathname;

test('a one-time link lets one in, once', async ({ page, browser }) => {
  const link = onThisServer(account('Daniel').link);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'One-time sign-in link' })).toBeVisible();
  await expectGoodScreen(page);
  await page.getByRole('button', { name: 'Sign in with this link' }).click();
  await expect(page.getByRole('button', { name: /^Daniel/ })).toBeVisible();

  const somebodyElse = await (await browser.newContext({ baseURL: new URL(page.url()).origin })).newPage();
  await somebodyElse.goto(link);
  await somebodyElse.getByRole('button', { name: 'Sign in with this link' }).click();
  await expect(somebodyElse.getByText('This link was used already or has ended.')).toBeVisible();
  await somebodyElse.goto('/');
  await expect(somebodyElse.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a wrong password says nothing of accounts; the right one lets one in, and out again', async ({ page }) => {
  const { email, password } = account('Tomasz');
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expectGoodScreen(page);

  const said: (string | null)[] = [];
  for (const address of [email, 'nobody.here@example.org']) {
    await page.getByLabel('E-mail address').fill(address);
    await page.getByLabel('Password').fill('not the password of anybody');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const refusal = page.getByText('do not go together');
    await expect(refusal).toBeVisible();
    said.push(await refusal.textContent());
    await expect(page.getByLabel('E-mail address')).toHaveValue(address);
    await page.reload();
  }
  expect(said[0]).toBe(said[1]);

  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const me = page.getByRole('button', { name: /^Tomasz/ });
  await expect(me).toBeVisible();
  await isAlive(page);

  await me.click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('the first page says where to start, and comes alive under the security policy', async ({ page }) => {
  const { email, password } = account('Ruth');
  const door = await page.goto('/sign-in');
  const policy = door?.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/script-src [^;]*'nonce-[\w+/=]{20,}'/);
  expect(policy).not.toMatch(/script-src [^;]*'unsafe-inline'/);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Start here/);
  await expectGoodScreen(page);
  // Only a script that the policy lets run can open this menu and change the theme.
  const me = page.getByRole('button', { name: /^Ruth/ });
  await me.click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('menuitemradio', { name: 'As the system' }).click();
  await page.keyboard.press('Escape');

  await page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: 'Articles' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Articles' })).toBeVisible();
  const again = await page.reload();
  expect(again?.headers()['content-security-policy']).not.toBe(policy);
  await expectGoodScreen(page);
});
