'use client';
import { useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { languageOf, languagesLike, type Language } from './languages';

interface LanguageFieldProps {
  /** A BCP 47 tag; null where nobody said it. */
  value: string | null;
  onChoose: (tag: string | null) => void;
}

const UNKNOWN: Language = { tag: '', name: 'not known' };

/** The language of a text, found by its name or its tag: what reads the text out goes by it. */
export function LanguageField({ value, onChoose }: LanguageFieldProps) {
  const [typed, setTyped] = useState('');
  const found = languagesLike(typed);
  return (
    <Combobox<Language>
      label="Language"
      items={value !== null && typed === '' ? [UNKNOWN, ...found] : found}
      value={value === null ? null : languageOf(value)}
      onValueChange={(language) => onChoose(language?.tag || null)}
      itemKey={({ tag }) => tag}
      itemLabel={({ name }) => name}
      onSearch={setTyped}
      placeholder="not known"
      emptyText="No language has this name or tag"
    />
  );
}
