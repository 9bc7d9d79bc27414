'use client';
import { useState } from 'react';
import { Sameness } from '@/components/merges/sameness';
import { SplitDialog } from '@/components/merges/split-dialog';
import { useHere } from '@/components/members/use-here';
import { Button } from '@/components/ui/button';
import type { Entity, EntityRef } from '@/lib/entities/entity';
import type { QuotedTag } from '@/lib/highlights/highlight';
import type { Thing } from '@/lib/merges/merge';
import { EntityField } from './entity-field';

/** Whether the entity is another, with a way to merge it with any other, and to split mentions off. */
export function CompareEntity({ entity, mentions }: { entity: Entity; mentions: readonly QuotedTag[] }) {
  const { id, projectId, name, type } = entity;
  const { may } = useHere(projectId);
  const [splitting, setSplitting] = useState(false);
  const merges = may('entity.merge') === true;
  const splits = may('entity.split') === true && mentions.length > 0;
  return (
    <Sameness projectId={projectId} kind="entity" thing={{ id, label: name, type }}>
      {(merge) => (
        <div className="flex flex-col items-start gap-2">
          {merges && <MergeWith projectId={projectId} exceptId={id} onChosen={merge} />}
          {splits && (
            <Button size="small" onClick={() => setSplitting(true)}>
              Split mentions off
            </Button>
          )}
          {splitting && <SplitDialog entity={entity} mentions={mentions} onClose={() => setSplitting(false)} />}
        </div>
      )}
    </Sameness>
  );
}

interface MergeWithProps {
  projectId: string;
  exceptId: string;
  onChosen: (other: Thing) => void;
}

function MergeWith({ projectId, exceptId, onChosen }: MergeWithProps) {
  const [other, setOther] = useState<EntityRef | null>(null);
  return (
    <div className="w-full">
      <EntityField
        projectId={projectId}
        label="Merge with"
        value={other}
        exceptId={exceptId}
        placeholder="Another entity"
        onValueChange={(chosen) => {
          setOther(null);
          if (chosen) onChosen({ id: chosen.id, label: chosen.name, type: chosen.type });
        }}
      />
    </div>
  );
}
