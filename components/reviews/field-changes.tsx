import { ChangedWords } from '@/components/ui/changed-words';
import type { FieldChange } from './tag-fields';

/** Fields of a tag before and after. */
export function FieldChanges({ changes }: { changes: readonly FieldChange[] }) {
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
      {changes.map(({ field, label, before, after }) => (
        <div key={field} className="contents">
          <dt className="text-muted">{label}</dt>
          <dd className="min-w-0">
            {before.length > 30 && after.length > 30 ? (
              <ChangedWords before={before} after={after} />
            ) : (
              <>
                <del className="text-muted">{before}</del> <span aria-hidden>→</span>{' '}
                <ins className="font-medium no-underline">{after}</ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
