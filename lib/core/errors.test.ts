import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { PrismaClient } from '@/prisma/generated/client';
import { read } from './db';
import { env } from './env';
import { unavailable } from './errors';
import { closeAll, team, rows } from './testing';

afterAll(closeAll);

const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

/** What comes of work that waits for a lock when the database throws out whoever waits. */
async function thrownOut(table: string, work: () => Promise<unknown>): Promise<unknown> {
  const [holder, database] = [1, 2].map(() => new pg.Client({ connectionString: env().DATABASE_URL }));
  await Promise.all([holder!.connect(), database!.connect()]);
  await holder!.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  const error = errorOf(work());
  const waiting = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await database!.query(waiting)).rowCount === 0);
  const came = await error;
  await Promise.all([holder!.end(), database!.end()]);
  return came;
}

it('says that the database is away when it throws out who asks, in a transaction and outside', async () => {
  const { lead, projectId } = await team();
  const count = () => read(lead, ({ db }) => db.claim.count({ where: { projectId } }));
  const away = { code: 'unavailable', status: 503 };
  expect(unavailable(await thrownOut('claim', count))).toMatchObject(away);
  expect(unavailable(await thrownOut('claim', () => rows().claim.count()))).toMatchObject(away);
  expect(unavailable(await thrownOut('claim', () => rows().$queryRaw`SELECT FROM claim`))).toMatchObject(away);
  expect(await count()).toBe(0);
});

it('says so when nobody answers where the database was, and not of any other fault', async () => {
  const nowhere = new PrismaClient({ adapter: new PrismaPg({ connectionString: 'postgres://x:x@127.0.0.1:1/x' }) });
  expect(unavailable(await errorOf(nowhere.claim.count()))).toMatchObject({ code: 'unavailable' });
  expect(unavailable(await errorOf(nowhere.$transaction((db) => db.claim.count())))).toMatchObject({
    code: 'unavailable',
  });
  await nowhere.$disconnect();
  expect(unavailable(await errorOf(rows().$queryRaw`SELECT 1 / 0`))).toBeNull();
  expect(unavailable(new Error('x'))).toBeNull();
});
