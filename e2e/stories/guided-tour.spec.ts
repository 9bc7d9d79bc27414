import { expectGoodScreen } from '../support/accessible';
import { asScript, demoProject, isAlive, personIn } from '../support/people';
import { expect, test } from '../support/story';

test('a newcomer is led from one name in many spellings to a question that one origin to one leaves open', async ({
  browser,
}) => {
  const { context, page } = await personIn(browser, 'Ruth');
  const project = await demoProject(context);
  await page.goto(`/projects/${project}`);
  const tour = page.getByRole('complementary', { name: 'Tour of the demo' });
  await expect(tour.getByText('New here?')).toBeVisible();
  const elsewhere = (await personIn(browser, 'Ruth')).page;
  await elsewhere.goto(`/projects/${project}`);
  const there = elsewhere.getByRole('complementary', { name: 'Tour of the demo' });
  await expect(there.getByText('New here?')).toBeVisible();
  await expectGoodScreen(page);

  // By keyboard alone, from the offer to the end.
  await tour.getByRole('button', { name: 'Take the tour' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Mahdi Arsalon' })).toBeVisible();
  await expect(tour.getByText('1 of 5')).toBeVisible();
  await expect(tour.getByText('Five spellings, one man')).toBeVisible();
  await expectGoodScreen(page);
  const next = tour.getByRole('button', { name: 'Next' });
  await next.press('Enter');
  await expect(page).toHaveURL(/\/articles\/[^/]+\?highlight=/);
  await expect(tour.getByText('2 of 5')).toBeVisible();
  await next.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Jamaat Ansarullah was founded in 2010.' })).toBeVisible();
  await next.press('Enter');
  await expect(page).toHaveURL(/\/echoes$/);
  await next.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'When was Jamaat Ansarullah founded?' })).toBeVisible();
  await expect(tour.getByText('5 of 5')).toBeVisible();
  await expectGoodScreen(page);
  await tour.getByRole('button', { name: 'Done' }).press('Enter');
  await expect(tour).toHaveCount(0);

  // It does not ask again, and comes back from the help menu.
  await page.goto(`/projects/${project}`);
  await isAlive(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(tour).toHaveCount(0);
  await page.getByRole('button', { name: 'Help' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Tour of the demo' }).press('Enter');
  await expect(tour.getByText('1 of 5')).toBeVisible();
  await tour.getByRole('button', { name: 'Show me' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Mahdi Arsalon' })).toBeVisible();
  await tour.getByRole('button', { name: 'Skip the tour' }).press('Enter');
  await expect(tour).toHaveCount(0);

  // Nor does another device ask as soon as the account knows, which leads round all the same when it is asked to.
  await expect.poll(async () => (await asScript(context).get<{ tourLeft: boolean }>('/me')).tourLeft).toBe(true);
  await elsewhere.reload();
  await isAlive(elsewhere);
  await expect(elsewhere.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(there).toHaveCount(0);
  await elsewhere.getByRole('button', { name: 'Help' }).press('Enter');
  await elsewhere.getByRole('menuitem', { name: 'Tour of the demo' }).press('Enter');
  await expect(there.getByText('1 of 5')).toBeVisible();
});
