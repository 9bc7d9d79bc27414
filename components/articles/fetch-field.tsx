'use client';
import { useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

/** An address to fetch, where the operator allows it. The page is kept as it was answered. */
export function FetchField({ onFetch }: { onFetch: (url: string) => void }) {
  const [url, setUrl] = useState('');
  const [wrong, setWrong] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    const typed = url.trim();
    const right = /^https?:\/\//i.test(typed) && URL.canParse(typed);
    setWrong(!right);
    if (!right) return;
    onFetch(typed);
    setUrl('');
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-start gap-2">
      <Field
        label="Or fetch a page"
        hint="The server asks that address once and keeps what it answers."
        error={wrong ? 'An address starts with http:// or https://.' : undefined}
        className="min-w-64 flex-1"
      >
        <Input value={url} onChange={(event) => setUrl(event.target.value)} placeholder="https://" inputMode="url" />
      </Field>
      <Button type="submit" disabled={!url.trim()} className="mt-6">
        Fetch
      </Button>
    </form>
  );
}
