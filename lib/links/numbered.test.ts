import { afterAll, expect, it } from 'vitest';
import { read } from '@/lib/core/db';
import { closeAll, rows } from '@/lib/core/testing';
import { addEntity } from '@/lib/entities/commands';
import { protectEntity } from '@/lib/entities/commands/protection';
import { atOnce } from '@/lib/exports/at-once.fixtures';
import { makeExport } from '@/lib/exports/commands';
import { readExport } from '@/lib/exports/queries/exports';
import { bench } from '@/lib/reviews/reviews.fixtures';
import { showLink } from './api/shown';
import { shareExport } from './commands';

afterAll(closeAll);

/** By what numbers they go who saw these places. */
const numbersIn = (text: string, ...places: string[]) =>
  places.map((place) => new RegExp(`Protected source (\\d) saw ${place}`).exec(text)?.[1]);

it('a protected source has one number in all of an export: in its file, in what changed, and on the page that shares it', async () => {
  const at = await bench();
  const approved = async (statement: string) => {
    const { claimId, tag } = await at.cite({ statement });
    await at.judge(tag.id, 'accept');
    await at.submit(claimId);
    await at.decide(claimId, 'accept');
    return claimId;
  };
  const weir = await approved('Ilvara Quessant saw the weir.');
  const dam = await approved('Ilvara Quessant saw the dam.');
  const make = async (input: object) => {
    const { body } = atOnce(await makeExport({ actor: at.analyst, id: at.projectId, input }));
    const { content } = await read(at.viewer, (ctx) => readExport(ctx, body.id));
    return { id: body.id, text: Buffer.from(content).toString() };
  };
  for (const name of ['Ilvara Quessant', 'Odo Marrowby']) {
    const input = { type: 'person', name };
    const { id } = (await addEntity({ actor: at.analyst, id: at.projectId, input })).body;
    await protectEntity({ actor: at.analyst, id, input: {}, ifMatch: '"1"' });
  }
  const before = await make({ format: 'json' });
  await approved('Odo Marrowby saw the mill.');
  const whole = await make({ format: 'json' });
  expect(numbersIn(whole.text, 'the weir', 'the mill')).toEqual(['1', '2']);

  // Of those that the team does not stand by any more the page tells first.
  const { address } = (await shareExport({ actor: at.analyst, id: whole.id, input: {} })).body;
  await rows().claim.updateMany({ where: { projectId: at.projectId, NOT: { id: weir } }, data: { status: 'stale' } });
  const request = new Request('http://localhost:3000/shared/x');
  const page = await showLink(request, new URL(address!).pathname.split('/').at(-1)!);
  expect(numbersIn(await page.text(), 'the weir', 'the mill')).toEqual(['1', '2']);

  await rows().claim.updateMany({ where: { projectId: at.projectId }, data: { status: 'approved' } });
  await rows().claim.update({ where: { id: dam }, data: { status: 'stale' } });
  // What was withdrawn is told beside what came.
  const changes = await make({ format: 'json', filter: { since: before.id } });
  expect(numbersIn(changes.text, 'the dam', 'the mill')).toEqual(['1', '2']);
}, 120_000);
