'use client';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Input } from './input';
import { useKeys } from './use-keys';

interface SearchFieldProps {
  /** "Find claims" */
  label: string;
  value: string;
  /** Called when typing pauses. */
  onValueChange: (value: string) => void;
}

const PAUSE = 200; // ms

/** Finds within a list; `/` goes to it. */
export function SearchField({ label, value, onValueChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  // The address changed without us: a cleared filter, a step back.
  if (known !== value) {
    setKnown(value);
    if (value !== typed.trim()) setTyped(value);
  }
  const latest = useRef(onValueChange);
  useEffect(() => {
    latest.current = onValueChange;
  });
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => latest.current(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, value]);
  useKeys(label, [{ id: 'list.find', key: '/', label, run: () => field.current?.focus() }]);
  return (
    <div className="relative w-56 max-sm:w-full">
      <Search
        size={14}
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2 -translate-y-1/2 text-faint"
      />
      <Input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
        className="pl-7"
      />
    </div>
  );
}
