import type { ReactNode } from 'react';
import { Facts } from '@/components/ui/facts';
import { PersonName } from '@/components/ui/person-name';
import { TextLink } from '@/components/ui/text-link';
import { formatNames } from '@/lib/readers/brought';
import type { ImportCheck } from '@/lib/imports/import';
import { countWords, unitWords } from '@/lib/imports/import-words';
import { LeftList } from './left-list';

const MOST_NAMED = 12;

function Documents({ projectId, documents }: { projectId: string; documents: ImportCheck['documents'] }) {
  const more = documents.length - MOST_NAMED;
  return (
    <ul className="flex flex-col gap-0.5">
      {documents.slice(0, MOST_NAMED).map(({ name, articleId, isNew, passages, left }, index) => (
        <li key={index} className="wrap-anywhere">
          {articleId ? <TextLink href={`/projects/${projectId}/articles/${articleId}`}>{name}</TextLink> : name}{' '}
          <span className="text-muted">
            {isNew ? 'new · ' : articleId ? '' : 'not here · '}
            {passages.toLocaleString('en')} {passages === 1 ? 'passage' : 'passages'}
            {left > 0 && `, ${left.toLocaleString('en')} not`}
          </span>
        </li>
      ))}
      {more > 0 && <li className="text-muted">and {more.toLocaleString('en')} more</li>}
    </ul>
  );
}

/** Who made it in the other tool: they are no members here. */
function Authors({ names }: { names: readonly string[] }) {
  const more = names.length - MOST_NAMED;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
      {names.slice(0, MOST_NAMED).map((name) => (
        <li key={name} className="wrap-anywhere">
          <PersonName person={{ name, external: true }} />
        </li>
      ))}
      {more > 0 && <li className="text-muted">and {more.toLocaleString('en')} more</li>}
    </ul>
  );
}

interface DryRunProps {
  projectId: string;
  check: ImportCheck;
  passedOver: readonly string[];
  children: ReactNode;
}

/** Files of a ZIP that are no text, by name as far as a line holds them. */
function passedOverWords(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const more = names.length - 3;
  return `${names.slice(0, 3).join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}: no text`;
}

/** What would come and what would not, before anything is written. */
export function DryRun({ projectId, check, passedOver, children }: DryRunProps) {
  const comes = countWords(check.counts);
  return (
    <section aria-labelledby="dry-run" className="flex max-w-4xl flex-col gap-6">
      <div className="flex flex-col gap-3">
        <h2 id="dry-run" className="text-lg font-semibold">
          {comes.length ? 'What will come' : 'Nothing of this can come'}
        </h2>
        {comes.length > 0 && <p className="text-md">{comes.join(' · ')}</p>}
        <Facts
          facts={[
            { term: 'Format', value: formatNames[check.format] },
            { term: 'Places', value: unitWords(check) },
            {
              term: 'By words',
              value: check.byWords
                ? `${check.byWords.toLocaleString('en')} of these were made on another rendering of the text, and stand where their words do`
                : null,
            },
            { term: 'Articles', value: <Documents projectId={projectId} documents={check.documents} /> },
            {
              term: 'By',
              value: check.authors.length ? <Authors names={check.authors} /> : null,
            },
            { term: 'Passed over', value: passedOverWords(passedOver) },
          ]}
        />
      </div>
      {children}
      <LeftList left={check.left} count={check.leftCount} />
    </section>
  );
}
