import type { Page } from '@playwright/test';
import { expectGoodScreen } from '../support/accessible';
import { account, asScript, demoProject, isAlive, personIn, signIn } from '../support/people';
import { inMargin, marksIn, openArticle, paneOf, saveState, selectWords } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn, makeClaim, makeEntity, tagWords } from '../support/work';

const field = (page: Page) => page.getByRole('textbox', { name: 'New thread' });
const thread = (page: Page) => page.getByRole('article', { name: /^Thread on/ });

test('what somebody writes survives a crash, a second tab, a lost answer and the end of a session, and is sent once', async ({
  browser,
}) => {
  const ines = await personIn(browser, 'Ines');
  const script = asScript(ines.context);
  const project = await demoProject(ines.context);
  const claim = await makeClaim(script, project, 'The ferry of Wend sank in calm water.');
  const address = `/projects/${project}/claims/${claim.id}`;
  const said = async () => {
    const { items } = await script.get<{ items: { comments: { text: string }[] }[] }>(
      `/projects/${project}/threads?subjectType=claim&subjectId=${claim.id}`,
    );
    return items.flatMap(({ comments }) => comments.map(({ text }) => text));
  };
  const open = async (page: Page) => {
    await page.goto(address);
    await isAlive(page);
  };

  // The tab crashes in the middle of a sentence.
  let { page } = ines;
  await open(page);
  // The editor is late: what is typed before it stands are words already, and no keys of the page (E edits, R rejects).
  await expect(page.getByRole('button', { name: 'Start a thread' })).toBeVisible();
  let come = () => {};
  const late = new Promise<void>((resolve) => (come = resolve));
  await page.route('**/*.js', (route) => late.then(() => route.continue()));
  await page.keyboard.press('d');
  await page.keyboard.type('Calm water says who? ');
  come();
  await expect(field(page)).toHaveAttribute('contenteditable', 'true');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('The log');
  await expect(field(page)).toHaveText('Calm water says who? The log');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('Draft kept')).toBeVisible();
  await page.keyboard.type(' speaks of a gale.');
  const devtools = await ines.context.newCDPSession(page);
  void devtools.send('Page.crash').catch(() => {});
  await page.waitForEvent('crash');
  const crashed = page;
  page = await ines.context.newPage();
  await open(page);
  await expect(field(page)).toContainText('Calm water says who? The log speaks of a gale.');
  await crashed.close();

  // A second tab has its own words, and is told of those in the first.
  const second = await ines.context.newPage();
  await open(second);
  await expect(second.getByText('You are writing here in another tab too')).toBeVisible();
  await expect(field(second)).toBeEmpty();
  await field(second).fill('From the second tab.');
  await expect(second.getByText('Draft kept')).toBeVisible();
  await expectGoodScreen(second);
  await expect(field(page)).toContainText('speaks of a gale.');
  await second.close();
  await page.reload();
  await expect(field(page)).toContainText('speaks of a gale.');
  await expect(page.getByText('You wrote this here before and did not send it')).toBeVisible();
  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(page.getByText('From the second tab.')).toBeHidden();

  // The server writes the comment down, and the connection is gone before it can say so.
  await page.route('**/api/v1/projects/*/threads', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch();
    await ines.context.setOffline(true);
    await route.abort('connectionfailed');
  });
  await page.getByRole('button', { name: 'Start thread' }).click();
  await expect(page.getByText('Not sent yet: the server does not answer.')).toBeVisible();
  await page.unroute('**/api/v1/projects/*/threads');
  await ines.context.setOffline(false);
  await expect(thread(page).getByRole('listitem')).toHaveCount(1);
  await expect(field(page)).toBeHidden();
  await expect(page.getByText('Sent', { exact: true })).toBeVisible();
  expect(await said()).toEqual(['Calm water says who? The log speaks of a gale.']);

  // Her session ends while she writes.
  await thread(page).getByRole('button', { name: 'Reply' }).click();
  const reply = page.getByRole('textbox', { name: 'Reply' });
  await expect(reply).toBeFocused();
  const phone = await personIn(browser, 'Ines');
  const { items: sessions } = await script.get<{ items: { id: string; current: boolean }[] }>('/sessions');
  const { id } = sessions.find(({ current }) => current)!;
  expect((await asScript(phone.context).send('DELETE', '/sessions', { id })).status()).toBe(200);
  await page.keyboard.type('And the mate saw it.');
  await expect(page.getByText('Draft on this device. You are signed out')).toBeVisible();
  await expectGoodScreen(page);
  await signIn(page, 'Ines');
  await open(page);
  await expect(reply).toContainText('And the mate saw it.');
  await expect(page.getByText('Draft kept')).toBeVisible();

  // On her phone the words are offered, and sent from there.
  await phone.page.goto(address);
  await expect(phone.page.getByText('You wrote this on another device and did not send it')).toBeVisible();
  await phone.page.getByRole('button', { name: 'Go on with it here' }).click();
  await expect(phone.page.getByRole('textbox', { name: 'Reply' })).toContainText('And the mate saw it.');
  await phone.page.getByRole('button', { name: 'Reply' }).last().click();
  await expect(thread(page).getByRole('listitem')).toHaveCount(2);
  expect(await said()).toEqual(['Calm water says who? The log speaks of a gale.', 'And the mate saw it.']);

  // What she rewords, and saved otherwise in another window meanwhile, is not overwritten unseen, after a reload either.
  const { items: threads } = await script.get<{ items: { comments: { id: string; version: number }[] }[] }>(
    `/projects/${project}/threads?subjectType=claim&subjectId=${claim.id}`,
  );
  const comment = threads[0]!.comments.at(-1)!;
  await thread(page)
    .getByRole('button', { name: /^More for the comment of/ })
    .last()
    .click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const editing = page.getByRole('textbox', { name: 'Edit the comment' });
  await editing.press('ControlOrMeta+End');
  await page.keyboard.type(' Twice.');
  await expect(page.getByText('Draft kept')).toBeVisible();
  const body = { text: 'And the mate heard it.' };
  const saved = await asScript(phone.context).send('PATCH', `/comments/${comment.id}`, { body }, { 'if-match': '"1"' });
  expect(saved.ok(), await saved.text()).toBe(true);
  await open(page);
  await expect(editing).toContainText('And the mate saw it. Twice.');
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText('You, in another window, changed this while you were writing')).toBeVisible();
  await expectGoodScreen(page);
  await page.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect((await said()).at(-1)).toBe('And the mate saw it. Twice.');
});

test('a tag that was being written when the tab went away is offered again, and saved once', async ({ browser }) => {
  const { context, page: first } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const project = await demoProject(context);
  const article = await bringIn(
    script,
    project,
    'At the lower quay',
    'The ferry was late. The pilot saw the lower quay.',
  );
  const claims = async () => {
    const { items } = await script.get<{ items: { quote: string }[] }>(`/articles/${article.id}/highlights`);
    return items.map(({ quote }) => quote);
  };
  let pane = await openArticle(first, project, article);
  await selectWords(first, pane, 'The ferry was late');
  await first.keyboard.press('c');
  await first.keyboard.type('The ferry of the lower quay was late on pur');

  // In another tab it is not offered while the first one is there; it is when that is gone.
  let page = await context.newPage();
  pane = await openArticle(page, project, article);
  await expect(marksIn(pane)).toHaveCount(0);
  const offered = () => page.getByText(/Begun on .* and not saved/);
  await expect(offered()).toHaveCount(0);
  await first.close({ runBeforeUnload: false });
  await page.reload();
  await paneOf(page, article);
  await expect(offered()).toBeVisible();
  await expect(page.getByText('The ferry of the lower quay was late on pur')).toBeVisible();
  await expectGoodScreen(page);

  // Its words go on where they ended. The server writes it down, and the page is gone before it hears of it.
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('combobox', { name: /^Claim/ })).toHaveValue(
    'The ferry of the lower quay was late on pur',
  );
  await page.keyboard.press('End');
  await page.keyboard.type('pose.');
  await page.keyboard.press('Enter');
  let wrote = () => {};
  const written = new Promise<void>((resolve) => (wrote = resolve));
  await page.route('**/api/v1/articles/*/highlights', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch();
    wrote();
  });
  await page.keyboard.press('Enter');
  await written;
  await page.close({ runBeforeUnload: false });
  page = await context.newPage();
  await openArticle(page, project, article);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.keyboard.press('Enter');
  await expect(saveState(page)).toHaveText('Saved');
  expect(await claims()).toEqual(['The ferry was late']);

  await page.reload();
  await paneOf(page, article);
  await expect(inMargin(page, /late on purpose\., tagged by you/)).toHaveCount(1);
  await expect(offered()).toHaveCount(0);

  // What is let go by hand does not come back.
  pane = await paneOf(page, article);
  await selectWords(page, pane, 'The pilot');
  await page.keyboard.press('e');
  await page.keyboard.type('Nobody in par');
  for (const step of [1, 2, 3]) await test.step(`out ${step}`, () => page.keyboard.press('Escape'));
  await page.reload();
  await paneOf(page, article);
  await expect(inMargin(page, /late on purpose/)).toHaveCount(1);
  await expect(page.getByText('Nobody in par')).toHaveCount(0);
});

test('a reason that was begun is there again', async ({ browser }) => {
  const ines = await personIn(browser, 'Ines');
  const script = asScript(ines.context);
  const project = await demoProject(ines.context);
  const article = await bringIn(
    script,
    project,
    'At the upper quay',
    'The ferry was late. The pilot saw the upper quay.',
  );
  const { id: entityId } = await makeEntity(script, project, 'place', 'The upper quay');
  await tagWords(script, article, 'upper quay', { entityId });
  const { page } = await personIn(browser, 'Tomasz');
  await openArticle(page, project, article);
  await inMargin(page, /upper quay/).click();
  await page.keyboard.press('r');
  await page.keyboard.type('Another qu');
  await page.keyboard.press('Escape');
  await page.reload();
  await paneOf(page, article);
  await inMargin(page, /upper quay/).click();
  await page.keyboard.press('r');
  await page.keyboard.press('End');
  await page.keyboard.type('ay');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Another quay').first()).toBeVisible();
});

test('words that were begun on a claim which a colleague deletes are there to be copied, and go on when it is back', async ({
  browser,
}) => {
  const ines = await personIn(browser, 'Ines');
  const script = asScript(ines.context);
  const project = await demoProject(ines.context);
  const statement = 'The lock at Wend was left open.';
  const claim = await makeClaim(script, project, statement);
  const address = `/projects/${project}/claims/${claim.id}`;
  const tomasz = await personIn(browser, 'Tomasz');
  const { page } = tomasz;
  await page.goto(address);
  await isAlive(page);
  await page.keyboard.press('d');
  await expect(field(page)).toHaveAttribute('contenteditable', 'true');
  await page.keyboard.type('Who says that it was open?');
  await page.getByRole('button', { name: 'Start thread' }).click();
  await thread(page).getByRole('button', { name: 'Reply' }).click();
  const reply = page.getByRole('textbox', { name: 'Reply' });
  await expect(reply).toHaveAttribute('contenteditable', 'true');
  await expect(reply).toBeFocused();
  await page.keyboard.type('The keeper says that it was shut.');
  await expect(page.getByText('Draft kept')).toBeVisible();

  // In another tab he is about to change its wording.
  const changing = await tomasz.context.newPage();
  await changing.goto(address);
  await isAlive(changing);
  await changing.keyboard.press('e');
  await changing
    .getByRole('dialog', { name: 'Edit the claim' })
    .getByRole('textbox')
    .first()
    .fill('The lock at Wend was left half open.');

  const { version } = await script.get<{ version: number }>(`/claims/${claim.id}`);
  const gone = await script.send('DELETE', `/claims/${claim.id}`, {}, { 'if-match': `"${version}"` });
  expect(gone.ok(), await gone.text()).toBe(true);
  const begun = (on: Page) => on.getByRole('region', { name: 'You had begun to write here' });
  await expect(begun(changing)).toContainText('The lock at Wend was left half open.');
  await changing.close();
  for (const how of ['at once', 'after a reload']) {
    await test.step(how, async () => {
      if (how !== 'at once') await page.reload();
      await expect(page.getByRole('heading', { name: 'This claim is not here' })).toBeVisible();
      await expect(page.getByText(`${account('Ines').name} deleted “${statement}”`)).toBeVisible();
      await expect(begun(page)).toContainText('The keeper says that it was shut.');
      await expect(begun(page).getByRole('button', { name: 'Copy' }).first()).toBeVisible();
      await expect(page.getByRole('button', { name: 'Bring back' })).toHaveCount(0);
      await expectGoodScreen(page);
    });
  }

  // Whoever deleted it finds the way back in its place.
  await ines.page.goto(address);
  await ines.page.getByRole('link', { name: 'Its history' }).click();
  await expect(ines.page.getByRole('button', { name: `Bring back ${statement}` })).toBeVisible();
  await ines.page.goBack();
  await expectGoodScreen(ines.page);
  await ines.page.getByRole('button', { name: 'Bring back' }).click();
  await expect(ines.page.getByRole('heading', { name: statement })).toBeVisible();
  await page.reload();
  await expect(reply).toContainText('The keeper says that it was shut.');
});
