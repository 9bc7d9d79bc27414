'use client';
import { useRead } from '@/components/live/use-read';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { HidingLine } from './hiding-line';
import { PickList } from './pick-list';
import type { RoundDraft } from './round-draft';

interface RoundFieldsProps {
  projectId: string;
  draft: RoundDraft;
  onChange: (draft: RoundDraft) => void;
}

const MOST = 500;

/** What a round is: its name, whether it is blind, about what, and for whom. */
export function RoundFields({ projectId, draft, onChange }: RoundFieldsProps) {
  const articles = useRead('listArticles', { projectId }, { limit: MOST, sort: 'title' });
  const claims = useRead('listClaimStatements', { projectId });
  const members = useRead('listMembers', { projectId });
  const set = (change: Partial<RoundDraft>) => onChange({ ...draft, ...change });
  const analysts = members.data?.items.filter(({ role }) => role !== 'viewer');
  return (
    <>
      <Field label="Name">
        <Input
          value={draft.name}
          maxLength={200}
          placeholder="First reading"
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <div className="flex flex-col gap-1.5">
        <div>
          <Segmented
            label="Who sees whose work"
            value={draft.blind ? 'blind' : 'open'}
            onValueChange={(value) => set({ blind: value === 'blind' })}
            options={[
              { value: 'blind', label: 'Blind' },
              { value: 'open', label: 'Open' },
            ]}
          />
        </div>
        <p className="text-sm text-muted">
          {draft.blind
            ? 'Until all have handed in, or you reveal, everybody sees only their own work on these: you too.'
            : 'Everybody sees everybody’s work as it is made.'}
        </p>
      </div>
      <div className="flex flex-col gap-2">
        <div>
          <Segmented
            label="What it is about"
            value={draft.about}
            onValueChange={(about) => set({ about })}
            options={[
              { value: 'articles', label: 'Articles to tag' },
              { value: 'claims', label: 'Claims to judge' },
            ]}
          />
        </div>
        {draft.about === 'articles' ? (
          <PickList
            label="Articles"
            options={articles.data?.items.map(({ id, title, counts }) => ({
              id,
              label: title,
              aside: counts.tags ? `${counts.tags} ${counts.tags === 1 ? 'tag' : 'tags'}` : null,
            }))}
            chosen={draft.articleIds}
            onChange={(articleIds) => set({ articleIds })}
            empty="There are no articles yet: bring some in first."
          />
        ) : (
          <PickList
            label="Claims"
            options={claims.data?.items.map(({ id, statement }) => ({ id, label: statement }))}
            chosen={draft.claimIds}
            onChange={(claimIds) => set({ claimIds })}
            empty="There are no claims yet."
          />
        )}
      </div>
      <PickList
        label="People"
        options={analysts?.map(({ userId, name, role }) => ({ id: userId, label: name, aside: role }))}
        chosen={draft.analystIds}
        onChange={(analystIds) => set({ analystIds })}
        empty="Nobody here may tag: invite analysts first."
      />
      <HidingLine projectId={projectId} draft={draft} />
    </>
  );
}
