'use client';
import Link from 'next/link';
import { useState } from 'react';
import { SearchField } from '@/components/ui/search-field';
import { MethodMark } from './method-mark';

export type Line = { name: string; method: string; path: string; summary: string };
export type Chapter = { name: string; description: string; lines: Line[] };

const idOf = (chapter: string) => chapter.toLowerCase().replaceAll(' ', '-');
const fits = (words: string[], { name, method, path, summary }: Line, chapter: string) => {
  const text = `${name} ${method} ${path} ${summary} ${chapter}`.toLowerCase();
  return words.every((word) => text.includes(word));
};

/** Every operation by chapter, found by any word of it. */
export function OperationList({ chapters }: { chapters: Chapter[] }) {
  const [asked, setAsked] = useState('');
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = chapters
    .map((chapter) => ({ ...chapter, lines: chapter.lines.filter((line) => fits(words, line, chapter.name)) }))
    .filter(({ lines }) => lines.length > 0);
  const count = shown.reduce((sum, { lines }) => sum + lines.length, 0);
  return (
    <section aria-labelledby="operations">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line pb-2">
        <h2 id="operations" className="text-lg font-semibold">
          Operations
        </h2>
        <SearchField label="Find operations" value={asked} onValueChange={setAsked} />
        <p role="status" className="text-muted">
          {count === 1 ? '1 operation' : `${count} operations`}
        </p>
      </div>
      <div className="grid gap-x-10 lg:grid-cols-[11rem_minmax(0,1fr)]">
        <nav aria-label="Chapters" className="sticky top-(--bar-height) hidden self-start py-4 lg:block">
          <ul>
            {shown.map(({ name, lines }) => (
              <li key={name}>
                <a
                  href={`#${idOf(name)}`}
                  className="-mx-2 flex justify-between gap-2 rounded-sm px-2 py-0.5 text-muted hover:bg-hover hover:text-ink"
                >
                  {name} <span className="text-faint tabular-nums">{lines.length}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          {shown.map(({ name, description, lines }) => (
            <section key={name} id={idOf(name)} aria-labelledby={`${idOf(name)}-title`} className="scroll-mt-12 pt-5">
              <h3 id={`${idOf(name)}-title`} className="text-md font-semibold">
                {name}
              </h3>
              <p className="pb-1 text-muted">{description}</p>
              <ul>
                {lines.map((line) => (
                  <li key={line.name} className="border-t border-line">
                    <Row line={line} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
          {shown.length === 0 && (
            <p className="py-6 text-muted">No operation has all of these words. Try fewer, or a word of the path.</p>
          )}
        </div>
      </div>
    </section>
  );
}

const Row = ({ line: { name, method, path, summary } }: { line: Line }) => (
  <Link
    href={`/api-docs/${name}`}
    prefetch={false}
    className="-mx-2 flex min-h-8 touch flex-wrap items-baseline gap-x-3 rounded-sm px-2 py-1 hover:bg-hover"
  >
    <MethodMark method={method} />
    <code className="min-w-0 font-mono text-sm wrap-anywhere sm:w-80 sm:shrink-0">{path}</code>
    <span className="min-w-0 flex-1 basis-60 text-muted">{summary}</span>
  </Link>
);
