import { actorById } from '@/lib/auth/sessions';
import { signedHeaders, webhookSecret } from '@/lib/auth/webhook-signing';
import { unscoped } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { inTheWorld, sendBy, type Answered, type Rules } from '@/lib/core/fetching';
import { events } from '@/lib/events';
import { historyKinds } from '@/lib/activity/activity';
import { hearGrowth } from '@/lib/live/hub';
import { noteTrouble } from './commands';
import { pauseAfter, SWITCHED_OFF_AFTER, TRIES } from './pauses';
import type { Attempt } from './webhook';

const LOOK = 5000; // ms between two looks at what is due, beside the database's calls
const LANES = 8; // webhooks that one server sends to at a time
const MOST = 1000; // events that become deliveries in one statement
const KEPT = '30 days';
const BEGINNING = 200; // characters of an answer that are kept of each try; of the last one more

/** Which event types a webhook may be told of, by kind: never of webhooks, which would tell of their own telling. */
const TYPES = Object.entries(historyKinds).flatMap(([kind, starts]) =>
  Object.keys(events)
    .filter((type) => !type.startsWith('webhook.') && starts.some((start) => type.startsWith(start)))
    .map((type) => ({ kind, type })),
);

/**
 * Makes deliveries of what the logs have grown by: of two servers one gets a webhook's row, and the place in the log moves in the same
 * statement. What a blind round hides becomes one too, and waits. Answers whether any log was read.
 */
export async function makeDeliveries(): Promise<boolean> {
  const [kinds, types] = [TYPES.map(({ kind }) => kind), TYPES.map(({ type }) => type)];
  const read = await unscoped().$executeRaw`
    WITH behind AS (
      SELECT w.id, w.project_id, w.kinds, w.told_seq, least(p.head_seq, w.told_seq + ${MOST}) AS upto
      FROM webhook w JOIN project p ON p.id = w.project_id
      WHERE w.deleted_at IS NULL AND w.off_at IS NULL AND p.taken_back_at IS NULL AND w.told_seq < p.head_seq LIMIT 20 FOR UPDATE OF w SKIP LOCKED
    ), made AS (
      INSERT INTO delivery (id, project_id, webhook_id, seq, created_at, due_at)
      SELECT gen_random_uuid(), b.project_id, b.id, e.seq, e.at, e.at FROM behind b
      JOIN event e ON e.project_id = b.project_id AND e.seq > b.told_seq AND e.seq <= b.upto
      JOIN unnest(${kinds}::text[], ${types}::text[]) AS t(kind, type) ON t.type = e.type AND t.kind = ANY (b.kinds)
      ON CONFLICT DO NOTHING
    )
    UPDATE webhook w SET told_seq = b.upto FROM behind b WHERE w.id = b.id`;
  return read > 0;
}

type Due = {
  id: string;
  project: string;
  webhook: string;
  address: string;
  number: number;
  tries: number;
  made: Date;
  leased: Date;
  tried: Date;
  attempts: Attempt[];
  event: { seq: number; type: string; at: string } | null;
};

/** Takes one delivery that is due, for this server alone and for a minute; what an open blind round hides is not due. */
async function takeDue(webhookId: string): Promise<Due | undefined> {
  const [due] = await unscoped().$queryRaw<Due[]>`
    UPDATE delivery d SET leased_until = date_trunc('milliseconds', clock_timestamp()) + interval '1 minute', tries = d.tries + 1,
      tried_at = clock_timestamp()
    FROM webhook w WHERE w.id = d.webhook_id AND w.off_at IS NULL AND w.deleted_at IS NULL AND is_here(w.project_id) AND d.id = (
      SELECT c.id FROM delivery c LEFT JOIN event e ON e.project_id = c.project_id AND e.seq = c.seq
      WHERE c.webhook_id = ${webhookId}::uuid AND c.due_at <= clock_timestamp()
        AND (c.leased_until IS NULL OR c.leased_until <= clock_timestamp()) AND (c.seq IS NULL OR e.blind_round_id IS NULL)
      ORDER BY c.due_at, c.seq LIMIT 1 FOR UPDATE OF c SKIP LOCKED)
    RETURNING d.id, d.project_id AS project, w.id AS webhook, w.address, w.secret_number AS number, d.tries, d.tried_at AS tried, d.attempts, d.created_at AS made,
      d.leased_until AS leased, (SELECT json_build_object('seq', e.seq, 'type', e.type, 'subjectType', e.subject_type, 'subjectId', e.subject_id,
        'version', e.version, 'actorId', e.actor_id, 'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'fields', e.fields)
        FROM event e WHERE e.project_id = d.project_id AND e.seq = d.seq) AS event`;
  return due;
}

/** The event as the log has it, or what a test says; the same bytes at every try. */
function bodyOf({ project: projectId, event, made }: Due): string {
  if (event) return JSON.stringify({ type: event.type, timestamp: event.at, data: { projectId, ...event } });
  return JSON.stringify({ type: 'webhook.test', timestamp: made.toISOString(), data: { projectId } });
}

function send(due: Due, rules: Rules): Promise<Answered> {
  const body = bodyOf(due);
  const secret = webhookSecret(env().AUTH_SECRET, due.webhook, due.number);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Claimbench',
    ...signedHeaders(secret, due.id, Date.now(), body),
  };
  return sendBy(rules, due.address, { headers, body });
}

const arrived = (answered: Answered) => 'status' in answered && answered.status >= 200 && answered.status < 300;

/** Writes down what came of a try. Nobody else's try: a lease that ran out is another's. Answers whether it arrived. */
async function note(
  { id, webhook, tries, leased, tried, attempts }: Due,
  answered: Answered,
  chance: number,
): Promise<boolean> {
  const heard = 'status' in answered ? { ...answered, failure: null } : { ...answered, status: null, answer: null };
  const beginning = heard.answer === null ? null : Array.from(heard.answer).slice(0, BEGINNING).join('');
  const attempt = { ...heard, at: tried.toISOString(), answer: beginning } satisfies Attempt;
  const pause = arrived(answered) ? null : pauseAfter(tries, chance);
  const next = arrived(answered)
    ? { dueAt: null, deliveredAt: new Date() }
    : pause === null
      ? { dueAt: null, givenUpAt: new Date() }
      : { dueAt: new Date(Date.now() + pause) };
  const { count } = await unscoped().delivery.updateMany({
    where: { id, leasedUntil: leased },
    data: { ...heard, ...next, leasedUntil: null, attempts: [...attempts, attempt].slice(-TRIES) },
  });
  if (count === 0) return true; // sent again by hand, or taken over, meanwhile
  if (arrived(answered)) {
    await unscoped().webhook.updateMany({
      where: { id: webhook, failingSince: { not: null } },
      data: { failingSince: null, gaveUpAt: null },
    });
    return true;
  }
  const [row] = await unscoped().$queryRaw<{ since: Date; told: Date | null }[]>`
    UPDATE webhook SET failing_since = coalesce(failing_since, clock_timestamp()) WHERE id = ${webhook}::uuid
    RETURNING failing_since AS since, gave_up_at AS told`;
  const off = Date.now() - row!.since.getTime() > SWITCHED_OFF_AFTER;
  if (off || (pause === null && !row!.told)) await tell(webhook, off);
  return false;
}

/** In the name of whoever set it up, or else of whoever has led the project longest. */
async function tell(webhook: string, off: boolean): Promise<void> {
  const [lead] = await unscoped().$queryRaw<{ user: string }[]>`
    SELECT m.user_id AS "user" FROM webhook w JOIN member m ON m.project_id = w.project_id AND m.role = 'lead' AND m.deleted_at IS NULL
    JOIN "user" u ON u.id = m.user_id AND u.disabled_at IS NULL
    WHERE w.id = ${webhook}::uuid ORDER BY m.user_id = w.created_by DESC, m.id LIMIT 1`;
  const actor = lead && (await actorById(lead.user));
  if (actor) await noteTrouble({ actor, id: webhook, input: { off } });
}

/** Sends one webhook's deliveries one after another, oldest first, until none is due or one fails: the rest then waits for the next look. */
async function lane(webhook: string, rules: Rules, chance: () => number): Promise<number> {
  let sent = 0;
  for (let due = await takeDue(webhook); due; due = await takeDue(webhook)) {
    sent += 1;
    const went = await note(due, await send(due, rules), chance());
    await unscoped().$executeRaw`SELECT pg_notify('claimbench', 'passing ' || ${due.project})`;
    if (!went) break;
  }
  return sent;
}

/**
 * Sends what is due; answers how many tries were made. Should a server end between an answer and its note, the delivery comes twice rather
 * than never, a minute later and under the same id.
 */
export async function sendDue(rules: Rules = inTheWorld(), chance: () => number = Math.random): Promise<number> {
  const due = await unscoped().$queryRaw<{ id: string }[]>`
    SELECT w.id FROM webhook w WHERE w.off_at IS NULL AND w.deleted_at IS NULL AND is_here(w.project_id) AND EXISTS (
      SELECT FROM delivery d LEFT JOIN event e ON e.project_id = d.project_id AND e.seq = d.seq
      WHERE d.webhook_id = w.id AND d.due_at <= clock_timestamp() AND (d.leased_until IS NULL OR d.leased_until <= clock_timestamp())
        AND (d.seq IS NULL OR e.blind_round_id IS NULL))
    ORDER BY random() LIMIT ${LANES}`;
  const sent = await Promise.all(due.map(({ id }) => lane(id, rules, chance)));
  return sent.reduce((sum, count) => sum + count, 0);
}

/** Lets go of what was delivered or given up long ago. */
export const forgetOld = (): Promise<number> =>
  unscoped()
    .$executeRaw`DELETE FROM delivery WHERE due_at IS NULL AND created_at < clock_timestamp() - ${KEPT}::interval`;

/** Tells the addresses of what happens, as long as this server runs. Every instance may: each delivery is sent by one. */
export function deliverFromNowOn(): void {
  if (!env().CLAIMBENCH_WEBHOOKS) return;
  let [busy, again] = [false, false];
  async function look(): Promise<void> {
    again = true;
    if (busy) return;
    busy = true;
    while (again) {
      again = false;
      // The database is away: in a moment again.
      await makeDeliveries()
        .then((grew) => (again = grew))
        .then(() => sendDue())
        .catch(() => {});
    }
    busy = false;
  }
  hearGrowth(() => void look());
  setInterval(() => void look(), LOOK).unref();
  setInterval(() => void forgetOld().catch(() => {}), 3_600_000).unref();
}
