import type { QueryClient } from '@tanstack/react-query';
import type { Said } from '@/components/editor/comment-form';
import { notify, notifyProblem } from '@/components/ui/notify';
import { api, Problem } from '@/lib/api/client';
import type { Comment, Thread } from '@/lib/threads/thread';

// An objection changes what a claim needs, a comment what is counted beside its subject.
const READS = ['listThreads', 'findThread', 'findClaim', 'findApproval', 'listCommentVersions'];
const UNDO = 'thread-undo';

const wordsOf = (error: unknown) => (error instanceof Problem ? error.message : 'The server did not answer.');

/** What can be done with threads and comments. After each write whatever shows them is read again. */
export class ThreadWrites {
  constructor(private readonly queries: QueryClient) {}

  start(projectId: string, { type, id }: { type: Thread['subject']['type']; id: string }, said: Said, key: string) {
    const body = { subject: { type, id }, ...said };
    return this.write(() => api('startThread', { params: { projectId }, body, key }));
  }

  reply(thread: Thread, said: Said, key: string) {
    return this.write(() => api('addComment', { params: { id: thread.id }, body: said, key }));
  }

  edit({ id, version }: Comment, { body }: Said, key: string) {
    return this.write(() => api('saveComment', { params: { id }, body: { body }, ifMatch: version, key }));
  }

  lift({ id, version }: Comment, reason: string) {
    return this.write(() => api('liftObjection', { params: { id }, body: { reason }, ifMatch: version }));
  }

  close({ id, version }: Thread, outcome: NonNullable<Thread['outcome']>['kind'], note: string) {
    return this.write(() => api('closeThread', { params: { id }, body: { outcome, note }, ifMatch: version }));
  }

  reopen({ id, version }: Thread) {
    return this.say('The thread was not reopened.', async () => {
      await this.write(() => api('reopenThread', { params: { id }, body: {}, ifMatch: version }));
      notify('Thread reopened', { key: UNDO });
    });
  }

  remove({ id, version }: Comment) {
    return this.say('The comment was not deleted.', async () => {
      const gone = await this.write(() => api('deleteComment', { params: { id }, body: {}, ifMatch: version }));
      const run = () => void this.restore({ id, version: gone.version });
      notify('Comment deleted', { key: UNDO, action: { label: 'Undo', run } });
    });
  }

  restore({ id, version }: Pick<Comment, 'id' | 'version'>) {
    return this.say('The comment was not brought back.', async () => {
      await this.write(() => api('restoreComment', { params: { id }, body: {}, ifMatch: version }));
      notify('Comment is back', { key: UNDO });
    });
  }

  /** Makes one's own comment an objection, or withdraws it. */
  block({ id, version }: Pick<Comment, 'id' | 'version'>, blocksApproval: boolean, undoing = false): Promise<void> {
    return this.say(undoing ? 'Not undone.' : 'Not changed.', async () => {
      const body = { blocksApproval };
      const after = await this.write(() => api('saveComment', { params: { id }, body, ifMatch: version }));
      const run = () => void this.block(after, !blocksApproval, true);
      notify(blocksApproval ? 'This comment now blocks approval' : 'Objection withdrawn', {
        key: UNDO,
        ...(undoing ? {} : { action: { label: 'Undo', run } }),
      });
    });
  }

  /** A refusal too means that things may have moved on. */
  private async write<T>(send: () => Promise<T>): Promise<T> {
    try {
      return await send();
    } finally {
      for (const name of READS) void this.queries.invalidateQueries({ queryKey: [name] });
    }
  }

  private async say(failed: string, run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      notifyProblem(`${failed} ${wordsOf(error)}`, { key: UNDO });
    }
  }
}
