'use client';
import { useQueryClient } from '@tanstack/react-query';
import { BothTexts } from '@/components/live/both-texts';
import { Refusal } from '@/components/live/refusal';
import { saySaved } from '@/components/live/say-saved';
import { useEditing } from '@/components/live/use-editing';
import { useForget } from '@/components/live/use-forget';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { FormFaults } from '@/components/ui/said-at-fields';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { api, keyOf } from '@/lib/api/client';
import { sayTlp, tlps } from '@/lib/formats/marking';
import type { Project } from '@/lib/members/member';
import { approvalsFault, projectForm, type ProjectDraft } from './project-draft';

/** The settings of a project as a lead changes them. */
export function ProjectSettings({ project }: { project: Project }) {
  const client = useQueryClient();
  const forget = useForget();
  const params = { projectId: project.id };
  const { draft, change, save, busy, problem, unchanged, conflict } = useEditing({
    of: project,
    form: projectForm,
    write: (body, { version }) => api('saveProject', { params, body, ifMatch: version }),
    onSaved: (saved, beside) => {
      client.setQueryData(keyOf('findProject', params), saved);
      forget('listProjects', 'listHistory', 'findApproval');
      notify(saySaved(beside), { key: 'settings' });
    },
  });
  return (
    <form
      className="flex max-w-xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <FormFaults>
        <Refusal problem={problem} />
        {conflict && <BothTexts {...conflict} />}
        <Fields draft={draft} onChange={change} nameError={problem?.field('name')} />
      </FormFaults>
      <Button
        type="submit"
        variant="primary"
        className="self-start"
        busy={busy}
        disabled={
          unchanged || conflict !== null || !draft.name.trim() || approvalsFault(draft.approvalsNeeded) !== null
        }
      >
        Save
      </Button>
    </form>
  );
}

const markings = [{ value: 'none', label: 'Not marked' }, ...tlps.map((value) => ({ value, label: sayTlp(value) }))];

type FieldsProps = {
  draft: ProjectDraft;
  onChange: (draft: ProjectDraft) => void;
  nameError: string | undefined;
};

function Fields({ draft, onChange, nameError }: FieldsProps) {
  const set = (change: Partial<ProjectDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <Field label="Name" error={nameError}>
        <Input value={draft.name} onValueChange={(name) => set({ name })} maxLength={120} />
      </Field>
      <Field label="Description" optional>
        <Textarea
          value={draft.description}
          onChange={(event) => set({ description: event.target.value })}
          maxLength={2000}
        />
      </Field>
      <Field
        label="Approvals needed"
        hint="How many reviewers or leads must accept a wording before it is approved. Each is somebody else than its writer."
        error={draft.approvalsNeeded === '' ? null : approvalsFault(draft.approvalsNeeded)}
      >
        <Input
          inputMode="numeric"
          value={draft.approvalsNeeded}
          onValueChange={(approvalsNeeded) => set({ approvalsNeeded })}
          maxLength={2}
          className="max-w-20"
        />
      </Field>
      <Field
        label="Marking (Traffic Light Protocol)"
        hint="Who may read what this project holds. It counts for every article without a marking of its own."
      >
        <Select
          value={draft.marking ?? 'none'}
          onValueChange={(value) => set({ marking: tlps.find((tlp) => tlp === value) ?? null })}
          options={markings}
          className="w-48"
        />
      </Field>
      <div>
        <Checkbox checked={draft.grades} onCheckedChange={(grades) => set({ grades })}>
          Admiralty grades
        </Checkbox>
        <p className="mt-1 text-sm text-muted">
          Reliability A–F of publishers and speakers, credibility 1–6 of citations and claims: each analyst’s, given
          before the others’ are seen.
        </p>
      </div>
      <div>
        <Checkbox checked={draft.hypotheses} onCheckedChange={(hypotheses) => set({ hypotheses })}>
          Answers against evidence
        </Checkbox>
        <p className="mt-1 text-sm text-muted">
          A matrix on the page of each question, where every analyst says what fits which answer.
        </p>
      </div>
      <div>
        <Checkbox checked={draft.adjudicateOwn} onCheckedChange={(adjudicateOwn) => set({ adjudicateOwn })}>
          Analysts of a round may decide on its differences
        </Checkbox>
        <p className="mt-1 text-sm text-muted">
          Otherwise somebody decides who took no part. Where an analyst of the round did, it stands beside the decision.
        </p>
      </div>
    </>
  );
}
