import type { Highlight } from '@/lib/highlights/highlight';
import { expectGoodScreen } from '../support/accessible';
import { asScript, demoProject, personIn } from '../support/people';
import { composerOn, inMargin, openArticle, paneOf, selectWords } from '../support/reader';
import { expect, test } from '../support/story';
import {
  acceptTag,
  bringIn,
  makeClaim,
  makeEntity,
  makeProject,
  submitClaim,
  tagWords,
  type Brought,
} from '../support/work';

// Far enough apart for each tag to stand beside its words.
const TEXT = [
  'Oda Fenwick chaired the meeting of the river board.',
  'The board met again in March, without Oda Fenwick.',
  'A clerk noted forty votes in the open book.',
  'But another clerk noted thirty-eight.',
  'The minutes name nobody else, and Perrin Lode kept them.',
].join('\n\n\n');

const reviewState = (page: Parameters<typeof inMargin>[0], name: RegExp, state: string) =>
  expect(inMargin(page, name).and(inMargin(page, new RegExp(`${state}$`)))).toHaveCount(1);

test('a colleague’s tags are reviewed inside the article without the mouse', async ({ browser }) => {
  const ines = await personIn(browser, 'Ines');
  const script = asScript(ines.context);
  const project = await demoProject(ines.context);
  const article = await bringIn(script, project, 'Minutes of the river board', TEXT);
  const fenwick = await makeEntity(script, project, 'person', 'Oda Fenwick');
  const votes = await makeClaim(script, project, 'The river board decided by forty votes.');
  await tagWords(script, article, 'Oda Fenwick', { entityId: fenwick.id });
  await tagWords(script, article, 'met again in March', { newEntity: { type: 'event', name: 'March meeting' } });
  await tagWords(script, article, 'A clerk noted forty votes', {
    claimId: votes.id,
    stance: 'supports',
    confidence: 70,
  });
  await tagWords(script, article, 'another clerk noted thirty-eight', { claimId: votes.id, stance: 'context' });

  const { page } = await personIn(browser, 'Tomasz');
  const pane = await openArticle(page, project, article);
  await page.getByRole('button', { name: 'Review 4' }).click();
  const bar = page.getByRole('region', { name: 'Review of colleagues’ tags' });
  await expect(bar.getByText('1 of 4')).toBeVisible();
  await expectGoodScreen(page);

  // K goes back and J goes on, in reading order; what is chosen takes the focus.
  await page.keyboard.press('j');
  await expect(bar.getByText('2 of 4')).toBeVisible();
  await page.keyboard.press('k');
  await expect(bar.getByText('1 of 4')).toBeVisible();
  await expect(inMargin(page, /Oda Fenwick/)).toBeFocused();

  await page.keyboard.press('a');
  await reviewState(page, /Oda Fenwick/, 'accepted');
  await expect(bar.getByText('2 of 4')).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByRole('dialog', { name: 'Why is this rejected?' })).toBeVisible();
  await expectGoodScreen(page);
  await page.keyboard.type('These words name no event.');
  await page.keyboard.press('Enter');
  await reviewState(page, /March meeting/, 'rejected');
  await expect(bar.getByText('3 of 4')).toBeVisible();
  await page.keyboard.press('w');
  await page.keyboard.type('Say which of the two clerks.');
  await page.keyboard.press('Enter');
  await reviewState(page, /^supports/, 'needs work');
  await expect(bar.getByText('4 of 4')).toBeVisible();

  // A fix is proposed: the tag stays its author's.
  await page.keyboard.press('f');
  const composer = page.getByRole('dialog', { name: /^Propose a change/ });
  await page.keyboard.press('x');
  await composer.getByRole('button', { name: 'Propose' }).click();
  await reviewState(page, /^context/, 'needs work');
  await page.keyboard.press('u');
  await reviewState(page, /^context/, 'not reviewed');
  await page.keyboard.press('a');
  await reviewState(page, /^context/, 'accepted');

  // What was missed is tagged, then the article is closed.
  await selectWords(page, pane, 'Perrin Lode');
  const found = composerOn(page, 'Perrin Lode');
  await page.keyboard.press('e');
  await found.getByRole('option', { name: /New person/ }).click();
  await expect(inMargin(page, /^Person Perrin Lode, tagged by you/)).toHaveCount(1);
  await bar.getByRole('button', { name: 'Read to the end' }).click();
  await expect(page.getByText('Read to the end: your colleagues see')).toBeVisible();
  await expect(bar).toBeHidden();

  await openArticle(ines.page, project, article);
  const rejected = inMargin(ines.page, /March meeting/);
  await rejected.click();
  await expect(rejected).toContainText('rejected: These words name no event.');
});

/** The first comment of every thread on a tag. */
async function threadOn(script: ReturnType<typeof asScript>, project: string, tagId: string) {
  const { items } = await script.get<{ items: { comments: { text: string; author: { name: string } }[] }[] }>(
    `/projects/${project}/threads?subjectType=tag&subjectId=${tagId}`,
  );
  return items.map(({ comments }) => `${comments[0]?.author.name}: ${comments[0]?.text}`);
}

test('in the queue mentions are accepted together and citations one by one', async ({ browser }) => {
  const daniel = await personIn(browser, 'Daniel');
  const project = await makeProject(daniel.context, 'River boards', ['Ines', 'Tomasz']);
  const ines = await personIn(browser, 'Ines');
  const script = asScript(ines.context);
  const articles: Brought[] = [];
  for (const title of ['Minutes, spring', 'Minutes, autumn'])
    articles.push(await bringIn(script, project, title, `${title}.\n${TEXT}`));
  const { id: entityId } = await makeEntity(script, project, 'person', 'Oda Fenwick');
  for (const article of articles)
    for (const nth of [0, 1]) await tagWords(script, article, 'Oda Fenwick', { entityId }, nth);
  const votes = await makeClaim(script, project, 'The river board decided by forty votes.');
  const forty = { claimId: votes.id, stance: 'supports' as const };
  await tagWords(script, articles[0]!, 'A clerk noted forty votes', forty);
  const second = await tagWords(script, articles[1]!, 'another clerk noted thirty-eight', forty);

  const { page } = await personIn(browser, 'Tomasz');
  await page.goto(`/projects/${project}/review`);
  const group = page.getByRole('button', { name: /Oda Fenwick.*4/ });
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('checkbox', { name: /^Accept the mention in/ })).toHaveCount(4);
  await expectGoodScreen(page);
  await page
    .getByRole('checkbox', { name: /Minutes, autumn/ })
    .last()
    .click();
  await page.getByRole('button', { name: 'Accept 3 of 4' }).click();
  await expect(page.getByRole('checkbox', { name: /^Accept the mention in/ })).toHaveCount(1);
  // The only one there is need not be chosen first.
  await page.keyboard.press('r');
  await expect(page.getByRole('combobox', { name: 'Why is this rejected?' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('w');
  await expect(page.getByRole('combobox', { name: 'What needs work?' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Needs work/ })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(page.getByRole('checkbox', { name: /^Accept the mention in/ })).toHaveCount(4);
  // What was unticked stays so: it goes on waiting until somebody ticks it.
  await page.getByRole('checkbox', { checked: false }).click();
  await page.getByRole('button', { name: /^Accept all 4/ }).click();
  await expect(page.getByText(/^(All done|No mentions wait)/)).toBeVisible();

  await page.getByRole('link', { name: '2 citations to look at' }).click();
  const shown = page.getByRole('article', { name: /^Tag on/ });
  await expect(shown).toContainText('A clerk noted forty votes');
  await expect(page.getByRole('progressbar', { name: 'Citations reviewed' })).toHaveAttribute(
    'aria-valuetext',
    '0 of 2',
  );
  await expectGoodScreen(page);
  // Second thoughts before the first is saved: what is begun on a citation is not taken from under the fingers.
  let save = () => {};
  const held = new Promise<void>((done) => (save = done));
  await page.route('**/api/v1/tags/*/reviews', (route) => held.then(() => route.continue()), { times: 1 });
  await page.keyboard.press('a');
  await page.keyboard.press('w');
  const work = page.getByRole('combobox', { name: 'What needs work?' });
  await expect(work).toBeFocused();
  await page.keyboard.type('Say wh');
  save();
  await expect(page.getByText('Accepted by you just now.')).toBeVisible();
  await page.keyboard.type('ich of the two.');
  await expect(work).toHaveValue('Say which of the two.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(shown).toContainText('another clerk noted thirty-eight');
  await page.keyboard.press('r');
  await expect(page.getByRole('combobox', { name: 'Why is this rejected?' })).toBeFocused();
  await expectGoodScreen(page);
  await page.keyboard.type('Thirty-eight is not forty.');
  await page.keyboard.press('Enter');
  await expect(page.getByText('All done: 2 reviewed')).toBeVisible();

  const states = async (article: Brought) => {
    const { items } = await script.get<{ items: Highlight[] }>(`/articles/${article.id}/highlights`);
    return items.flatMap(({ tags }) => tags.map(({ reviewState: state }) => state));
  };
  expect(await states(articles[0]!)).toEqual(['accepted', 'accepted', 'accepted']);
  expect(await states(articles[1]!)).toEqual(['accepted', 'accepted', 'rejected']);
  expect(await threadOn(script, project, second.tag.id)).toEqual([
    expect.stringMatching(/^Tomasz.*: Thirty-eight is not forty\.$/),
  ]);
  await ines.page.goto(`/projects/${project}/review?kind=mine`);
  await expect(ines.page.getByText('Thirty-eight is not forty.')).toBeVisible();
  await expectGoodScreen(ines.page);
});

test('claims are decided in the queue by the same keys, and one that lacks something says what', async ({
  browser,
}) => {
  const daniel = await personIn(browser, 'Daniel');
  const project = await makeProject(daniel.context, 'River claims', ['Ines', 'Tomasz']);
  const script = asScript((await personIn(browser, 'Ines')).context);
  const tomasz = asScript((await personIn(browser, 'Tomasz')).context);
  const article = await bringIn(script, project, 'Minutes of the board', TEXT);
  const submitted = async (statement: string, words: string, accepted: boolean) => {
    const claim = await makeClaim(script, project, statement);
    const { tag } = await tagWords(script, article, words, { claimId: claim.id, stance: 'supports' });
    if (accepted) await acceptTag(tomasz, tag);
    return submitClaim(script, await script.get(`/claims/${claim.id}`));
  };
  const ready = await submitted('The board decided by forty votes.', 'A clerk noted forty votes', true);
  const unready = await submitted('The board met in March.', 'met again in March', false);
  const doubted = await submitted('Perrin Lode kept the minutes.', 'Perrin Lode kept them', true);

  const { page } = daniel;
  await page.goto(`/projects/${project}/review?kind=claims`);
  const at = (statement: string) => page.getByRole('listitem').filter({ hasText: statement });
  const bar = page.getByRole('group', { name: 'Verdict on this claim' });
  const statusOf = async ({ id }: { id: string }) => (await script.get<{ status: string }>(`/claims/${id}`)).status;
  await expect(bar).toHaveCount(1);
  await expectGoodScreen(page);

  await page.getByRole('link', { name: 'The board met in March.' }).focus();
  await expect(at('The board met in March.').getByRole('heading', { name: 'Missing for approval' })).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByText(/^It cannot be approved yet\. /)).toBeVisible();
  await expectGoodScreen(page);
  expect(await statusOf(unready)).toBe('in-review');

  await page.getByRole('link', { name: 'The board decided by forty votes.' }).focus();
  await expect(at('The board decided').getByRole('button', { name: 'Approve' })).toBeEnabled();
  await page.keyboard.press('a');
  await expect(at('The board decided')).toHaveCount(0);
  expect(await statusOf(ready)).toBe('approved');

  await page.getByRole('link', { name: 'Perrin Lode kept the minutes.' }).focus();
  await expect(at('Perrin Lode').getByRole('button', { name: 'Reject' })).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByRole('alertdialog', { name: 'Reject this claim?' })).toBeVisible();
  await expectGoodScreen(page);
  await page.keyboard.type('Nobody signed them.');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reject' }).click();
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await expect(at('Perrin Lode')).toHaveCount(0);
  expect(await statusOf(doubted)).toBe('rejected');
});

test('a claim of one endless word stays on the page of an article that it rests on', async ({ browser }) => {
  const daniel = await personIn(browser, 'Daniel');
  const project = await makeProject(daniel.context, 'River words', ['Ines']);
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const article = await bringIn(script, project, 'Minutes in one word', TEXT);
  const claim = await makeClaim(script, project, 'Donaudampfschiff'.repeat(30));
  await tagWords(script, article, 'met again in March', { claimId: claim.id, stance: 'supports' });
  await page.setViewportSize({ width: 1024, height: 800 });
  await openArticle(page, project, article);
  await page.getByText(/^If this article is retracted: /).click();
  const link = page.getByRole('region', { name: 'If this article is retracted' }).getByRole('link');
  await expect(link).toBeVisible();
  const [word, text] = await Promise.all([link.boundingBox(), (await paneOf(page, article)).boundingBox()]);
  expect(word!.x + word!.width).toBeLessThanOrEqual(text!.x + text!.width + 1);
  await expectGoodScreen(page);
});
