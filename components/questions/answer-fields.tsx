'use client';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { AnswerDraft } from './answer-draft';

interface AnswerFieldsProps {
  projectId: string;
  draft: AnswerDraft;
  onChange: (draft: AnswerDraft) => void;
  /** Claims that are answers already. */
  except: readonly string[];
}

/** The words of another answer, or a claim that says it already. */
export function AnswerFields({ projectId, draft, onChange, except }: AnswerFieldsProps) {
  const statements = useRead('listClaimStatements', { projectId });
  const claims = (statements.data?.items ?? []).filter(({ id }) => !except.includes(id));
  return (
    <div className="flex flex-col gap-4">
      <Field label="A new claim" hint="One assertion in one sentence that answers the question.">
        <Textarea
          value={draft.statement}
          onChange={(event) => onChange({ statement: event.target.value, claim: null })}
          rows={2}
          maxLength={600}
          className="text-md"
        />
      </Field>
      <div className="flex items-end gap-2">
        <Field label="Or one that exists" optional className="min-w-0 flex-1">
          <Combobox
            items={claims}
            value={draft.claim}
            onValueChange={(claim) => onChange({ statement: '', claim })}
            itemKey={({ id }) => id}
            itemLabel={({ statement }) => statement}
            placeholder="Choose a claim"
            className="w-full"
          />
        </Field>
        {draft.claim && (
          <Button variant="quiet" onClick={() => onChange({ ...draft, claim: null })}>
            None
          </Button>
        )}
      </div>
    </div>
  );
}
