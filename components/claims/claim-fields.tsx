'use client';
import { EntityField } from '@/components/entities/entity-field';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { Problem } from '@/lib/api/client';
import { blankClaim, type ClaimDraft } from './claim-draft';
import { SimilarClaims } from './similar-claims';

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

type StructureProps = Pick<ClaimFieldsProps, 'projectId' | 'draft' | 'problem'> & {
  set: (change: Partial<ClaimDraft>) => void;
};

function StructureFields({ projectId, draft, set, problem }: StructureProps) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <EntityField
        projectId={projectId}
        label="Subject"
        value={draft.subject}
        onValueChange={(subject) => set({ subject })}
        error={problem?.field('subjectId')}
      />
      <Field label="Predicate" error={problem?.field('predicate')}>
        <Input value={draft.predicate} onValueChange={(predicate) => set({ predicate })} maxLength={200} />
      </Field>
      <EntityField
        projectId={projectId}
        label="Object"
        value={draft.object}
        onValueChange={(object) => set(object ? { object, value: '' } : { object })}
        error={problem?.field('objectId')}
      />
      <Field label="Or a value" hint="A number, a date, a name that is no entity." error={problem?.field('value')}>
        <Input
          value={draft.value}
          onValueChange={(value) => set({ value, reading: null })}
          maxLength={300}
          disabled={draft.object !== null}
        />
      </Field>
      <Field label="From" error={problem?.field('period') ?? problem?.field('period.from')}>
        <Input value={draft.from} onValueChange={(from) => set({ from })} />
      </Field>
      <Field label="To" error={problem?.field('period.to')}>
        <Input value={draft.to} onValueChange={(to) => set({ to })} />
      </Field>
      <Field label="When, in words" error={problem?.field('period.note')}>
        <Input value={draft.when} onValueChange={(when) => set({ when })} maxLength={200} />
      </Field>
      <EntityField
        projectId={projectId}
        label="Place"
        type="place"
        value={draft.place}
        onValueChange={(place) => set({ place })}
        error={problem?.field('placeId')}
      />
    </div>
  );
}
