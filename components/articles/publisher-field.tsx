'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { notifyProblem } from '@/components/ui/notify';
import { api, Problem } from '@/lib/api/client';
import type { Publisher } from '@/lib/articles/article';

type Choice = { id: string | null; name: string };
type Props = {
  projectId: string;
  publishers: Publisher[];
  value: { id: string; name: string } | null;
  label: string;
  onChoose: (publisherId: string | null) => void;
};

/** The outlet behind a text: one of the project's, or a new one by its name. */
export function PublisherField({ projectId, publishers, value, label, onChoose }: Props) {
  const cache = useQueryClient();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const found: Choice[] = publishers.filter((publisher) => publisher.name.toLowerCase().includes(wanted));
  const known = publishers.some((publisher) => publisher.name.toLowerCase() === wanted);
  const items = wanted && !known ? [...found, { id: null, name: typed.trim() }] : found;

  async function choose(choice: Choice | null) {
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
  }

  return (
    <Combobox<Choice>
      label={label}
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
  );
}
