'use client';
import { useForget } from '@/components/live/use-forget';
import { useRead } from '@/components/live/use-read';
import { useHere } from '@/components/members/use-here';
import { Button } from '@/components/ui/button';
import { entityLook } from '@/components/ui/entity-look';
import { notify, notifyProblem } from '@/components/ui/notify';
import { Time } from '@/components/ui/time';
import { api, Problem } from '@/lib/api/client';
import type { SuggestionRefusal } from '@/lib/entities/suggestion';

interface RefusedNamesProps {
  projectId: string;
  /** Null: names that were found without an entity, and refused as one of a type. */
  entityId: string | null;
}

/** The names that are not suggested for an entity, or not as a new one, any more, each with a way back. Nothing where there is none. */
export function RefusedNames({ projectId, entityId }: RefusedNamesProps) {
  const { data } = useRead('listSuggestionRefusals', { projectId });
  const { may } = useHere(projectId);
  const forget = useForget();
  const refused = data?.items.filter(({ entity }) => (entity?.id ?? null) === entityId) ?? [];
  if (refused.length === 0) return null;

  async function allow({ id, name }: SuggestionRefusal) {
    try {
      await api('allowSuggestions', { params: { projectId }, body: { ids: [id] } });
      notify(`“${name}” is suggested again`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notifyProblem(`Not taken back. ${error.message}`);
    }
    forget('listSuggestionRefusals', 'listHistory');
  }
  return (
    <section aria-labelledby="refused-names" className="flex flex-col gap-2">
      <h2 id="refused-names" className="text-lg font-semibold">
        Not suggested
      </h2>
      <ul className="flex flex-col">
        {refused.map((one) => (
          <li key={one.id} className="flex items-center gap-2 border-b border-line py-1.5">
            <span className="flex min-w-0 flex-1 flex-col">
              <span lang="" className="quoted wrap-anywhere">
                {one.name}
              </span>
              <span className="text-sm text-faint">
                rejected{one.type && ` as ${entityLook(one.type).word.toLowerCase()}`} by {one.by.name},{' '}
                <Time at={one.at} detail="date" />
              </span>
            </span>
            {may('suggestion.refuse') === true ? (
              <Button size="small" aria-label={`Suggest “${one.name}” again`} onClick={() => void allow(one)}>
                Suggest again
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
