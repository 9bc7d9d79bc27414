import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addArticle, saveArticle } from '@/lib/articles/commands';
import { assessClaim, saveClaim, submitClaim } from '@/lib/claims/commands/claims';
import { findClaim } from '@/lib/claims/queries/claims';
import { read } from '@/lib/core/db';
import { closeAll, eventsOf, expectRefusal, rows, team, type Team } from '@/lib/core/testing';
import { protectEntity } from '@/lib/entities/commands/protection';
import { atOnce } from '@/lib/exports/at-once.fixtures';
import { makeExport } from '@/lib/exports/commands';
import { paperEdge } from '@/lib/formats/html';
import { saveHighlight } from '@/lib/highlights/commands/highlights';
import { reviewClaim } from '@/lib/reviews/commands/claims';
import { reviewTag } from '@/lib/reviews/commands/tags';
import { showFile, showLink } from './api/shown';
import { revokeLink, shareClaim, shareExport } from './commands';
import { listLinks } from './queries/links';
import { dataScript } from './shared-page';

const TEXT = 'Marta Olsen said the bridge is closed. A third voice was silent.';
const STATEMENT = 'The bridge is </script><b>closed</b>.';
let at: Team;
let claimId: string;
let articleId: string;
let speakerId: string;

const versionOf = async () => `"${(await read(at.lead, (ctx) => findClaim(ctx, claimId))).version}"`;
async function approve() {
  await submitClaim({ actor: at.analyst, id: claimId, input: {}, ifMatch: await versionOf() });
  await reviewClaim({ actor: at.reviewer, id: claimId, input: { verdict: 'accept' }, ifMatch: await versionOf() });
}
beforeAll(async () => {
  at = await team();
  const { analyst, other, projectId } = at;
  const input = { title: 'At the bridge', text: TEXT, url: 'https://post.example/bridge' };
  articleId = (await addArticle({ actor: analyst, id: projectId, input })).body.id;
  const quote = 'the bridge is closed';
  const start = TEXT.indexOf(quote);
  const speaker = { newSpeaker: { type: 'person', name: 'Marta Olsen' } };
  const tags = [{ newClaim: { statement: STATEMENT }, stance: 'supports', ...speaker }];
  const { body } = await saveHighlight({
    ...{ actor: analyst, id: articleId },
    input: { start, end: start + quote.length, quote, tags },
  });
  const [tag] = body.tags;
  [claimId, speakerId] = [tag!.claim!.id, tag!.speaker!.id];
  await reviewTag({ actor: other, id: tag!.id, input: { verdict: 'accept' }, ifMatch: '"1"' });
  await assessClaim({ actor: other, id: claimId, input: { likelihood: 90 }, ifNoneMatch: '*' });
});
afterAll(closeAll);

const secretOf = (address: string | undefined) => new URL(address!).pathname.split('/').at(-1)!;
const asked = (path: string, init: RequestInit = {}) => new Request(`http://localhost:3000${path}`, init);
const show = async (address: string | undefined, init?: RequestInit) => {
  const answer = await showLink(asked('/shared/x', init), secretOf(address));
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const share = async (input: object = {}) => (await shareClaim({ actor: at.analyst, id: claimId, input })).body;
const listed = async () => (await read(at.viewer, (ctx) => listLinks(ctx, at.projectId, { limit: 50 }))).items;

describe('a link to a claim', () => {
  it('is made of an approved claim alone, by an analyst, and its address is told once', async () => {
    const refusal = await expectRefusal(share(), 'not-allowed-now');
    expect(JSON.stringify(refusal.extra)).toContain('It is a draft');
    await approve();
    await expectRefusal(shareClaim({ actor: at.viewer, id: claimId, input: {} }), 'forbidden');
    const link = await shareClaim({ actor: at.analyst, id: claimId, input: { days: 7 }, key: 'once' });
    expect(link.body).toMatchObject({ state: 'open', opens: 0, ceiling: 'green' });
    const again = await shareClaim({ actor: at.analyst, id: claimId, input: { days: 7 }, key: 'once' });
    expect(again.body.address).toBeUndefined();
    expect((await eventsOf(at.projectId)).at(-1)).toMatchObject({ type: 'link.made', subjectId: claimId });
    const secret = secretOf(link.body.address);
    const row = await rows().sharedLink.findUniqueOrThrow({ where: { id: link.body.id } });
    expect(JSON.stringify({ ...row, tokenHash: Buffer.from(row.tokenHash).toString('base64url') })).not.toContain(
      secret,
    );
  });

  it('shows the claim with its evidence to whoever has it, says so to machines, and counts', async () => {
    const { id, address } = await share();
    const { status, headers, text } = await show(address);
    expect(status).toBe(200);
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('set-cookie')).toBeNull();
    for (const said of [
      'the bridge is closed',
      'Marta Olsen',
      '“At the bridge,”',
      'post.example',
      'very likely',
      'Rita',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('A third voice');
    expect(text).toContain('The bridge is &lt;/script&gt;&lt;b&gt;closed&lt;/b&gt;.');
    const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)!;
    expect(JSON.parse(json!)).toMatchObject({ '@type': 'ClaimReview', claimReviewed: STATEMENT, url: address });
    await show(address, { method: 'HEAD' });
    await show(address, { headers: { 'sec-purpose': 'prefetch' } });
    expect((await listed()).find((one) => one.id === id)).toMatchObject({ opens: 1, state: 'open' });
  });

  it('shows what was shared, not what became of it', async () => {
    const { address } = await share();
    const input = { statement: 'The bridge fell.' };
    await saveClaim({ actor: at.analyst, id: claimId, input, ifMatch: await versionOf() });
    const { text } = await show(address);
    expect(text).toContain('Withdrawn');
    expect(text).not.toContain('fell');
    expect(text).not.toContain('ClaimReview');
    await saveClaim({ actor: at.analyst, id: claimId, input: { statement: STATEMENT }, ifMatch: await versionOf() });
    await approve().catch(() => rows().claim.update({ where: { id: claimId }, data: { status: 'approved' } }));
    expect((await show(address)).text).toMatch(/No longer the current wording|An approved claim/);
  });

  it('shows nothing once it was revoked or has ended, as an address that never was', async () => {
    const { id, address } = await share();
    await expectRefusal(revokeLink({ actor: at.other, id, input: {} }), 'forbidden');
    await expectRefusal(revokeLink({ actor: at.outsider, id, input: {} }), 'not-found');
    await revokeLink({ actor: at.lead, id, input: {} });
    const never = await show('http://x/shared/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    const ended = await share();
    const past = { createdAt: new Date(1), expiresAt: new Date(2) };
    await rows().sharedLink.update({ where: { id: ended.id }, data: past });
    for (const one of [await show(address), await show(ended.address), await show('http://x/shared/..%2f')])
      expect({ ...one, headers: [...one.headers] }).toEqual({ ...never, headers: [...never.headers] });
    expect(never.status).toBe(404);
    expect((await listed()).map(({ state }) => state)).toEqual(expect.arrayContaining(['revoked', 'expired']));
    await expectRefusal(
      read(at.outsider, (ctx) => listLinks(ctx, at.projectId, { limit: 50 })),
      'not-found',
    );
  });

  it('closes when what it stands on is marked above its ceiling, or whom it names is protected', async () => {
    const { address } = await share();
    const mark = async (marking: string | null) => {
      const { version } = await rows().article.findUniqueOrThrow({ where: { id: articleId } });
      await saveArticle({ actor: at.analyst, id: articleId, input: { marking }, ifMatch: `"${version}"` });
    };
    await mark('red');
    expect((await show(address)).status).toBe(404);
    expect((await listed())[0]).toMatchObject({
      state: 'closed',
      why: 'It is marked TLP:RED, above the ceiling TLP:GREEN.',
    });
    await expectRefusal(share({ ceiling: 'amber+strict' }), 'not-allowed-now');
    await expectRefusal(share({ ceiling: 'red' }), 'invalid');
    await mark('amber');
    expect((await show(address)).status).toBe(404);
    const higher = await share({ ceiling: 'amber' });
    expect((await show(higher.address)).text).toContain('TLP:AMBER');
    await mark(null);
    await protectEntity({ actor: at.analyst, id: speakerId, input: {}, ifMatch: '"1"' });
    expect((await show(address)).status).toBe(404);
    expect((await listed())[0]).toMatchObject({ state: 'closed', why: expect.stringContaining('protected') as string });
    const { text } = await show((await share()).address);
    expect(text).toContain('Protected source 1');
    expect(text).not.toMatch(/Olsen|the bridge is closed|post\.example/);
  });
});

describe('a link to an export', () => {
  it('shows its figures, its brief and its file, and closes when a source is protected after', async () => {
    const { body: made } = atOnce(await makeExport({ actor: at.analyst, id: at.projectId, input: { format: 'json' } }));
    const { body: link } = await shareExport({ actor: at.analyst, id: made.id, input: {} });
    const { text } = await show(link.address);
    expect(text).toContain(made.sha256);
    const file = (query = '') => showFile(asked(`/shared/x/file${query}`), secretOf(link.address));
    const answer = await file();
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="claims.json"');
    expect((await answer.text()).length).toBe(made.manifest.files[0]!.bytes);
    expect(await (await file('?read')).text()).toContain('<h2>Key judgements</h2>');
    const { id } = await rows().entity.create({
      data: {
        projectId: at.projectId,
        type: 'person',
        name: 'Ole',
        createdBy: at.analyst.userId,
        createdAt: new Date(),
      },
    });
    await protectEntity({ actor: at.analyst, id, input: {}, ifMatch: '"1"' });
    expect((await file()).status).toBe(404);
    expect((await show(link.address)).status).toBe(404);
    await expectRefusal(shareExport({ actor: at.analyst, id: made.id, input: {} }), 'not-allowed-now');
  });

  it('says what its file is where no browser can show it, and how it is had from paper', async () => {
    const { body: made } = atOnce(await makeExport({ actor: at.analyst, id: at.projectId, input: { format: 'csv' } }));
    const { address } = (await shareExport({ actor: at.analyst, id: made.id, input: {} })).body;
    const { text } = await show(address);
    expect(text).toContain(`Claims and evidence as two tables (CSV), for a spreadsheet: ${made.fileName}`);
    expect(text).toMatch(/<dd>1 claim, 1 citation of 1 article<\/dd>/);
    expect(text).toContain(`<a class="file" href="${address}/file">Download ${made.fileName}</a>`);
    expect(text).toContain(`The file can be had at ${address} until then.`);
    expect(text).toContain("counter(page) ' / ' counter(pages)");
    expect(text).not.toContain('Read the brief');
    expect(text).toMatch(/<h2>Claims<\/h2>\n<ol class="claims">\n<li><span dir="auto">The bridge is &lt;\/script&gt;/);
    const [, data] = /<script type="application\/ld\+json">(.+)<\/script>/.exec(text)!;
    expect(JSON.parse(data!)).toMatchObject({
      '@type': 'Dataset',
      description: expect.stringMatching(/^1 approved claim of The project, with what of 1 article/) as string,
      distribution: { encodingFormat: made.contentType, sha256: made.sha256 },
    });
    const read = await showFile(asked('/shared/x/file?read'), secretOf(address));
    expect(read.headers.get('content-disposition')).toBe(`attachment; filename="${made.fileName}"`);
    await read.body?.cancel();
  });

  it('says of its claims which the team does not stand by any more, and names no protected source anywhere', async () => {
    const name = (projectName: string) =>
      rows().project.update({ where: { id: at.projectId }, data: { name: projectName } });
    await name('What Marta Olsen saw');
    const { body: made } = atOnce(await makeExport({ actor: at.analyst, id: at.projectId, input: { format: 'csv' } }));
    const { address } = (await shareExport({ actor: at.analyst, id: made.id, input: {} })).body;
    expect((await show(address)).text).toContain('<h1>What Protected source 1 saw: approved claims</h1>');
    expect((await show(address)).text).not.toMatch(/Olsen|Withdrawn since/);
    const set = (status: 'stale' | 'approved') => rows().claim.update({ where: { id: claimId }, data: { status } });
    await set('stale');
    expect((await show(address)).text).toContain('Withdrawn since: the team does not stand by it any more.');
    await Promise.all([set('approved'), name('The project')]);
  });

  it('is no file where a claim is shared', async () => {
    const { address } = await share();
    expect((await showFile(asked('/shared/x/file'), secretOf(address))).status).toBe(404);
  });
});

it('is looked at so often from one address and no more, page or file, and not from there alone', async () => {
  const from = (address: string) => ({ headers: { 'x-real-ip': address } });
  const unknown = `http://localhost:3000/shared/${'x'.repeat(32)}`;
  expect((await show(unknown, from('192.0.2.1'))).status).toBe(404);
  const counted = { key: { startsWith: 'shared-from:' } };
  const [row] = await rows().rateLimit.findMany({ where: { ...counted, points: 1 } });
  expect(row!.key).not.toContain('192.0.2.1');
  await rows().rateLimit.update({ where: { key: row!.key }, data: { points: 240 } });
  const refused = await show(unknown, from('192.0.2.1'));
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  expect(refused.text).toContain('Too many looks from this address. Wait a minute and try again.');
  expect((await showFile(asked('/shared/x/file', from('192.0.2.1')), 'x'.repeat(32))).status).toBe(429);
  expect((await show(unknown, from('192.0.2.2'))).status).toBe(404);
});

it('prints its marking above and below every sheet, and which of how many it is', () => {
  expect(paperEdge('TLP:AMBER').match(/@(top-right|bottom-left) \{ content: 'TLP:AMBER'/g)).toHaveLength(2);
  expect(paperEdge(null)).toContain("@bottom-right { content: counter(page) ' / ' counter(pages)");
  expect(paperEdge(null)).not.toContain('TLP');
});

it('writes data so that nothing in it ends its element', () => {
  const script = dataScript({ text: '</script><!--\u2028&' });
  expect(script).not.toMatch(/<\/script><!--/);
  expect(JSON.parse(script.slice(script.indexOf('{'), script.lastIndexOf('}') + 1))).toEqual({
    text: '</script><!--\u2028&',
  });
});
