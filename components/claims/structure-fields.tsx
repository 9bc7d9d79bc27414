import { EntityField } from '@/components/entities/entity-field';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Problem } from '@/lib/api/client';
import type { ClaimDraft } from './claim-draft';
import { ValueField } from './value-field';
import { WhenField } from './when-field';

interface StructureFieldsProps {
  projectId: string;
  draft: ClaimDraft;
  set: (change: Partial<ClaimDraft>) => void;
  problem: Problem | null;
}

/** Who, what, when and where of a claim, each if it is wanted. */
export function StructureFields({ projectId, draft, set, problem }: StructureFieldsProps) {
  const periodProblem = ['period', 'period.from', 'period.to', 'period.note', 'period.saidOn']
    .map((field) => problem?.field(field))
    .find(Boolean);
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2">
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
        onValueChange={(object) => set(object ? { object, value: '', reading: null } : { object })}
        error={problem?.field('objectId')}
      />
      <ValueField draft={draft} set={set} error={problem?.field('value') ?? problem?.field('reading')} />
      <WhenField draft={draft} set={set} error={periodProblem} />
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
