'use client';
import { useState } from 'react';
import { BothTexts } from '@/components/live/both-texts';
import { Refusal } from '@/components/live/refusal';
import { sendChange } from '@/components/live/send-change';
import { useRead } from '@/components/live/use-read';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Question } from '@/lib/questions/question';
import { changeOf, differences, draftOf, mayResend, merged } from './question-draft';
import { QuestionFields } from './question-fields';
import { useQuestionWrites } from './use-question-writes';

/** Changes what is asked. When somebody else changed the same meanwhile, both texts are shown, and one or both are kept. */
export function EditQuestion({ question, onClose }: { question: Question; onClose: () => void }) {
  const [base, setBase] = useState(question);
  const [draft, setDraft] = useState(() => draftOf(question));
  const [theirs, setTheirs] = useState<Question | null>(null);
  const { data } = useRead('listMembers', { projectId: question.projectId });
  const { busy, problem, send } = useSend();
  const { save } = useQuestionWrites();

  async function submit(on: Question, mine = draft) {
    const change = changeOf(draftOf(on), mine);
    if (Object.keys(change).length === 0) return onClose();
    const done = await send(() =>
      sendChange({
        base: on,
        send: (version) => save({ ...on, version }, change),
        mayResend: (current) => mayResend(change, draftOf(on), draftOf(current)),
      }),
    );
    if (!done) return;
    if ('theirs' in done) setTheirs(done.theirs);
    else onClose();
  }
  function settle(mine: typeof draft, on: Question) {
    setBase(on);
    setDraft(mine);
    setTheirs(null);
  }
  const mine = theirs && merged(draftOf(base), draft, draftOf(theirs));
  const nameOf = (id: string) => data?.items.find(({ userId }) => userId === id)?.name ?? 'somebody';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Edit the question"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            variant="primary"
            busy={busy}
            disabled={!draft.text.trim() || theirs !== null}
            onClick={() => void submit(base)}
          >
            Save
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Refusal problem={problem} />
        {theirs && mine && (
          <BothTexts
            differences={differences(draftOf(theirs), mine, nameOf)}
            busy={busy}
            onMine={() => {
              settle(mine, theirs);
              void submit(theirs, mine);
            }}
            onTheirs={() => settle(draftOf(theirs), theirs)}
          />
        )}
        <QuestionFields projectId={question.projectId} draft={draft} onChange={setDraft} problem={problem} />
      </div>
    </Dialog>
  );
}
