import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expectGoodScreen } from '../support/accessible';
import { asScript, personIn } from '../support/people';
import { expect, test } from '../support/story';
import { makeClaim, makeProject } from '../support/work';

type Got = { headers: IncomingHttpHeaders; body: string };

/** A program of somebody's own that wants to hear. It stumbles over events until it has paper, not over a test. */
async function listener() {
  const got: Got[] = [];
  let hasPaper = false;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      const stumbles = !hasPaper && body.includes('claim.added');
      response.writeHead(stumbles ? 500 : 200).end(stumbles ? 'Out of paper.' : 'Thanks.');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.2', done));
  const close = () => new Promise((done) => server.close(done).closeAllConnections());
  const fillUp = () => (hasPaper = true);
  return { got, close, fillUp, address: `http://127.0.0.2:${(server.address() as AddressInfo).port}/heard` };
}

test('a lead has a program told of new claims, sees what failed, and sends it again', async ({ browser }) => {
  const there = await listener();
  const { page, context } = await personIn(browser, 'Daniel', 1);
  const project = await makeProject((await personIn(browser, 'Daniel')).context, 'Told elsewhere', []);

  await page.goto(`/projects/${project}/settings`);
  await page.getByRole('button', { name: 'New webhook' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address').fill('http://169.254.169.254/latest');
  await dialog.getByRole('button', { name: 'Set up' }).click();
  // Said once, at the field.
  await expect(dialog.getByText(/lies in a private network/)).toHaveCount(1);
  await expect(dialog.getByLabel('Address')).toHaveAccessibleDescription(/lies in a private network/);
  await dialog.getByLabel('Address').fill(there.address);
  await dialog.getByRole('button', { name: 'Set up' }).click();
  const secret = await dialog.getByText(/^whsec_/).innerText();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('table', { name: 'Webhooks' }).getByRole('link', { name: there.address }).click();

  await page.getByRole('button', { name: 'Send a test' }).click();
  const table = page.getByRole('table', { name: 'Deliveries' });
  const row = (name: string) => table.getByRole('row').filter({ hasText: name });
  await expect(row('test')).toContainText('delivered');
  await makeClaim(asScript(context, 1), project, 'The levy rose to nine pence.');
  await expect(row('claim.added')).toContainText('waiting');
  await expect(row('claim.added')).toContainText('500');
  await expectGoodScreen(page);
  there.fillUp();
  await page.getByRole('button', { name: 'Replay claim.added' }).click();
  await expect(row('claim.added')).toContainText('delivered');
  await row('claim.added').getByRole('button', { name: 'claim.added', exact: true }).click();
  // Two, and one more for each pause that ended before the button was pressed.
  const tries = there.got.filter(({ body }) => body.includes('claim.added'));
  await page.getByText(`All ${tries.length} tries`).click();
  await expect(page.getByRole('dialog').getByRole('listitem').last()).toContainText(/500.*Out of paper\./s);
  await expectGoodScreen(page);
  await page.keyboard.press('Escape');

  expect(tries.length).toBeGreaterThan(1);
  const [first, again] = [tries[0], tries.at(-1)];
  expect(again!.body).toBe(first!.body);
  expect(again!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
  const signed = `${String(again!.headers['webhook-id'])}.${String(again!.headers['webhook-timestamp'])}.${again!.body}`;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  expect(again!.headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  expect(again!.body).not.toContain('levy');
  await there.close();
});
