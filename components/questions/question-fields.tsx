'use client';
import { useRead } from '@/components/live/use-read';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { Problem } from '@/lib/api/client';
import type { QuestionDraft } from './question-draft';

interface QuestionFieldsProps {
  projectId: string;
  draft: QuestionDraft;
  onChange: (draft: QuestionDraft) => void;
  problem: Problem | null;
}

/** What is asked, who looks after it, until when. */
export function QuestionFields({ projectId, draft, onChange, problem }: QuestionFieldsProps) {
  const set = (change: Partial<QuestionDraft>) => onChange({ ...draft, ...change });
  const members = useRead('listMembers', { projectId });
  const people = (members.data?.items ?? []).map(({ userId, name }) => ({ value: userId, label: name }));
  return (
    <div className="flex flex-col gap-4">
      <Field label="Question" hint="As somebody would ask it: “When was it founded?”" error={problem?.field('text')}>
        <Textarea
          value={draft.text}
          onChange={(event) => set({ text: event.target.value })}
          rows={2}
          maxLength={600}
          className="text-md"
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Looked after by" optional error={problem?.field('assigneeId')}>
          <Select
            value={draft.assigneeId || 'nobody'}
            onValueChange={(value) => set({ assigneeId: value === 'nobody' ? '' : value })}
            options={[{ value: 'nobody', label: 'Nobody yet' }, ...people]}
            className="w-full"
          />
        </Field>
        <Field label="Due" optional error={problem?.field('dueOn')}>
          <Input type="date" value={draft.dueOn} onChange={(event) => set({ dueOn: event.target.value })} />
        </Field>
      </div>
      <Checkbox checked={draft.exclusive} onCheckedChange={(exclusive) => set({ exclusive })}>
        Only one answer can be true
      </Checkbox>
    </div>
  );
}
