'use client';
import { useState } from 'react';
import { DialogForm } from '@/components/live/dialog-form';
import { useSend } from '@/components/live/use-send';
import { blankQuestion, bodyOf } from './question-draft';
import { QuestionFields } from './question-fields';
import { useQuestionWrites } from './use-question-writes';

interface AskAboutProps {
  projectId: string;
  /** Words to begin with. */
  asked: string;
  claims: readonly { id: string; statement: string }[];
  onClose: () => void;
  onAsked: (id: string) => void;
}

/** Makes a question of claims that exist: they become its answers, in one step. */
export function AskAbout({ projectId, asked, claims, onClose, onAsked }: AskAboutProps) {
  const [draft, setDraft] = useState({ ...blankQuestion, text: asked });
  const { busy, problem, send } = useSend();
  const { ask } = useQuestionWrites();
  async function save() {
    const answers = claims.map(({ id }) => ({ claimId: id }));
    const made = await send(() => ask(projectId, { ...bodyOf(draft), answers }));
    if (made) onAsked(made.id);
  }
  return (
    <DialogForm
      onClose={onClose}
      title="Make it a question"
      submitLabel="Ask"
      onSubmit={() => void save()}
      submitDisabled={!draft.text.trim()}
      busy={busy}
      problem={problem}
    >
      <div>
        <p className="text-muted">Its answers, to begin with:</p>
        <ul className="mt-1 list-disc ps-5">
          {claims.map(({ id, statement }) => (
            <li key={id} className="wrap-anywhere">
              {statement}
            </li>
          ))}
        </ul>
      </div>
      <QuestionFields projectId={projectId} draft={draft} onChange={setDraft} problem={problem} />
    </DialogForm>
  );
}
