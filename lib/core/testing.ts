import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect } from 'vitest';
import type { Role } from '@/lib/permissions';
import '@/lib/reactions';
import type { Actor } from './context';
import { closePools, unscoped } from './db';
import { Refusal, type Code } from './errors';

// For tests on a real PostgreSQL. Importing this file gives the test file a database of its own, cloned (in some 30 ms) from
// the migrated template that scripts/test-database.mjs keeps: what earlier files left behind would slow down the ones that
// look at everything. The tests of a file share it, so each starts with a `team()` of its own and counts only within it.

const { CLAIMBENCH_TEST_DATABASE: admin, CLAIMBENCH_TEST_RUN: run } = process.env;
if (!admin || !run) throw new Error('testing: vitest.config.ts must name scripts/test-database.mjs as globalSetup.');
const database = `${run}_${randomUUID().slice(0, 8)}`;

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
await administer(`CREATE DATABASE ${pg.escapeIdentifier(database)} TEMPLATE claimbench_template STRATEGY file_copy`);

// lib/core/env.ts reads these at its first use, which is later than this import.
Object.assign(process.env, {
  DATABASE_URL: Object.assign(new URL(admin), { pathname: `/${database}` }).toString(),
  AUTH_SECRET: 'a secret for tests only, of no use anywhere else',
  NEXTAUTH_URL: 'http://localhost:3000',
  CLAIMBENCH_RATE: '1000000', // tests ask more often than anybody
});

const actorOf = (user: { id: string; name: string; email: string }, projectId: string, role: Role): Actor => ({
  userId: user.id,
  name: user.name,
  email: user.email,
  projects: [{ id: projectId, role }],
});

async function project(name: string, members: [name: string, role: Role][]): Promise<[id: string, Actor[]]> {
  const db = unscoped();
  const users = await db.user.createManyAndReturn({
    data: members.map(([name]) => ({ name, email: `${name.toLowerCase()}.${randomUUID()}@example.org` })),
    select: { id: true, name: true, email: true },
  });
  const { id } = await db.project.create({ data: { name, createdBy: users[0]!.id }, select: { id: true } });
  await db.member.createMany({
    data: users.map((user, index) => ({ projectId: id, userId: user.id, role: members[index]![1] })),
  });
  return [id, users.map((user, index) => actorOf(user, id, members[index]![1]))];
}

/**
 * A fresh project with one member of each role, a second analyst, and an outsider who leads another project.
 * Rows, not commands: nothing is in the log yet.
 */
export async function team() {
  const [projectId, members] = await project('The project', [
    ['Vera', 'viewer'],
    ['Ana', 'analyst'],
    ['Otto', 'analyst'],
    ['Rita', 'reviewer'],
    ['Lena', 'lead'],
  ]);
  const [viewer, analyst, other, reviewer, lead] = members as [Actor, Actor, Actor, Actor, Actor];
  const [elsewhere, [outsider]] = await project('Another project', [['Otis', 'lead']]);
  return { projectId, viewer, analyst, other, reviewer, lead, outsider: outsider!, elsewhere };
}
export type Team = Awaited<ReturnType<typeof team>>;

/** The database past every policy, for looking at rows. */
export const rows = unscoped;

/** The log of a project in order: what a test expects of a command's events. */
export async function eventsOf(projectId: string) {
  const events = await unscoped().event.findMany({ where: { projectId }, orderBy: { seq: 'asc' } });
  return events.map(({ seq, type, subjectType, subjectId, version, actorId, fields }) => ({
    seq: Number(seq),
    type,
    subjectType,
    subjectId,
    version,
    actorId,
    fields,
  }));
}

/** Expects a refusal of this code and answers it, so that its words and `extra` can be looked at. */
export async function expectRefusal(promise: Promise<unknown>, code: Code): Promise<Refusal> {
  const outcome = await promise.then(
    (answer) => ({ answered: answer }),
    (error: unknown) => error,
  );
  if (!(outcome instanceof Refusal)) {
    if (outcome instanceof Error) throw outcome;
    throw new Error(`Expected the refusal ${code}, got the answer ${JSON.stringify(outcome)}.`);
  }
  expect({ code: outcome.code, said: outcome.message }).toEqual({ code, said: outcome.message });
  return outcome;
}

/** Closes the connections of this file and lets its database go: for `afterAll`. */
export async function closeAll(): Promise<void> {
  await closePools();
  await administer(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(database)} WITH (FORCE)`);
}
