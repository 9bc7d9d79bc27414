import { expectGoodScreen } from '../support/accessible';
import { account, asScript, demoProject, isAlive, personIn } from '../support/people';
import { inMargin, openArticle, paneOf, selectWords } from '../support/reader';
import { expect, test } from '../support/story';
import { bringIn, makeClaim, spanOf, tagWords } from '../support/work';

const TEXT = `The council of Wend met twice. Its clerk counted nineteen hands for the dam.
A reporter in the gallery counted seventeen.`;

test('two people disagree about a tag, and settle it', async ({ browser }) => {
  const ines = await personIn(browser, 'Ines');
  const script = asScript(ines.context);
  const project = await demoProject(ines.context);
  const article = await bringIn(script, project, 'Hands for the dam', TEXT);
  const claim = await makeClaim(script, project, 'Nineteen of the council of Wend voted for the dam.');
  const { tag } = await tagWords(script, article, 'counted seventeen', { claimId: claim.id, stance: 'supports' });

  const tomasz = await personIn(browser, 'Tomasz');
  const { page } = tomasz;
  await openArticle(page, project, article);
  await inMargin(page, /^supports/).click();
  await page.keyboard.press('d');
  const writing = page.getByRole('textbox', { name: 'New thread' });
  await expect(writing).toBeFocused();
  await page.keyboard.type('Seventeen is not nineteen, ');
  await page.keyboard.type('@Ines');
  await expect(page.getByRole('listbox', { name: 'Members to mention' }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.type('?');
  await expectGoodScreen(page);

  // The words are read out in their own language, as soon as somebody says which that is.
  const quote = page.getByRole('complementary', { name: 'Discussion' }).locator('q');
  await expect(quote).toHaveAttribute('lang', '');
  const language = 'en-GB';
  const told = await script.send('PATCH', `/articles/${article.id}`, { language }, { 'if-match': '"1"' });
  expect(told.ok(), await told.text()).toBe(true);
  await expect(quote).toHaveAttribute('lang', language);

  // Not sent yet: a reload keeps the words.
  await page.reload();
  await inMargin(page, /^supports/).click();
  await page.keyboard.press('d');
  await expect(writing).toContainText('Seventeen is not nineteen, @Ines');
  // Sent when it stands there: while the list is read again nothing says that nobody has said anything.
  const thread = page.getByRole('article', { name: /^Thread on/ });
  let read = () => {};
  const held = new Promise<void>((done) => (read = done));
  await page.route('**/api/v1/projects/*/threads?*', (route) => held.then(() => route.continue()));
  const [taken] = await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith('/threads')),
    page.getByRole('button', { name: 'Start thread' }).click(),
  ]);
  await taken.finished();
  const nothing = page.getByText('Nobody has said anything here yet.').waitFor();
  const shown = Promise.race([nothing.then(() => 'nothing'), thread.waitFor().then(() => 'the thread')]);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  read();
  expect(await shown).toBe('the thread');
  nothing.catch(() => {});
  await expect(thread.getByRole('listitem')).toHaveCount(1);
  await expect(thread).toContainText('Seventeen is not nineteen');
  await expect(inMargin(page, /^supports/)).toContainText('1 comment');

  // The mention reaches Ines, whose page is open, and leads her to the words.
  await ines.page.goto(`/projects/${project}/inbox`);
  const line = ines.page.getByRole('listitem').filter({ hasText: 'Seventeen is not nineteen' });
  await expect(line).toContainText(account('Tomasz').name);
  await expect(line.locator('q')).toHaveText('counted seventeen');
  await expect(line.locator('q')).toHaveAttribute('lang', language);
  await expectGoodScreen(ines.page);
  await line.getByRole('link').click();
  await ines.page.waitForURL(`**/articles/${article.id}**`);
  const hers = ines.page.getByRole('article', { name: /^Thread on/ });
  await expect(hers).toContainText('Seventeen is not nineteen');
  // Words copied in the article are pasted as a quote, and lead back to where they stand.
  await selectWords(ines.page, await paneOf(ines.page, article), 'nineteen hands for the dam');
  await ines.page.keyboard.press('ControlOrMeta+c');
  await hers.getByRole('button', { name: 'Reply' }).click();
  await expect(ines.page.getByRole('textbox', { name: 'Reply' })).toBeFocused();
  await ines.page.keyboard.press('ControlOrMeta+v');
  await ines.page.keyboard.type('You are right, it contradicts. I change the tag.');
  // With one key, without the clipboard: the selected words go where she writes.
  await selectWords(ines.page, await paneOf(ines.page, article), 'A reporter in the gallery');
  await ines.page.keyboard.press('q');
  await expect(ines.page.getByRole('textbox', { name: 'Reply' })).toContainText('A reporter in the gallery');
  await ines.page.getByRole('button', { name: 'Reply' }).last().click();
  await expect(ines.page.getByText('Sent', { exact: true })).toBeVisible();
  await expect(hers.getByRole('listitem')).toHaveCount(2);
  await expect(inMargin(page, /^supports/)).toContainText('2 comments');

  // Her answer is there without a reload, and so is his outcome with her.
  await expect(thread).toContainText('You are right, it contradicts.');
  const { start, end } = spanOf(TEXT, 'nineteen hands for the dam');
  await expect(thread.getByRole('link', { name: 'where it stands' }).first()).toHaveAttribute(
    'href',
    `/projects/${project}/articles/${article.id}?at=${start}-${end}&of=1`,
  );
  await expect(thread.getByText('nineteen hands for the dam', { exact: true })).toHaveAttribute('lang', language);
  await expectGoodScreen(page);

  // The thread becomes a question; it leads there, and the question back.
  await thread.getByRole('button', { name: 'More for this thread' }).click();
  await page.getByRole('menuitem', { name: 'Turn into a question' }).click();
  await page.getByLabel('What is asked').fill('How many of the council voted for the dam?');
  await page.getByRole('button', { name: 'Ask the question' }).click();
  await expect(hers.getByRole('link', { name: 'How many of the council voted for the dam?' })).toBeVisible();
  await thread.getByRole('button', { name: 'Close thread' }).click();
  await page.getByRole('menuitem', { name: 'Settle' }).click();
  const asked = page.getByRole('alertdialog', { name: 'Settle this thread?' });
  await asked.getByLabel('Settled as').fill('The tag is changed.');
  await expectGoodScreen(page);
  await asked.getByRole('button', { name: 'Settle' }).click();
  await page.getByText('1 closed thread').click();
  await expect(page.getByText('“The tag is changed.”')).toBeVisible();
  await expect(ines.page.getByText(`Closed by ${account('Tomasz').name}`)).toBeVisible();

  // The list of threads is narrowed by what they are on.
  await page.goto(`/projects/${project}/threads?state=closed&claim=${claim.id}`);
  const listed = page.getByRole('link', { name: /counted seventeen/ });
  await expect(listed.locator('q')).toHaveAttribute('lang', language);
  await isAlive(page);
  await page.getByRole('combobox', { name: 'On what kind of thing' }).click();
  await page.getByRole('option', { name: 'On entities' }).click();
  await expect(listed).toBeHidden();
  await expectGoodScreen(page);

  const { items } = await script.get<{ items: { outcome: { kind: string } | null; comments: unknown[] }[] }>(
    `/projects/${project}/threads?subjectType=tag&subjectId=${tag.id}`,
  );
  expect(items).toMatchObject([{ outcome: { kind: 'settled' }, comments: [{}, {}] }]);
});

test('whoever writes about a tag that is deleted meanwhile is told so, and loses no word', async ({ browser }) => {
  const ines = await personIn(browser, 'Ines');
  const script = asScript(ines.context);
  const project = await demoProject(ines.context);
  const article = await bringIn(
    script,
    project,
    'Hands for the weir',
    `${TEXT} Both left early.\n\n${'The weir is told of at length.\n\n'.repeat(60)}`,
  );
  const claim = await makeClaim(script, project, 'Nineteen of the council of Wend voted for the weir.');
  const { tag } = await tagWords(script, article, 'counted seventeen', { claimId: claim.id, stance: 'supports' });
  const { page } = await personIn(browser, 'Tomasz');
  await page.setViewportSize({ width: 1440, height: 900 });
  await openArticle(page, project, article);
  await inMargin(page, /^supports/).click();
  await page.keyboard.press('d');
  const writing = page.getByRole('textbox', { name: 'New thread' });
  await expect(writing).toBeFocused();
  await page.keyboard.type('Seventeen is not nineteen.');

  // It stands beside the words, in the margin's place: all that stands above the text is within reach, and nothing sticks out beside it.
  const side = page.getByRole('complementary', { name: 'Discussion' });
  for (const width of [1440, 1024]) {
    await page.setViewportSize({ width, height: 900 });
    const tools = page.getByRole('toolbar', { name: 'Article' }).getByRole('button');
    for (const tool of await tools.all()) if (await tool.isVisible()) await tool.click({ trial: true });
    const [beside, margin] = await Promise.all(
      [side, page.getByRole('group', { name: 'Tags in reading order' })].map((one) => one.boundingBox()),
    );
    expect(beside!.x).toBeLessThan(margin!.x);
    expect(beside!.x).toBeGreaterThan(margin!.x - 40);
    expect(beside!.x + beside!.width).toBeGreaterThan(margin!.x + margin!.width);
    expect(beside!.y + beside!.height).toBeLessThanOrEqual(900);
    await expectGoodScreen(page);
    // It stays there while the text is read on.
    await page.mouse.move(beside!.x - 200, 500);
    await page.mouse.wheel(0, 700);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
    const bar = await page.getByRole('toolbar', { name: 'Article' }).boundingBox();
    await expect.poll(async () => Math.abs((await side.boundingBox())!.y - bar!.y - bar!.height)).toBeLessThan(2);
    await page.mouse.wheel(0, -2000);
  }
  // On a phone over all that lies below the frame's bar: what is written is covered by nothing.
  await page.setViewportSize({ width: 390, height: 844 });
  await side.getByRole('button', { name: 'Close the discussion' }).click({ trial: true });
  await side.getByRole('button', { name: 'Start thread' }).click({ trial: true });
  await expectGoodScreen(page);
  await page.setViewportSize({ width: 1440, height: 900 });

  await expect(page.getByText('Draft kept')).toBeVisible();
  const gone = await script.send('DELETE', `/tags/${tag.id}`, {}, { 'if-match': `"${tag.version}"` });
  expect(gone.ok(), await gone.text()).toBe(true);
  const told = page.getByRole('region', { name: `${account('Ines').name} deleted this tag` });
  await expect(told).toContainText('What you wrote is kept');
  await expect(told).toContainText(`${account('Ines').name} or a lead can bring it back`);
  await expect(told.getByRole('button', { name: 'Copy what you wrote' })).toBeVisible();
  await expect(writing).toHaveText('Seventeen is not nineteen.');
  await isAlive(page);
  await expectGoodScreen(page);

  const { version } = (await gone.json()) as { version: number };
  await script.send('POST', `/tags/${tag.id}/restore`, {}, { 'if-match': `"${version}"` });
  await expect(told).toBeHidden();
  await page.getByRole('button', { name: 'Start thread' }).click();
  await expect(page.getByRole('article', { name: /^Thread on/ })).toContainText('Seventeen is not nineteen.');
});

test('a thread that a verdict began says so, and what it is about', async ({ browser }) => {
  const ines = await personIn(browser, 'Ines');
  const script = asScript(ines.context);
  const project = await demoProject(ines.context);
  const article = await bringIn(script, project, 'Hands for the lock', `${TEXT} Nobody voted twice.`);
  const claim = await makeClaim(script, project, 'Nineteen of the council of Wend voted for the lock.');
  const { tag } = await tagWords(script, article, 'counted seventeen', { claimId: claim.id, stance: 'supports' });
  const judge = async (name: 'Ruth' | 'Tomasz', verdict: object, version: number) => {
    const by = asScript((await personIn(browser, name)).context);
    const given = await by.send('POST', `/tags/${tag.id}/reviews`, verdict, { 'if-match': `"${version}"` });
    expect(given.ok(), await given.text()).toBe(true);
  };
  await judge('Ruth', { verdict: 'reject', reason: 'Seventeen is not nineteen.' }, tag.version);
  await judge('Tomasz', { verdict: 'accept' }, tag.version + 1);
  const { items } = await script.get<{ items: { id: string }[] }>(
    `/projects/${project}/threads?subjectType=tag&subjectId=${tag.id}`,
  );
  const { page } = ines;
  await page.goto(`/projects/${project}/threads/${items[0]!.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thread on counted seventeen');
  await expect(page).toHaveTitle(/^Thread on counted seventeen/);
  await expect(page.getByRole('link', { name: 'Nineteen of the council of Wend voted for the lock.' })).toBeVisible();
  await expect(page.getByText(`${account('Ruth').name} rejected this tag; the first comment says why.`)).toBeVisible();
  await expect(page.getByText('Contested')).toBeVisible();
  await isAlive(page);
  await expectGoodScreen(page);
});
