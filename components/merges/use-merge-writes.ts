'use client';
import { useForget } from '@/components/live/use-forget';
import { notify, notifyProblem } from '@/components/ui/notify';
import { api, Problem, type ReadName } from '@/lib/api/client';
import type { Distinction, Kind, Merge, Sameness, Split } from '@/lib/merges/merge';

/** Says why something was not taken back. */
async function takenBack(what: string, write: () => Promise<unknown>) {
  try {
    await write();
    notify(what, { key: 'same' });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    notifyProblem(`Not undone. ${error.message}`, { key: 'same' });
  }
}

const SAID = { different: 'Recorded: not the same', maybe: 'Recorded: may be the same' };

/** What shows who is one with whom. */
const SHOWN: ReadName[] = [
  'findEntitySameness',
  'findClaimSameness',
  'listLikenesses',
  'findMerge',
  'findEntity',
  'listEntities',
  'listEntityNames',
  'listMentions',
  'findClaim',
  'listClaims',
  'listClaimStatements',
  'listCitations',
  'findApproval',
  'listThreads',
  'listHistory',
  'listHighlights',
  'findReviewQueue',
  'findAdjudication',
];

/** Merges, splits and what is said of pairs: each is confirmed with a way back. */
export function useMergeWrites(kind: Kind) {
  const forget = useForget();
  const refresh = () => forget(...SHOWN);
  async function undoMerge({ id, version }: Merge, answers: { back: string[]; stay: string[] }) {
    const done = await api('undoMerge', { params: { id }, body: answers, ifMatch: version });
    refresh();
    return done;
  }
  async function merge(survivorId: string, otherId: string, reason: string) {
    const to = { params: { id: survivorId }, body: { otherId, reason } };
    const done = await (kind === 'entity' ? api('mergeEntity', to) : api('mergeClaim', to));
    refresh();
    const run = () => void takenBack('The merge is undone', () => undoMerge(done, { back: [], stay: [] }));
    notify(`Merged into “${done.survivor.label}”`, { key: 'same', action: { label: 'Undo', run } });
    return done;
  }
  async function withdraw({ id, version }: Distinction) {
    const gone = await api('withdrawDistinction', { params: { id }, body: {}, ifMatch: version });
    refresh();
    const again = async () => {
      await api('restoreDistinction', { params: { id }, body: {}, ifMatch: gone.version });
      refresh();
    };
    notify('Withdrawn', { key: 'same', action: { label: 'Undo', run: () => void takenBack('Recorded again', again) } });
  }
  async function tellApart(id: string, otherId: string, sameness: Sameness, reason: string) {
    const to = { params: { id }, body: { otherId, sameness, reason } };
    const done = await (kind === 'entity' ? api('distinguishEntity', to) : api('distinguishClaim', to));
    refresh();
    const away = async () => {
      await api('withdrawDistinction', { params: { id: done.id }, body: {}, ifMatch: done.version });
      refresh();
    };
    notify(SAID[sameness], { key: 'same', action: { label: 'Undo', run: () => void takenBack('Taken back', away) } });
    return done;
  }
  async function rejoin({ id, version }: Split) {
    await api('undoSplit', { params: { id }, body: {}, ifMatch: version });
    refresh();
  }
  async function split(id: string, picked: { tagIds: string[]; name: string; reason: string }) {
    const done = await api('splitEntity', { params: { id }, body: picked });
    refresh();
    const run = () => void takenBack('The mentions are back', () => rejoin(done));
    notify(`“${done.entity.label}” is an entity of its own`, { key: 'same', action: { label: 'Undo', run } });
    return done;
  }
  return { merge, undoMerge, tellApart, withdraw, split, rejoin };
}
