import type { ReactNode } from 'react';
import type { Schema } from '@/lib/api/openapi';
import { bounds, typeWords } from './schema-words';

/** One line of a list of fields or parameters. */
export const FieldLine = ({
  name,
  schema,
  required,
  about,
  children,
}: {
  name: string;
  schema: Schema;
  required: boolean;
  about?: string | undefined;
  children?: ReactNode;
}) => (
  <li className="border-t border-line py-1.5">
    <div className="flex flex-wrap items-baseline gap-x-3">
      <code className="font-mono text-sm font-semibold wrap-anywhere">{name}</code>
      <code className="min-w-0 font-mono text-sm wrap-anywhere text-muted">{typeWords(schema)}</code>
      {required && <span className="text-sm text-warn">needed</span>}
      <span className="text-sm text-faint">{bounds(schema)}</span>
    </div>
    {about && <p className="text-muted">{about}</p>}
    {children}
  </li>
);
