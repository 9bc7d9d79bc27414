import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import pg from 'pg';
import { read } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import type { Actor } from '@/lib/core/context';
import { KeptFile } from '@/lib/core/kept-file';
import { rows } from '@/lib/core/testing';
import { actorById } from '@/lib/auth/sessions';
import { fillEveryTable } from '@/prisma/every-table.fixtures';
import { bringArchive } from './commands';
import { linesOf } from './queries/writing';

/** The lines of an archive, as somebody who sees all of the project gets them. */
export async function archiveOf(actor: Actor, projectId: string): Promise<string[]> {
  const lines: string[] = [];
  await read(actor, async (ctx) => {
    for await (const line of linesOf(ctx, projectId)) lines.push(line);
  });
  return lines;
}

/** All but the seal: what the hash covers. */
export const content = (lines: readonly string[]): string[] => lines.slice(0, -1);
export const sealOf = (lines: readonly string[]) =>
  JSON.parse(lines.at(-1)!) as { sha256: string; lines: number; written: { from: string[] } };

/** The same lines with a seal that fits them: whoever changes an archive can do that too. */
export function sealed(lines: readonly string[], changed: readonly string[]): string {
  const sha256 = createHash('sha256').update(changed.join('')).digest('hex');
  const written = (JSON.parse(lines.at(-1)!) as { written: object }).written;
  return [...changed, `${JSON.stringify({ sha256, lines: changed.length, written })}\n`].join('');
}

/** An archive as the commands take it. */
export const fileOf = (archive: string): KeptFile =>
  new KeptFile(createHash('sha256').update(archive).digest('hex'), () => Readable.from([Buffer.from(archive)]));

/** Brings an archive in after its dry run; answers the new project and its lead, who sees it. */
export async function bringIn(actor: Actor, archive: string) {
  const file = fileOf(archive);
  const dry = (await bringArchive({ actor, id: '', input: { file } })).body;
  const { body } = await bringArchive({ actor, id: '', input: { file, plan: dry.check.plan } });
  return { check: dry.check, projectId: body.projectId!, head: body.head!, lead: (await actorById(actor.userId))! };
}

/**
 * A project with a row in every table and each optional reference set, made true where a row alone need not be: texts have their hashes,
 * and comments are documents.
 */
export async function everything(): Promise<{ projectId: string; actor: Actor }> {
  const db = new pg.Client({ connectionString: env().DATABASE_URL });
  await db.connect();
  const made = await fillEveryTable(db);
  const projectId = made.project![0]!.id as string;
  await db.query(`ALTER TABLE article_version DISABLE TRIGGER article_version_immutable;
    ALTER TABLE comment_version DISABLE TRIGGER comment_version_immutable; ALTER TABLE upload DISABLE TRIGGER upload_bytes`);
  await db.query(`UPDATE article_version SET sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex');
    UPDATE upload SET sha256 = encode(sha256(bytes), 'hex')`);
  const doc = JSON.stringify({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Is it so?' }] }],
  });
  await db.query(
    `UPDATE comment SET body = '${doc}' WHERE body = '{}'; UPDATE comment_version SET body = '${doc}' WHERE body = '{}'`,
  );
  await db.query(`ALTER TABLE article_version ENABLE TRIGGER article_version_immutable;
    ALTER TABLE comment_version ENABLE TRIGGER comment_version_immutable; ALTER TABLE upload ENABLE TRIGGER upload_bytes`);
  await db.end();
  await rows().savedView.updateMany({ where: { projectId }, data: { shared: true } });
  const userId = made.user![0]!.id as string;
  return { projectId, actor: { userId, name: 'Somebody', email: '', projects: [{ id: projectId, role: 'lead' }] } };
}
