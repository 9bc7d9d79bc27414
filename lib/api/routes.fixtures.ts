import { randomUUID } from 'node:crypto';
import { createToken } from '@/lib/accounts/commands';
import { addArticle } from '@/lib/articles/commands';
import type { Actor } from '@/lib/core/context';
import { rows, type Team } from '@/lib/core/testing';
import { saveHighlight } from '@/lib/highlights/commands/highlights';
import { createProject, inviteMember } from '@/lib/members/commands';
import { addEntity } from '@/lib/entities/commands';
import { refuseContradiction } from '@/lib/questions/commands/contradictions';
import { addQuestion } from '@/lib/questions/commands/questions';
import { addView } from '@/lib/claims/commands/views';
import { distinguishEntity } from '@/lib/merges/commands/distinctions';
import { mergeEntity } from '@/lib/merges/commands/merges';
import { splitEntity } from '@/lib/merges/commands/splits';
import { makeExport } from '@/lib/exports/commands';
import { shareExport } from '@/lib/links/commands';
import { bringIn } from '@/lib/imports/commands';
import { reviewTag } from '@/lib/reviews/commands/tags';
import { openRound } from '@/lib/rounds/commands';
import { startThread } from '@/lib/threads/commands';

/** A merge, a split and a distinction of entities made for them. */
async function samenesses({ analyst, reviewer, projectId }: Team) {
  const made = async (name: string) =>
    (await addEntity({ actor: analyst, id: projectId, input: { type: 'person', name } })).body.id;
  const [one, other, third] = [await made('One'), await made('Other'), await made('Third')];
  const said = { otherId: other, reason: 'So it is.' };
  const { body: distinction } = await distinguishEntity({ actor: analyst, id: third, input: said });
  const { body: merge } = await mergeEntity({ actor: reviewer, id: one, input: said });
  const { body: article } = await addArticle({ actor: analyst, id: projectId, input: { text: 'One and One.' } });
  const words = { start: 0, end: 3, quote: 'One', tags: [{ entityId: one }] };
  const { body: highlight } = await saveHighlight({ actor: analyst, id: article.id, input: words });
  const picked = { tagIds: [highlight.tags[0]!.id], name: 'Another One', reason: 'Somebody else.' };
  const { body: split } = await splitEntity({ actor: reviewer, id: one, input: picked });
  return { merges: merge.id, splits: split.id, distinctions: distinction.id };
}

/** A question with an answer, and a contradiction that was refused. */
async function asked({ analyst: actor, projectId: id }: Team, claimId: string) {
  const answers = [{ claimId }, { newClaim: { statement: 'They fall.' } }];
  const { body } = await addQuestion({ actor, id, input: { text: 'Do they stand?', answers } });
  const input = { otherId: body.answers[1]!.claimId };
  const { body: refused } = await refuseContradiction({ actor, id: claimId, input });
  return { questions: body.id, answers: body.answers[0]!.id, contradictions: refused.id };
}

/** Something brought in from another tool by the author. */
async function brought({ analyst: actor, projectId: id }: Team): Promise<string> {
  const files = [{ name: 'a.jsonl', text: JSON.stringify({ text: 'Ann Oxley spoke.', label: [[0, 9, 'PER']] }) }];
  const { body } = await bringIn({ actor, id, input: { files } });
  return (await bringIn({ actor, id, input: { files, plan: body.check.plan } })).body.import!.id;
}

/** The ids of one of everything that a path can name, by its noun in paths. The analyst made them. */
export async function subjectsOf(at: Team): Promise<Record<string, string>> {
  const { analyst, other, lead, projectId } = at;
  const shared = 'Words to stand on are those that two articles share.';
  const words = { name: 'words.txt', kind: 'text', sha256: randomUUID(), size: 5, bytes: Buffer.from('Words') };
  const file = { ...words, projectId, text: shared, createdBy: analyst.userId, createdAt: new Date() };
  const taken = await rows().upload.create({ data: file, select: { id: true } });
  const waiting = await rows().upload.create({ data: { ...file, found: { warnings: [] } }, select: { id: true } });
  const { body: article } = await addArticle({ actor: analyst, id: projectId, input: { uploadId: taken.id } });
  await addArticle({ actor: analyst, id: projectId, input: { text: `They say: ${shared}` } });
  const echo = await rows().echo.findFirstOrThrow({ where: { projectId } });
  const tags = [
    { newEntity: { type: 'event', name: 'Words' } },
    { newClaim: { statement: 'They stand.' }, stance: 'supports' },
  ];
  const input = { start: 0, end: 5, quote: 'Words', tags };
  const { body: highlight } = await saveHighlight({ actor: analyst, id: article.id, input });
  const [mention, citation] = highlight.tags;
  const { body: thread } = await startThread({
    actor: analyst,
    id: projectId,
    input: { subject: { type: 'claim', id: citation!.claim!.id }, body: { text: 'Do they?' } },
  });
  const fix = { verdict: 'needs-work', proposal: { note: 'Which words?' } };
  await reviewTag({ actor: other, id: mention!.id, input: fix, ifMatch: '"1"' });
  const review = await rows().review.findFirstOrThrow({ where: { tagId: mention!.id } });
  const { body: made } = await makeExport({ actor: lead, id: projectId, input: { format: 'json' } });
  const { body: link } = await shareExport({ actor: analyst, id: made.id, input: {} });
  const guest = { email: 'somebody@example.org', role: 'viewer' };
  const { body: called } = await inviteMember({ actor: lead, id: projectId, input: guest });
  const member = await rows().member.findFirstOrThrow({ where: { projectId, role: 'viewer' } });
  const publisher = await rows().publisher.create({ data: { projectId, name: 'Outlet', createdAt: new Date() } });
  const { body: view } = await addView({ actor: analyst, id: projectId, input: { name: 'Mine', filters: {} } });
  await rows().savedView.update({ where: { id: view.id }, data: { shared: true } });
  const analystIds = [analyst.userId, other.userId];
  const { body: round } = await openRound({
    actor: lead,
    id: projectId,
    input: { name: 'First reading', blind: false, articleIds: [article.id], analystIds },
  });
  const by = { projectId, articleId: article.id, startedBy: lead.userId, startedAt: new Date() };
  const adjudication = await rows().adjudication.create({ data: { ...by, roundId: round.id } });
  const act = { projectId, adjudicationId: adjudication.id, authorId: lead.userId, createdAt: new Date() };
  const hears = { projectId, address: 'https://example.org/', kinds: ['claims'], toldSeq: 0n, offAt: new Date() };
  const webhook = await rows().webhook.create({ data: { ...hears, createdBy: lead.userId, createdAt: new Date() } });
  const sent = { projectId, webhookId: webhook.id, createdAt: new Date(), givenUpAt: new Date() };
  const delivery = await rows().delivery.create({ data: sent });
  const decision = await rows().decision.create({ data: { ...act, agreed: true, own: false } });
  return {
    projects: projectId,
    views: view.id,
    uploads: waiting.id,
    articles: article.id,
    highlights: highlight.id,
    tags: mention!.id,
    echoes: echo.id,
    entities: mention!.entity!.id,
    claims: citation!.claim!.id,
    threads: thread.id,
    comments: thread.comments[0]!.id,
    reviews: review.id,
    exports: made.id,
    webhooks: webhook.id,
    deliveries: delivery.id,
    'export-jobs': made.id,
    links: link.id,
    imports: await brought(at),
    members: member.id,
    invitations: called.invitation!.id,
    publishers: publisher.id,
    tokens: randomUUID(),
    rounds: round.id,
    adjudications: adjudication.id,
    decisions: decision.id,
    ...(await samenesses(at)),
    ...(await asked(at, citation!.claim!.id)),
  };
}

/** The secret of a token with which a script of theirs may read and write. */
export async function tokenFor(actor: Actor, more: { projectIds?: string[] } = {}) {
  const input = { name: 'matrix', scopes: ['read', 'write'], ...more };
  const { body } = await createToken({ actor, id: actor.userId, input });
  return (body as { secret: string }).secret;
}
/** The same lead by a token for another project of theirs: a stranger, who may do nothing for the account either. */
export async function limitedToken({ lead }: Team) {
  const input = { name: 'Another' };
  const { id } = (await createProject({ actor: lead, id: '', input })).body;
  return tokenFor({ ...lead, projects: [...lead.projects, { id, role: 'lead' }] }, { projectIds: [id] });
}
