'use client';
import { useState } from 'react';
import { useRead } from '@/components/live/use-read';
import { useSettled } from '@/components/search/use-settled';
import { Combobox } from '@/components/ui/combobox';

const kinds = ['article', 'claim', 'entity', 'question'];
type Thing = { id: string; label: string };

interface AboutFieldProps {
  projectId: string;
  value: Thing | null;
  onChange: (id: string | null) => void;
}

/** The one thing whose history is asked for, found by its words. */
export function AboutField({ projectId, value, onChange }: AboutFieldProps) {
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<Thing | null>(null);
  const q = useSettled(typed.trim());
  const found = useRead('search', { projectId }, { q }, { enabled: q !== '' });
  const hits = q ? (found.data?.items ?? []).filter(({ kind }) => kinds.includes(kind)) : [];
  const named = picked && picked.id === value?.id ? picked : value;
  return (
    <Combobox<Thing>
      label="About"
      items={hits}
      value={named}
      onValueChange={(one) => {
        setPicked(one);
        onChange(one?.id ?? null);
      }}
      onSearch={setTyped}
      itemKey={({ id }) => id}
      itemLabel={({ label }) => label}
      placeholder="About anything"
      emptyText={q ? 'Nothing of that name.' : 'Type words of an article, claim, question or entity.'}
    />
  );
}
