'use client';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { Problem } from '@/lib/api/client';
import { blankClaim, type ClaimDraft } from './claim-draft';
import { SimilarClaims } from './similar-claims';
import { StructureFields } from './structure-fields';

interface ClaimFieldsProps {
  projectId: string;
  draft: ClaimDraft;
  onChange: (draft: ClaimDraft) => void;
  problem: Problem | null;
  /** The claim that is being edited. */
  exceptId?: string;
}

const isTakenApart = (draft: ClaimDraft) =>
  (Object.keys(blankClaim) as (keyof ClaimDraft)[]).some((field) => field !== 'statement' && Boolean(draft[field]));

/** One assertion in one sentence; its structure opens below for whoever wants it. */
export function ClaimFields({ projectId, draft, onChange, problem, exceptId }: ClaimFieldsProps) {
  const set = (change: Partial<ClaimDraft>) => onChange({ ...draft, ...change });
  return (
    <div className="flex flex-col gap-4">
      <div>
        <Field
          label="Statement"
          hint="One assertion in one sentence, so that it can be true or false."
          error={problem?.field('statement')}
        >
          <Textarea
            value={draft.statement}
            onChange={(event) => set({ statement: event.target.value })}
            rows={2}
            maxLength={600}
            className="text-md"
          />
        </Field>
        <SimilarClaims projectId={projectId} statement={draft.statement} {...(exceptId ? { exceptId } : {})} />
      </div>
      <Disclosure summary="Take it apart: who, what, when, where" open={isTakenApart(draft)}>
        <StructureFields projectId={projectId} draft={draft} set={set} problem={problem} />
      </Disclosure>
    </div>
  );
}
