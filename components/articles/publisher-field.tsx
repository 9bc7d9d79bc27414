'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { notifyProblem } from '@/components/ui/notify';
import { api, Problem } from '@/lib/api/client';
import type { Publisher } from '@/lib/articles/article';
import { KnownField } from './known-field';

type Choice = { id: string | null; name: string };
type Props = {
  projectId: string;
  /** Undefined while nobody knows them. */
  publishers: Publisher[] | undefined;
  value: { id: string; name: string } | null;
  /** What the text's page calls its publisher: offered, and only taken or made when somebody says so. */
  named: string | null;
  onChoose: (publisherId: string | null) => void;
};

const sameName = (name: string) => (publisher: Publisher) => publisher.name.toLowerCase() === name.toLowerCase();

/** Takes a publisher of the project, or makes one of this name first. */
function useChoice({ projectId, onChoose }: Pick<Props, 'projectId' | 'onChoose'>) {
  const cache = useQueryClient();
  return async (choice: Choice | null) => {
    if (!choice) return onChoose(null);
    if (choice.id) return onChoose(choice.id);
    try {
      const added = await api('addPublisher', { params: { projectId }, body: { name: choice.name } });
      await cache.invalidateQueries({ queryKey: ['listPublishers'] });
      onChoose(added.id);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notifyProblem('The publisher was not added', { description: error.message });
    }
  };
}

/** The outlet behind a text: one of the project's, or a new one by its name. */
export function PublisherField({ projectId, publishers, value, named, onChoose }: Props) {
  const choose = useChoice({ projectId, onChoose });
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const wanted = typed.trim();
  const all = publishers ?? [];
  const found: Choice[] = all.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()));
  const items = wanted && !all.some(sameName(wanted)) ? [...found, { id: null, name: wanted }] : found;
  const offered: Choice | null =
    value === null && named && publishers ? (publishers.find(sameName(named)) ?? { id: null, name: named }) : null;

  async function take(choice: Choice) {
    setBusy(true);
    // The button goes once the publisher is there.
    frame.current?.querySelector<HTMLElement>('[role=combobox]')?.focus();
    await choose(choice);
    setBusy(false);
  }

  return (
    <div ref={frame} className="min-w-0">
      <KnownField label="Publisher">
        <Combobox<Choice>
          label="Publisher"
          items={items}
          value={value}
          onValueChange={(choice) => void choose(choice)}
          itemKey={(choice) => choice.id ?? `new ${choice.name}`}
          itemLabel={(choice) => choice.name}
          renderItem={(choice) => (choice.id ? choice.name : `Add “${choice.name}”`)}
          onSearch={setTyped}
          placeholder="not known"
          emptyText="Type a name to add it"
        />
      </KnownField>
      {offered ? (
        <p className="mt-1 flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm text-muted">
          <span className="wrap-anywhere">
            The page says <bdi>{offered.name}</bdi>
          </span>
          <Button
            size="small"
            busy={busy}
            onClick={() => void take(offered)}
            aria-label={`${offered.id ? 'Take it' : 'Add it'}: ${offered.name}`}
          >
            {offered.id ? 'Take it' : 'Add it'}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
