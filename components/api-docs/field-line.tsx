import type { ReactNode } from 'react';
import type { Schema } from '@/lib/api/openapi';
import { CodedWords } from './coded-words';
import { bounds, typeWords } from './schema-words';

/** One line of a list of fields or parameters. */
export const FieldLine = ({
  name,
  schema,
  note,
  about,
  children,
}: {
  name: string;
  schema: Schema;
  /** Whether it must be sent, or may be missing. */
  note?: string | null;
  about?: string | undefined;
  children?: ReactNode;
}) => (
  <li className="border-t border-line py-1.5">
    <div className="flex flex-wrap items-baseline gap-x-3">
      <code className="font-mono text-sm font-semibold wrap-anywhere">{name}</code>
      <code className="min-w-0 font-mono text-sm wrap-anywhere text-muted">{typeWords(schema)}</code>
      {note && <span className="text-sm text-warn">{note}</span>}
      <span className="text-sm text-faint">{bounds(schema)}</span>
    </div>
    {about && (
      <p className="text-muted">
        <CodedWords>{about}</CodedWords>
      </p>
    )}
    {children}
  </li>
);
