import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { expectGoodScreen } from '../support/accessible';
import { dropFiles } from '../support/files';
import { asScript, isAlive, personIn } from '../support/people';
import { expect, test } from '../support/story';
import { makeEntity, makeProject } from '../support/work';

const TEXT = '🗝 Wilma Strand kept the ferry books.\r\nOn Sundays Wilma Strand rowed to Lower Quay herself.';
const pointsTo = (words: string, from = 0) => Array.from(TEXT.slice(0, TEXT.indexOf(words, from))).length;
const region = (words: string, label: string, quote = words) => {
  const start = pointsTo(words);
  return { type: 'labels', value: { start, end: start + words.length, text: quote, labels: [label] } };
};
const TASKS = [
  {
    data: { text: TEXT, title: 'The ferry books' },
    annotations: [
      {
        completed_by: { email: 'odd@ferry.example' },
        result: [
          region('Wilma Strand', 'PER'),
          region('Lower Quay', 'HARBOUR'),
          region('Sundays', 'DATE', 'Mondays'),
          { type: 'relation', from_id: 'a', to_id: 'b' },
        ],
      },
    ],
  },
];

/** Files as `tar` packs them. */
function tarred(files: Record<string, string>): Buffer {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ferries-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const packed = execFileSync('tar', ['-czf', '-', '-C', folder, ...Object.keys(files)]);
  rmSync(folder, { recursive: true });
  return packed;
}

test('Ines brings in what somebody labelled in another tool, sees first what will come, and takes it back as one', async ({
  browser,
}) => {
  const { context, page } = await personIn(browser, 'Ines');
  const project = await makeProject(context, 'Ferries', []);
  await makeEntity(asScript(context), project, 'landing-stage', 'Old Steps');
  await page.goto(`/projects/${project}/articles/import`);
  await page.getByRole('link', { name: 'Annotations of another tool' }).click();
  await expect(page.getByRole('heading', { name: 'Bring in annotations' })).toBeVisible();
  await isAlive(page);

  await test.step('the dry run says what comes, how places were counted, and what does not come with the reason', async () => {
    const packed = {
      'ferries/tasks.json': Buffer.from(JSON.stringify(TASKS)),
      'ferries/cover.png': Buffer.from([0xff]),
    };
    await dropFiles(page, [{ name: 'ferries.zip', bytes: zipSync(packed) }]);
    const dryRun = page.getByRole('region', { name: 'What will come' });
    await expect(dryRun).toContainText('1 new article · 2 passages · 1 mention · 1 new entity');
    await expect(dryRun).toContainText('code points: 2 of 3 quotes stand where they say');
    await expect(dryRun).toContainText('odd@ferry.example external');
    const left = page.getByRole('region', { name: 'Does not come: 2' }).getByRole('listitem');
    await expect(left.filter({ hasText: 'Mondays' })).toContainText(
      'The words at its place are others than it quotes.',
    );
    await expect(left.filter({ hasText: 'a relation' })).toContainText('ferries/tasks.json, number 1');
    await expect(dryRun).toContainText('ferries/cover.png: no text');
    await expectGoodScreen(page);
  });

  await test.step('a label that is none of ours is said to be of a type that the project added', async () => {
    await page.getByRole('combobox', { name: 'What HARBOUR is here' }).click();
    await page.getByRole('option', { name: 'Landing stage' }).click();
    await expect(page.getByRole('region', { name: 'What will come' })).toContainText('2 mentions · 2 new entities');
  });

  await test.step('all of it comes, to the letter, under the name of whoever made it', async () => {
    await page.getByRole('button', { name: 'Bring in' }).click();
    await expect(page.getByText('All of it is in', { exact: true })).toBeVisible();
    await expectGoodScreen(page);
    await page.getByRole('link', { name: 'Open the article' }).click();
    const marks = page.locator('mark');
    await expect(marks.filter({ hasText: 'Lower Quay' })).toBeVisible();
    await marks.filter({ hasText: 'Lower Quay' }).click();
    await expect(page.getByText('for odd@ferry.example external').first()).toBeVisible();
  });

  await test.step('the whole project goes into one file and comes back as another project, with its hash', async () => {
    await page.goto(`/projects/${project}/settings`);
    const whole = page.getByRole('region', { name: 'Whole project' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      whole.getByRole('button', { name: 'Take an archive' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('ferries.archive.jsonl');
    const file = await download.path();
    await page.goto('/projects');
    await page.getByRole('link', { name: 'Bring in a project' }).click();
    await expect(page.getByRole('heading', { name: 'Bring in a project' })).toBeVisible();
    await isAlive(page);
    const cut = {
      name: 'cut.archive.jsonl',
      mimeType: 'application/jsonl',
      buffer: readFileSync(file).subarray(0, -40),
    };
    await page.getByLabel('Files').setInputFiles(cut);
    await expect(page.getByText('the file ends in the middle of it. Nothing was brought in.')).toBeVisible();
    await page.getByLabel('Files').setInputFiles(file);
    const dryRun = page.getByRole('region', { name: '“Ferries” will come as a new project' });
    await expect(dryRun).toContainText('1 article · 3 entities · 2 highlights · 2 tags');
    await expectGoodScreen(page);
    await dryRun.getByRole('button', { name: 'Bring in the project' }).click();
    await expect(page).not.toHaveURL(/bring$/);
    const first = /projects\/([^/]+)/.exec(page.url())![1]!;

    // It was too soon: the message has a way back, and then the project is like one that never was.
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(page.getByText('“Ferries” was taken back')).toBeVisible();
    await expect(page).toHaveURL(/projects$/);
    await expect(page.locator(`a[href="/projects/${project}"]`)).toBeVisible();
    await expect(page.locator(`a[href="/projects/${first}"]`)).toHaveCount(0);
    expect((await page.goto(`/projects/${first}/articles`))!.status()).toBe(404);

    await page.goto('/projects/bring');
    await isAlive(page);
    await page.getByLabel('Files').setInputFiles(file);
    await dryRun.getByRole('button', { name: 'Bring in the project' }).click();
    await expect(page).not.toHaveURL(/bring$/);
    const copy = /projects\/([^/]+)/.exec(page.url())![1]!;
    expect(copy).not.toBe(first);
    expect(copy).not.toBe(project);
    await page.goto(`/projects/${copy}/settings`);
    const { sha256 } = JSON.parse(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1)!) as { sha256: string };
    await expect(page.getByRole('region', { name: 'Whole project' })).toContainText(sha256);
    await expectGoodScreen(page);
    await page.goto(`/projects/${copy}/history`);
    await expect(page.getByText('brought in from an archive the project').first()).toBeVisible();
    // And the settings have the way back too, which says what goes.
    await page.goto(`/projects/${copy}/settings`);
    await page.getByRole('button', { name: 'Take the project back' }).click();
    const asked = page.getByRole('alertdialog', { name: 'Take “Ferries” back?' });
    await expect(asked).toContainText('Nothing was done in it since.');
    await asked.getByRole('button', { name: 'Take it back' }).click();
    await expect(page).toHaveURL(/projects$/);
    expect((await context.request.get(`/api/v1/projects/${copy}`)).status()).toBe(404);
  });

  await test.step('one undo takes back the article and all that came with it', async () => {
    await page.goto(`/projects/${project}/articles/import/annotations`);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('taken back', { exact: true })).toBeVisible();
    await page.goto(`/projects/${project}/entities`);
    await expect(page.getByRole('heading', { name: 'Entities', exact: true })).toBeVisible();
    await expect(page.getByText('Wilma Strand')).toHaveCount(0);
  });

  await test.step('the same file, packed by another program, comes whole again', async () => {
    await page.goto(`/projects/${project}/articles/import/annotations`);
    await isAlive(page);
    await dropFiles(page, [{ name: 'ferries.tar.gz', bytes: tarred({ 'tasks.json': JSON.stringify(TASKS) }) }]);
    const dryRun = page.getByRole('region', { name: 'What will come' });
    await expect(dryRun).toContainText('1 new article · 2 passages · 1 mention · 1 new entity');
    await dryRun.getByRole('button', { name: 'Bring in' }).click();
    await expect(page.getByText('All of it is in', { exact: true })).toBeVisible();
  });
});
