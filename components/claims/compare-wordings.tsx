'use client';
import { useState } from 'react';
import { Select } from '@/components/ui/select';
import type { AnswerOf } from '@/lib/api/client';
import { WordingChanges } from './wording-changes';

type Version = AnswerOf<'listClaimVersions'>['items'][number];

/** Any two wordings of a claim beside each other; `versions` newest first. */
export function CompareWordings({ versions }: { versions: readonly Version[] }) {
  const [[before, after], setPair] = useState<[string | null, string | null]>([null, null]);
  const [first, last] = [versions.at(-1)!, versions[0]!];
  const one = versions.find(({ id }) => id === before) ?? first;
  const other = versions.find(({ id }) => id === after) ?? last;
  const options = versions.map(({ id, number, author }) => ({
    value: id,
    label: `Wording ${number}`,
    hint: author.name,
  }));
  return (
    <section aria-label="Compare two wordings" className="flex flex-col gap-2 border-b border-line pb-3">
      <div className="flex flex-wrap items-center gap-2 text-muted">
        Compare
        <div className="w-40">
          <Select
            label="The earlier wording"
            value={one.id}
            onValueChange={(id) => setPair([id, other.id])}
            options={options}
          />
        </div>
        with
        <div className="w-40">
          <Select
            label="The later wording"
            value={other.id}
            onValueChange={(id) => setPair([one.id, id])}
            options={options}
          />
        </div>
      </div>
      <WordingChanges before={one} after={other} />
    </section>
  );
}
