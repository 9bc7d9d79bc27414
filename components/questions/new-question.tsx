'use client';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { DialogForm } from '@/components/live/dialog-form';
import { useSend } from '@/components/live/use-send';
import { useHere } from '@/components/members/use-here';
import { Button } from '@/components/ui/button';
import { useKeys } from '@/components/ui/use-keys';
import { blankQuestion, bodyOf } from './question-draft';
import { QuestionFields } from './question-fields';
import { useQuestionWrites } from './use-question-writes';

/** Opens the form for a question. What was typed stays in it until it is saved, also when it is closed meanwhile. */
export function NewQuestion({ projectId }: { projectId: string }) {
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(blankQuestion);
  const { busy, problem, send } = useSend();
  const { may } = useHere(projectId);
  const { ask } = useQuestionWrites();
  const router = useRouter();
  const allowed = may('question.add') === true;
  useKeys('Questions', [{ id: 'question.new', key: 'n', label: 'New question', run: () => setOpen(true) }], {
    enabled: allowed && !open,
  });
  if (!allowed) return null;
  async function save() {
    const asked = await send(() => ask(projectId, bodyOf(draft)));
    if (!asked) return;
    setDraft(blankQuestion);
    setOpen(false);
    router.push(`/projects/${projectId}/questions/${asked.id}`);
  }
  return (
    <>
      <Button variant="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setOpen(true)}>
        New question
      </Button>
      <DialogForm
        open={open}
        onClose={() => setOpen(false)}
        title="New question"
        submitLabel="Ask"
        onSubmit={() => void save()}
        submitDisabled={!draft.text.trim()}
        busy={busy}
        problem={problem}
      >
        <QuestionFields projectId={projectId} draft={draft} onChange={setDraft} problem={problem} />
      </DialogForm>
    </>
  );
}
