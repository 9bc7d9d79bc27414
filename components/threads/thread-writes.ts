import type { QueryClient } from '@tanstack/react-query';
import type { Said } from '@/components/editor/draft';
import type { Step, UndoStack } from '@/components/highlights/undo-stack';
import { sendChange } from '@/components/live/send-change';
import { notify, notifyProblem } from '@/components/ui/notify';
import { api, Problem, type InputOf } from '@/lib/api/client';
import type { Comment, Thread } from '@/lib/threads/thread';
import { reclose, sayAgain, unclose, unedit, unsay, type Write } from './inverse-steps';

// An objection changes what a claim needs, a comment what is counted beside its subject.
const READS = ['listThreads', 'listDiscussed', 'findThread', 'findClaim', 'findApproval', 'listCommentVersions'];
const UNDO = 'thread-undo';

const wordsOf = (error: unknown) => (error instanceof Problem ? error.message : 'The server did not answer.');

/** What can be done with threads and comments. After each write whatever shows them is read again. */
export class ThreadWrites {
  constructor(
    private readonly queries: QueryClient,
    private readonly undo: UndoStack | null,
  ) {}

  start(projectId: string, { type, id }: { type: Thread['subject']['type']; id: string }, said: Said, key: string) {
    const body = { subject: { type, id }, ...said };
    return this.done(
      this.said(() => api('startThread', { params: { projectId }, body, key })),
      ({ comments: [first] }) => (first ? unsay(this.write, first) : null),
    );
  }

  reply(thread: Thread, said: Said, key: string) {
    const saying = this.said(() => api('addComment', { params: { id: thread.id }, body: said, key }));
    return this.done(saying, (comment) => unsay(this.write, comment));
  }

  /** Saves other words for a comment. Answers it as it is where other words were saved meanwhile, in another window; null otherwise. */
  async edit(comment: Comment, { body }: Said, key: string): Promise<Comment | null> {
    const params = { id: comment.id };
    const done = await this.write(() =>
      sendChange({
        base: comment,
        send: (ifMatch) => api('saveComment', { params, body: { body }, ifMatch, key }),
        mayResend: (current) => JSON.stringify(current.body) === JSON.stringify(comment.body),
      }),
    );
    if ('theirs' in done) return done.theirs;
    this.undo?.push(unedit(this.write, comment, done.saved));
    return null;
  }

  lift({ id, version }: Comment, reason: string) {
    return this.write(() => api('liftObjection', { params: { id }, body: { reason }, ifMatch: version }));
  }

  close({ id, version }: Thread, body: InputOf<'closeThread'>) {
    const closing = this.write(() => api('closeThread', { params: { id }, body, ifMatch: version }));
    return this.done(closing, (closed) => unclose(this.write, closed));
  }

  /** Words one's own position, where somebody else put it for one. */
  sayPosition({ id, version }: Thread, text: string) {
    return this.write(() => api('sayPosition', { params: { id }, body: { text }, ifMatch: version }));
  }

  /** Makes a claim or a question of what a thread is about. */
  turn({ id, version }: Thread, into: 'claim' | 'question', text: string) {
    return this.write(() => api('turnThread', { params: { id }, body: { into, text }, ifMatch: version }));
  }

  reopen({ id, version, outcome }: Thread) {
    return this.say('The thread was not reopened.', async () => {
      const opening = this.write(() => api('reopenThread', { params: { id }, body: {}, ifMatch: version }));
      await this.done(opening, (open) => outcome && reclose(this.write, open, outcome));
      notify('Thread reopened', { key: UNDO });
    });
  }

  remove({ id, version }: Comment) {
    return this.say('The comment was not deleted.', async () => {
      const deleting = this.write(() => api('deleteComment', { params: { id }, body: {}, ifMatch: version }));
      await this.done(deleting, (gone) => sayAgain(this.write, gone));
      notify('Comment deleted', { key: UNDO, action: this.undoLast() });
    });
  }

  restore({ id, version }: Pick<Comment, 'id' | 'version'>) {
    return this.say('The comment was not brought back.', async () => {
      const restoring = this.write(() => api('restoreComment', { params: { id }, body: {}, ifMatch: version }));
      await this.done(restoring, (back) => unsay(this.write, back));
      notify('Comment is back', { key: UNDO });
    });
  }

  /** Makes one's own comment an objection, or withdraws it. */
  block(comment: Comment, blocksApproval: boolean): Promise<void> {
    return this.say('Not changed.', async () => {
      const { id, version } = comment;
      const body = { blocksApproval };
      const saving = this.write(() => api('saveComment', { params: { id }, body, ifMatch: version }));
      await this.done(saving, (after) => unedit(this.write, comment, after));
      const words = blocksApproval ? 'This comment now blocks approval' : 'Objection withdrawn';
      notify(words, { key: UNDO, action: this.undoLast() });
    });
  }

  /** What was just done, taken back by its message. */
  private undoLast() {
    const run = () =>
      void this.say('Not undone.', async () => {
        const label = await this.undo?.undo();
        if (label) notify(`Undone: ${label}`, { key: UNDO });
      });
    return { label: 'Undo', run };
  }

  /** Remembers how to take back what the server has confirmed. */
  private async done<T>(writing: Promise<T>, inverse: (answer: T) => Step | null): Promise<T> {
    const answer = await writing;
    const step = inverse(answer);
    if (step) this.undo?.push(step);
    return answer;
  }

  /** The field of new words closes once they stand in the list: until then it would say that nobody has said anything. */
  private async said<T>(send: () => Promise<T>): Promise<T> {
    const answer = await this.write(send);
    await this.queries.invalidateQueries({ queryKey: ['listThreads'] }, { cancelRefetch: false });
    return answer;
  }

  /** A refusal too means that things may have moved on. */
  private readonly write: Write = async (send) => {
    try {
      return await send();
    } finally {
      for (const name of READS) void this.queries.invalidateQueries({ queryKey: [name] });
    }
  };

  private async say(failed: string, run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      notifyProblem(`${failed} ${wordsOf(error)}`, { key: UNDO });
    }
  }
}
