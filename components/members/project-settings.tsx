'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { BothTexts } from '@/components/live/both-texts';
import { Refusal } from '@/components/live/refusal';
import { saySaved } from '@/components/live/say-saved';
import { sendChange } from '@/components/live/send-change';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { api, keyOf } from '@/lib/api/client';
import { sayTlp, tlps } from '@/lib/formats/marking';
import type { Project } from '@/lib/members/member';
import { approvalsFault, changeOf, differences, draftOf, mayResend, merged, type ProjectDraft } from './project-draft';

/** The settings of a project as a lead changes them. */
export function ProjectSettings({ project }: { project: Project }) {
  const client = useQueryClient();
  const forget = useForget();
  const { busy, problem, send } = useSend();
  const [base, setBase] = useState(project);
  const [draft, setDraft] = useState(() => draftOf(project));
  const [theirs, setTheirs] = useState<Project | null>(null);
  const clean = Object.keys(changeOf(draftOf(base), draft)).length === 0;
  // A colleague's change shows at once while nothing here waits to be saved.
  if (project.version > base.version && clean && !theirs) settle(draftOf(project), project);

  function settle(next: ProjectDraft, on: Project) {
    setBase(on);
    setDraft(next);
    setTheirs(null);
  }
  async function save(on: Project, mine: ProjectDraft) {
    const change = changeOf(draftOf(on), mine);
    const done = await send(() =>
      sendChange({
        base: on,
        send: (ifMatch) => api('saveProject', { params: { projectId: project.id }, body: change, ifMatch }),
        mayResend: (current) => mayResend(change, draftOf(on), draftOf(current)),
      }),
    );
    if (!done) return;
    if ('theirs' in done) return setTheirs(done.theirs);
    settle(draftOf(done.saved), done.saved);
    client.setQueryData(keyOf('findProject', { projectId: project.id }), done.saved);
    forget('listProjects', 'listHistory', 'findApproval');
    notify(saySaved(done.over ? differences(draftOf(on), draftOf(done.over)) : []), { key: 'settings' });
  }
  const mine = theirs && merged(draftOf(base), draft, draftOf(theirs));
  return (
    <form
      className="flex max-w-xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save(base, draft);
      }}
    >
      <Refusal problem={problem} />
      {theirs && mine && (
        <BothTexts
          differences={differences(draftOf(theirs), mine)}
          busy={busy}
          onMine={() => {
            settle(mine, theirs);
            void save(theirs, mine);
          }}
          onTheirs={() => settle(draftOf(theirs), theirs)}
        />
      )}
      <Fields draft={draft} onChange={setDraft} nameError={problem?.field('name')} />
      <Button
        type="submit"
        variant="primary"
        className="self-start"
        busy={busy}
        disabled={clean || theirs !== null || !draft.name.trim() || approvalsFault(draft.approvalsNeeded) !== null}
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
