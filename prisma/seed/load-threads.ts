import { read } from '@/lib/core/db';
import { addComment, closeThread, liftObjection, startThread } from '@/lib/threads/commands';
import { findThread, listThreads } from '@/lib/threads/queries';
import type { Loaded } from './loaded';
import type { Loader } from './loader';
import type { CommentSeed, Inline, ThreadSeed } from './threads';

function inline(loaded: Loaded, piece: Inline) {
  if (typeof piece === 'string') return { type: 'text', text: piece };
  if ('italic' in piece) return { type: 'text', text: piece.italic, marks: [{ type: 'italic' }] };
  const { userId, name } = loaded.people[piece.mention];
  return { type: 'mention', attrs: { id: userId, label: name } };
}

const inputOf = (loaded: Loaded, { body, blocksApproval }: CommentSeed) => ({
  body: { type: 'doc', content: [{ type: 'paragraph', content: body.map((piece) => inline(loaded, piece)) }] },
  ...(blocksApproval ? { blocksApproval } : {}),
});

function subjectOf(loaded: Loaded, { type, key }: ThreadSeed['subject']) {
  const ids = {
    article: loaded.articles[key]?.id,
    entity: loaded.entities[key],
    claim: loaded.claims[key],
    highlight: loaded.highlights[key],
    tag: loaded.tags[key],
  };
  return { type, id: ids[type]! };
}

/** The threads with their replies, lifted objections and outcomes. */
export async function addThreads(loader: Loader, loaded: Loaded, threads: ThreadSeed[]): Promise<void> {
  for (const seed of threads) {
    const subject = subjectOf(loaded, seed.subject);
    const threadId = seed.afterReview ? await reviewThread(loaded, subject) : null;
    const id = await talk(loader, loaded, seed, subject, threadId);
    const { outcome } = seed;
    if (!outcome) continue;
    await loader.send(
      closeThread,
      loaded.people[outcome.by],
      id,
      {
        outcome: outcome.kind,
        note: outcome.note,
        ...(outcome.positions
          ? { positions: outcome.positions.map(([key, text]) => ({ holderId: loaded.people[key].userId, text })) }
          : {}),
      },
      (ctx) => findThread(ctx, id),
    );
  }
}

/** The thread that a reviewer's reason opened. */
async function reviewThread(
  loaded: Loaded,
  subject: { type: ThreadSeed['subject']['type']; id: string },
): Promise<string> {
  const query = { subjectType: subject.type, subjectId: subject.id, limit: 50 };
  const { items } = await read(loaded.people.daniel, (ctx) => listThreads(ctx, loaded.projectId, query));
  const [thread] = items;
  if (!thread) throw new Error('No review has opened a thread here.');
  return thread.id;
}

async function talk(
  loader: Loader,
  loaded: Loaded,
  seed: ThreadSeed,
  subject: object,
  opened: string | null,
): Promise<string> {
  let id = opened;
  for (const comment of seed.comments) {
    const actor = loaded.people[comment.by];
    const input = inputOf(loaded, comment);
    const thread = id
      ? await loader.send(addComment, actor, id, input).then(() => read(actor, (ctx) => findThread(ctx, id!)))
      : await loader.send(startThread, actor, loaded.projectId, { subject, ...input });
    id = thread.id;
    if (comment.lifted) {
      const { by, reason } = comment.lifted;
      const said = thread.comments.at(-1)!;
      await loader.send(liftObjection, loaded.people[by], said.id, { reason }, async () => said);
    }
  }
  return id!;
}
