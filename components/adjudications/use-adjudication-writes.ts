'use client';
import { useForget } from '@/components/live/use-forget';
import { announce } from '@/components/ui/announce';
import { notify, notifyProblem } from '@/components/ui/notify';
import type { Adjudication, Desk, PlaceView } from '@/lib/adjudications/adjudication';
import { api, Problem, type InputOf, type ReadName } from '@/lib/api/client';
import { seenTags } from './place-words';

const key = 'adjudication';
/** What shows verdicts on tags. */
const SHOWN: ReadName[] = [
  'findAdjudication',
  'listAdjudications',
  'findRound',
  'listHighlights',
  'findReviewQueue',
  'listCitations',
  'listMentions',
  'listThreads',
  'findApproval',
  'listHistory',
];
export type Act = Pick<InputOf<'decidePlace'>, 'take' | 'reason' | 'third'>;

/** Starts, decides, takes back, finishes. Throws `Problem`. What is decided is offered to be taken back. */
export function useAdjudicationWrites() {
  const forget = useForget();
  async function done<T>(write: Promise<T>): Promise<T> {
    try {
      return await write;
    } finally {
      forget(...SHOWN);
    }
  }
  const seen = ({ id, version }: Adjudication) => ({ params: { id }, body: {}, ifMatch: version });

  async function withdraw(id: string) {
    await done(api('withdrawDecision', { params: { id }, body: {} }));
    notify('Taken back', { key });
  }
  /** Takes back from a message, where no form stands that could say why not. */
  async function undo(id: string) {
    try {
      await withdraw(id);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notifyProblem(`Not taken back. ${error.message}`, { key });
    }
  }
  function said(words: string, id: string) {
    announce(words);
    notify(words, { key, action: { label: 'Undo', run: () => void undo(id) } });
  }
  const start = (desk: Desk) =>
    done(api('startAdjudication', { params: { id: desk.round.id }, body: { articleId: desk.article.id } }));
  async function decide(id: string, place: PlaceView, act: Act, words: string) {
    const decided = await done(api('decidePlace', { params: { id }, body: { tags: seenTags([place]), ...act } }));
    said(words, decided.id);
    return decided;
  }
  async function acceptAgreed(id: string, places: readonly PlaceView[]) {
    const body = { tags: seenTags(places), places: places.length };
    const decided = await done(api('acceptAgreed', { params: { id }, body }));
    said(places.length === 1 ? '1 place accepted' : `${places.length} places accepted`, decided.id);
    return decided;
  }
  const finish = (adjudication: Adjudication) => done(api('finishAdjudication', seen(adjudication)));
  const reopen = (adjudication: Adjudication) => done(api('reopenAdjudication', seen(adjudication)));
  return { start, decide, acceptAgreed, withdraw, undo, finish, reopen };
}
export type AdjudicationWrites = ReturnType<typeof useAdjudicationWrites>;
