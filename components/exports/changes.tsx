import type { ReactNode } from 'react';
import { ChangedWords } from '@/components/ui/changed-words';
import { TextLink } from '@/components/ui/text-link';
import type { AnswerOf } from '@/lib/api/client';
import { sayParts } from '@/lib/formats/digest';
import { WithdrawnList } from './withdrawn-list';

type Preview = AnswerOf<'previewExport'>;
interface ChangesProps {
  projectId: string;
  claims: Preview['claims'];
  changes: NonNullable<Preview['changes']>;
}

function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <section aria-label={`${title}: ${count}`} className="flex flex-col">
      <h3 className="font-medium">
        {title} <span className="text-muted">{count}</span>
      </h3>
      {children}
    </section>
  );
}

const sayAsItWas = (same: number): string =>
  same === 0 ? 'No claim is as it was.' : same === 1 ? '1 claim is as it was.' : `${same} claims are as they were.`;

/** What became of the claims of an earlier export, those first that must not be used any more. */
export function Changes({ projectId, claims, changes }: ChangesProps) {
  const { added, changed, withdrawn, outside, same } = changes;
  const href = (id: string) => `/projects/${projectId}/claims/${id}`;
  const statements = new Map(claims.map(({ id, statement }) => [id, statement]));
  const row = 'flex flex-col gap-0.5 border-b border-line py-2 wrap-anywhere';
  return (
    <div className="flex flex-col gap-5">
      <Group title="Withdrawn" count={withdrawn.length}>
        <WithdrawnList projectId={projectId} withdrawn={withdrawn} />
      </Group>
      <Group title="Changed" count={changed.length}>
        <ul>
          {changed.map(({ id, before, now, parts }) => (
            <li key={id} className={row}>
              <TextLink href={href(id)}>{now.statement}</TextLink>
              {before.statement !== now.statement && <ChangedWords before={before.statement} after={now.statement} />}
              <p className="text-muted">{sayParts(parts)}</p>
            </li>
          ))}
        </ul>
      </Group>
      <Group title="New" count={added.length}>
        <ul>
          {added.map(({ id }) => (
            <li key={id} className={row}>
              <TextLink href={href(id)}>{statements.get(id) ?? id}</TextLink>
            </li>
          ))}
        </ul>
      </Group>
      <Group title="Approved still, but no longer among these" count={outside.length}>
        <ul>
          {outside.map(({ id, statement, why }) => (
            <li key={id} className={row}>
              <TextLink href={href(id)}>{statement}</TextLink>
              <p className="text-muted">{why}</p>
            </li>
          ))}
        </ul>
      </Group>
      <p className="text-muted">{sayAsItWas(same)}</p>
    </div>
  );
}
