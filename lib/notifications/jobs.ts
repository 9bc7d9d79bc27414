import { createTransport } from 'nodemailer';
import { actorById } from '@/lib/auth/sessions';
import { read, unscoped } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { digestOf } from './digest';
import { countSince } from './queries';
import { everyFor, type Digest } from './setting';

const LOOK = 60_000; // ms between two looks at who is due
const LEASE = 10 * 60_000; // ms that one server has for one mail; then another may try, or it again

type Mail = { to: string; subject: string; text: string };
/** Hands a mail in. Throws when nobody took it. */
export type Post = (mail: Mail) => Promise<unknown>;

/** Hands mail in at the server that the environment names; null where it names none. */
export function postOf({ SMTP_URL, MAIL_FROM, NEXTAUTH_URL } = env()): Post | null {
  if (!SMTP_URL || !MAIL_FROM) return null;
  const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
  const transport = createTransport({ url: SMTP_URL, ...limits }, { from: MAIL_FROM });
  const headers = {
    'Auto-Submitted': 'auto-generated',
    'List-Unsubscribe': `<${NEXTAUTH_URL}/account#notifications>`,
  };
  return (mail) => transport.sendMail({ ...mail, headers });
}

type Due = { user: string; told: Date | null; digest: Exclude<Digest, 'off'> };

/** Takes one person to whom a mail is due, for this server alone: of two servers one gets the row. */
async function takeDue(now: Date): Promise<Due | undefined> {
  const until = new Date(now.getTime() + LEASE);
  const [due] = await unscoped().$queryRaw<Due[]>`
    UPDATE notice_setting SET sending_until = ${until}
    WHERE user_id = (SELECT user_id FROM notice_setting
      WHERE due_at <= ${now} AND (sending_until IS NULL OR sending_until <= ${now}) ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING user_id AS user, told_at AS told, digest`;
  return due;
}

/** Mails what is unread and was not told before; answers up to when it was told, null when there was nothing to tell. */
async function mailTo({ user, told }: Due, post: Post): Promise<Date | null> {
  const actor = await actorById(user);
  if (!actor) return null;
  const { lines, newest } = await read(actor, (ctx) => countSince(ctx, told ?? new Date(0)));
  if (lines.length === 0) return null;
  await post({ to: actor.email, ...digestOf(lines, env().NEXTAUTH_URL) });
  return newest;
}

/**
 * Mails everybody to whom a digest is due; answers how many were mailed. A mail that nobody took is tried again ten minutes later.
 * Should a server end between handing in and noting it, its mail comes twice rather than never.
 */
export async function sendDigests(post: Post, now = new Date()): Promise<number> {
  let count = 0;
  for (let due = await takeDue(now); due; due = await takeDue(now)) {
    let told: Date | null;
    try {
      told = await mailTo(due, post);
    } catch (error) {
      // No address, and nothing of what was to be told.
      console.error(
        JSON.stringify({ level: 'error', job: 'digest', code: (error as { code?: string }).code ?? 'unknown' }),
      );
      continue;
    }
    if (told) count += 1;
    const dueAt = new Date(now.getTime() + everyFor[due.digest]);
    await unscoped().noticeSetting.updateMany({
      where: { userId: due.user, digest: due.digest },
      data: { ...(told ? { toldAt: told } : {}), dueAt, sendingUntil: null },
    });
  }
  return count;
}

/** Looks every minute who is due, as long as this server runs. Every instance may: each mail is sent by one. */
export function sendDigestsFromNowOn(): void {
  const post = postOf();
  if (!post) return;
  let busy = false;
  setInterval(() => {
    if (busy) return;
    busy = true;
    void sendDigests(post)
      .catch(() => {}) // the database is away: in a minute again
      .finally(() => (busy = false));
  }, LOOK).unref();
}
