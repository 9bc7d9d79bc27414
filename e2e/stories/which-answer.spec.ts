import type { Page } from '@playwright/test';
import { expectGoodScreen } from '../support/accessible';
import { asScript, personIn, type Script } from '../support/people';
import { expect, test } from '../support/story';
import { acceptTag, bringIn, makeEntity, makeProject, submitClaim, tagWords } from '../support/work';

const TEXT = {
  courier: 'The lantern keepers were set up in 1990 by a retired pilot.',
  letter: 'My father joined the lantern keepers in the spring of 1985.',
};

async function dated(script: Script, project: string, subjectId: string, year: string) {
  const structure = { subjectId, predicate: 'were set up in', value: year, reading: { kind: 'date', date: year } };
  const body = { statement: `The lantern keepers were set up in ${year}.`, ...structure };
  return (await (await script.send('POST', `/projects/${project}/claims`, body)).json()) as Parameters<
    typeof submitClaim
  >[1];
}
const column = (page: Page, year: string) => page.getByRole('article', { name: new RegExp(`^Answer: .*${year}`) });

test('two claims that contradict each other become a question, which is answered, settled and reopened', async ({
  browser,
}) => {
  const daniel = await personIn(browser, 'Daniel');
  const project = await makeProject(daniel.context, 'Since when?', ['Ines', 'Tomasz']);
  const { context, page } = await personIn(browser, 'Ines');
  const script = asScript(context);
  const keepers = await makeEntity(script, project, 'organisation', 'The lantern keepers');
  const later = await dated(script, project, keepers.id, '1990');
  const earlier = await dated(script, project, keepers.id, '1985');
  const courier = await bringIn(script, project, 'Courier', TEXT.courier);
  const cited = await tagWords(script, courier, 'set up in 1990', { claimId: later.id, stance: 'supports' });
  // A second tag on one passage: it is one citation for the one answer, and one against the other.
  await tagWords(asScript(daniel.context), courier, 'set up in 1990', { claimId: later.id, stance: 'supports' });

  await test.step('the contradiction is offered, refused, let be offered again, and made a question', async () => {
    await page.goto(`/projects/${project}/questions`);
    const offer = page.getByRole('group', { name: 'Two claims that answer one thing differently' });
    await expect(offer).toContainText('make it a question?');
    await expectGoodScreen(page);
    await offer.getByRole('button', { name: 'Not a question' }).click();
    await expect(offer).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await offer.getByRole('button', { name: 'Make it a question' }).click();
    const form = page.getByRole('dialog', { name: 'Make it a question' });
    await form.getByLabel('Question').fill('When were the lantern keepers set up?');
    await form.getByRole('button', { name: 'Ask' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('When were the lantern keepers set up?');
  });

  await test.step('what supports one answer speaks against the other, computed; unless both can be true', async () => {
    await expect(column(page, '1990').getByRole('heading', { name: 'For 1' })).toBeVisible();
    const against = column(page, '1985').getByRole('group', { name: 'Against it, computed' });
    await expect(against).toContainText('computed');
    await against.getByText('because it supports another answer (1)').click();
    await expect(against).toContainText('set up in 1990');
    await expectGoodScreen(page);
    await column(page, '1985').getByRole('button', { name: 'More about this answer' }).click();
    await page.getByRole('menuitem', { name: /Can both be true with/ }).click();
    await expect(against).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(against).toBeVisible();
  });

  await test.step('another answer, by keyboard, and the judgement', async () => {
    await page.keyboard.press('n');
    const form = page.getByRole('dialog', { name: 'Another answer' });
    await form.getByLabel('A new claim').fill('The lantern keepers were set up before 1900.');
    await form.getByRole('button', { name: 'Add answer' }).click();
    await expect(column(page, '1900')).toBeVisible();
    await page.getByRole('button', { name: '“Not known” is an answer' }).click();
    await expect(column(page, 'not known')).toContainText('Says that it is not known');

    // On a telephone, where one answer fills the screen, all of them stand in short above, and lead there.
    await page.setViewportSize({ width: 390, height: 844 });
    const short = page.getByRole('list', { name: 'The answers in short' });
    await expect(short.getByRole('listitem')).toHaveCount(4);
    await expect(short.getByRole('listitem').filter({ hasText: '1990' })).toContainText('1 for, 0 against');
    await expectGoodScreen(page);
    await short.getByRole('button', { name: /1985/ }).click();
    await expect(column(page, '1985').getByRole('link').first()).toBeInViewport();
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(short).toBeHidden();
    await page.keyboard.press('w');
    const paragraph = page.getByLabel('What it comes to, in one paragraph');
    await paragraph.fill('We say with high confidence that 1990 is likely.');
    await expect(page.getByText('Make it two sentences.')).toBeVisible();
    await paragraph.fill('In 1990, as the Courier has it.');
    await expect(page.getByText('Make it two sentences.')).toHaveCount(0);
    await page.getByRole('button', { name: 'Save judgement' }).click();
    await expect(page.getByRole('button', { name: 'Write it anew' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Judgement' })).toContainText('In 1990, as the Courier has it.');
  });

  await test.step('two write at once: both texts stand side by side, of the judgement and of the question', async () => {
    const colleague = asScript(daniel.context);
    const id = page.url().split('/').at(-1)!;
    const send = async (method: string, path: string, body: object) => {
      const { version } = await colleague.get<{ version: number }>(`/questions/${id}`);
      const answer = await colleague.send(method, `/questions/${id}${path}`, body, { 'if-match': `"${version}"` });
      expect(answer.ok(), await answer.text()).toBe(true);
    };
    const meanwhile = 'Somebody changed this while you were writing';
    await page.keyboard.press('w');
    const paragraph = page.getByLabel('What it comes to, in one paragraph');
    await paragraph.fill('In 1990, as the Courier has it from the deed.');
    await send('PUT', '/judgement', { text: 'In 1990, and not before.' });
    await page.getByRole('button', { name: 'Save judgement' }).click();
    const judgement = page.getByRole('region', { name: 'Judgement' });
    await expect(judgement).toContainText(meanwhile);
    await expect(judgement).toContainText('In 1990, and not before.');
    await expectGoodScreen(page);
    await judgement.getByRole('button', { name: 'Go on writing' }).click();
    await expect(paragraph).toHaveValue(/and not before\.\n\nIn 1990, as the Courier/);
    await paragraph.fill('In 1990 and not before, as the Courier has it.');
    await page.getByRole('button', { name: 'Save judgement' }).click();
    await expect(paragraph).toBeHidden();
    await expect(judgement.getByText('In 1990 and not before, as the Courier has it.')).toBeVisible();

    await page.keyboard.press('e');
    const form = page.getByRole('dialog', { name: 'Edit the question' });
    await form.getByLabel('Question').fill('When were the lantern keepers set up, and by whom?');
    await send('PATCH', '', { text: 'In which year were the lantern keepers set up?', dueOn: '2027-01-15' });
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form).toContainText(meanwhile);
    await expect(form).toContainText('In which year');
    await expectGoodScreen(page);
    await form.getByRole('button', { name: 'Save mine over it' }).click();
    await expect(form).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'When were the lantern keepers set up, and by whom?',
    );
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^In which year/);
    await expect(page.getByText('due 15 Jan 2027')).toBeVisible();
    await send('PATCH', '', { text: 'When were the lantern keepers set up?' });
  });

  await test.step('answers against evidence, each analyst’s own, by keyboard', async () => {
    const lead = asScript(daniel.context);
    const { version } = await lead.get<{ version: number }>(`/projects/${project}`);
    await lead.send('PATCH', `/projects/${project}`, { hypotheses: true }, { 'if-match': `"${version}"` });
    const matrix = page.getByRole('region', { name: 'Answers against evidence' });
    const cell = matrix.getByRole('button', { name: /1985\. “set up in 1990”/ });
    await expect(cell).toBeVisible();
    await cell.focus();
    await page.keyboard.press('2');
    await expect(cell).toHaveText('inconsistent');
    await expect(matrix.getByRole('region', { name: /^Ranked by Ines/ })).toContainText('1 against it');
    await expectGoodScreen(page);
  });

  await test.step('approving an answer warns while the question is open', async () => {
    const tomasz = await personIn(browser, 'Tomasz');
    await acceptTag(asScript(tomasz.context), cited.tag);
    const now = await script.get<typeof later>(`/claims/${later.id}`);
    await submitClaim(script, now);
    await daniel.page.goto(`/projects/${project}/claims/${later.id}`);
    const status = daniel.page.getByRole('region', { name: 'Status' });
    await expect(status).toContainText('It answers a question that is open');
    await expectGoodScreen(daniel.page);
    await status.getByRole('button', { name: 'Approve' }).click();
    await expect(status.getByText('Approved', { exact: true })).toBeVisible();
    await daniel.page.goto(`/projects/${project}/export`);
    await expect(daniel.page.getByText('its question is open', { exact: true })).toBeVisible();
  });

  await test.step('settled with a reason; new evidence opens it again and tells whoever asked', async () => {
    await page.keyboard.press('s');
    const form = page.getByRole('dialog', { name: 'Settle the question?' });
    await form.getByRole('combobox', { name: 'The answer that stands' }).click();
    await page.getByRole('option', { name: 'The lantern keepers were set up in 1990.' }).click();
    await form.getByLabel('Why').fill('The Courier saw the founding deed.');
    await form.getByRole('button', { name: 'Settle' }).click();
    await expect(page.getByText('Settled: The lantern keepers were set up in 1990.')).toBeVisible();
    await expectGoodScreen(page);
    const tomasz = asScript((await personIn(browser, 'Tomasz')).context);
    const letter = await bringIn(tomasz, project, 'A letter', TEXT.letter);
    await tagWords(tomasz, letter, 'in the spring of 1985', { claimId: earlier.id, stance: 'supports' });
    await expect(page.getByText('New evidence came after it was settled')).toBeVisible();
    await page.goto(`/projects/${project}/inbox`);
    await expect(page.getByText('reopened with new evidence the question')).toBeVisible();
  });

  await test.step('the brief has the question with all its answers, and search finds it', async () => {
    await page.goto(`/projects/${project}/questions`);
    await page.getByRole('link', { name: 'When were the lantern keepers set up?' }).click();
    const link = page.getByRole('link', { name: 'Brief (Markdown)' });
    const brief = await (await context.request.get((await link.getAttribute('href'))!)).text();
    for (const part of [
      'new evidence came',
      'In 1990 and not before, as the Courier has it.',
      '> set up in 1990',
      'computed',
      '1985',
    ])
      expect(brief).toContain(part);
    await page.keyboard.press('ControlOrMeta+k');
    const palette = page.getByRole('dialog', { name: 'Search everything' });
    await palette.getByRole('combobox').fill('when were the lantern');
    await expect(palette.getByRole('option', { name: /When were the lantern keepers/ }).first()).toBeVisible();
  });
});
