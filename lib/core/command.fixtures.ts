import pg from 'pg';
import { env } from './env';
import { Refusal } from './errors';
import { saveClaim } from '@/lib/claims/commands/claims';
import type { Actor } from './context';
import { addEntity } from '@/lib/entities/commands';
import { reviewClaim } from '@/lib/reviews/commands/claims';
import type { Bench } from '@/lib/reviews/reviews.fixtures';
import { startThread } from '@/lib/threads/commands';

// Two writes on one project at once, and everything that the project holds afterwards, told so that two runs can be compared.

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** What no order of writes decides: when, under which id, over which hash. */
const DROPPED = ['hash', 'head_hash', 'judged', 'basis_hash', 'sha256', 'prints', 'title', 'length', 'id'];

export type Op = () => Promise<unknown>;
/** A project with two writes that both saw it as it is. `names` are the ids by which the end is told. */
export type Scene = { projectId: string; names: Record<string, string>; a: Op; b: Op };
export type End = { a: string; b: string; holds: string[] };

/** "done", or the code of the refusal; anything else is a fault. */
async function outcome(op: Op): Promise<string> {
  try {
    await op();
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

export class Stage {
  private readonly watcher = new pg.Client({ connectionString: env().DATABASE_URL });
  private readonly locker = new pg.Client({ connectionString: env().DATABASE_URL });
  private all = '';

  async open(): Promise<void> {
    await Promise.all([this.watcher.connect(), this.locker.connect()]);
    const { rows } = await this.watcher.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'project_id'`,
    );
    const one = (name: string, key: string) =>
      `SELECT '${name}' AS name, to_jsonb(x) AS row FROM "${name}" x WHERE ${key} = $1`;
    this.all = [one('project', 'id'), ...rows.map(({ name }) => one(name, 'project_id'))].join(' UNION ALL ');
  }
  async close(): Promise<void> {
    await Promise.all([this.watcher.end(), this.locker.end()]);
  }

  /** One after the other. */
  async inTurn(scene: Scene, first: 'a' | 'b'): Promise<End> {
    const second = first === 'a' ? 'b' : 'a';
    const said = { [first]: await outcome(scene[first]) };
    said[second] = await outcome(scene[second]);
    return this.endOf(scene, said);
  }

  /** Both while somebody else writes: they wait for the head of the project, one behind the other, and go on in that order. */
  async queued(scene: Scene, first: 'a' | 'b'): Promise<End> {
    const second = first === 'a' ? 'b' : 'a';
    await this.locker.query('BEGIN');
    await this.locker.query('SELECT FROM project WHERE id = $1 FOR NO KEY UPDATE', [scene.projectId]);
    const one = outcome(scene[first]);
    await this.waiting(1);
    const other = outcome(scene[second]);
    await this.waiting(2);
    await this.locker.query('COMMIT');
    return this.endOf(scene, { [first]: await one, [second]: await other });
  }

  /** Both at once, however it comes. */
  async together(scene: Scene): Promise<End> {
    const [a, b] = await Promise.all([outcome(scene.a), outcome(scene.b)]);
    return this.endOf(scene, { a, b });
  }

  private async waiting(count: number): Promise<void> {
    for (;;) {
      const { rows } = await this.watcher.query<{ count: number }>(
        `SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (rows[0]!.count >= count) return;
    }
  }

  /** Every row of the project, without times, with ids by their names: equal ends read equally. */
  private async endOf({ projectId, names }: Scene, said: Record<string, string>): Promise<End> {
    const { rows } = await this.watcher.query<{ name: string; row: Record<string, unknown> }>(this.all, [projectId]);
    const known = new Map(Object.entries(names).map(([name, id]) => [id, name]));
    const told = ({ name, row }: (typeof rows)[number]) => {
      const called = known.get(String(row.id)) ?? '';
      const kept = Object.entries(row).filter(
        ([column, value]) => !DROPPED.includes(column) && !(typeof value === 'string' && value.length > 400),
      );
      return `${name} ${called} ${JSON.stringify(Object.fromEntries(kept))}`
        .replace(UUID, (id) => known.get(id) ?? 'another')
        .replace(/[0-9a-f]{64}/g, 'sha')
        .replace(/\d{4}-\d\d-\d\dT[\d:.]+(\+00:00|Z)/g, 'then')
        .replace(/Article \d+/g, 'Article');
    };
    return { a: said.a!, b: said.b!, holds: rows.map(told).sort() };
  }

  /** Whether these words stand anywhere in the project, deleted or not. */
  async keeps(projectId: string, words: string): Promise<boolean> {
    const { rows } = await this.watcher.query<{ row: object }>(this.all, [projectId]);
    return rows.some(({ row }) => JSON.stringify(row).includes(words));
  }
}

export const seen = (version: number) => ({ ifMatch: `"${version}"` });
export const versionIn = async (found: Promise<{ version: number }>) => seen((await found).version);
export const first = { ifMatch: '"1"' };

/** A claim in review, as everybody saw it. */
export async function claimScene(at: Bench) {
  const { claimId, tag, highlight } = await at.inReview();
  const names = { claim: claimId, tag: tag.id, highlight: highlight.id };
  const on = await versionIn(at.claimNow(claimId));
  const tagOn = await versionIn(at.tagNow(tag.id));
  const decide =
    (actor: Actor, verdict: string, more: object = {}) =>
    () =>
      reviewClaim({ actor, id: claimId, input: { verdict, ...more }, ...on });
  const reword = (actor: Actor, statement: string) => () =>
    saveClaim({ actor, id: claimId, input: { statement }, ...on });
  return { names, claimId, tag, highlight, on, tagOn, decide, reword };
}

/** A thread that the other analyst started. */
export async function threadScene(at: Bench, subject: { type: string; id: string }, blocksApproval = false) {
  const input = { subject, body: { text: 'Who says so?' }, blocksApproval };
  const { body: thread } = await startThread({ actor: at.other, id: at.projectId, input });
  const comment = thread.comments[0]!;
  return { thread, comment, names: { thread: thread.id, comment: comment.id } };
}
/** A comment that starts a thread. */
export const start =
  (at: Bench, actor: Actor, subject: object, text: string, blocksApproval = false) =>
  () =>
    startThread({ actor, id: at.projectId, input: { subject, body: { text }, blocksApproval } });
export const entity = async (at: Bench, name: string) =>
  (await addEntity({ actor: at.analyst, id: at.projectId, input: { type: 'person', name } })).body.id;
