'use client';
import { Check, X } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { EntityMark } from '@/components/ui/entity-mark';
import { IconButton } from '@/components/ui/icon-button';
import { Switch } from '@/components/ui/switch';
import { acceptAll, reject } from './decide-suggestions';
import { placesIn } from './sent';
import { acceptable, groupsOf, unequivocal, type Suggestion, type SuggestionGroup } from './suggestion';
import { sayTarget } from './suggestion-actions';
import { useDesk, useDeskView, useLanguage } from './use-desk';
import { useSuggesting } from './use-suggesting';
import { useSuggestionState } from './use-suggestions';

/** More names than this are for the keys. */
const LISTED = 200;

interface PartProps {
  title: string;
  groups: readonly SuggestionGroup[];
  open: readonly Suggestion[];
  onLook: (one: Suggestion) => void;
}

function GroupLine({ group, open, onLook }: Omit<PartProps, 'groups' | 'title'> & { group: SuggestionGroup }) {
  const desk = useDesk();
  const language = useLanguage();
  const { first, all } = group;
  const what = `“${first.quote}” as ${sayTarget(first)}`;
  const { entity, quote, type } = first;
  return (
    <li className="flex items-center gap-1">
      <button
        type="button"
        aria-label={`Look at ${what}, ${placesIn(all.length)}`}
        className="option min-w-0 flex-1 text-left hover:bg-hover focus-visible:outline-offset-[-2px]"
        onClick={() => onLook(first)}
      >
        <EntityMark type={type} decorative />
        <span className="min-w-0 flex-1 truncate">
          <span lang={language} className="quoted">
            {quote}
          </span>
          {entity && entity.name !== quote ? <span className="text-sm text-muted"> {entity.name}</span> : null}
        </span>
        <span className="text-sm text-faint tabular-nums">{all.length}</span>
      </button>
      <IconButton
        size="small"
        label={`Accept ${what}${all.length === 1 ? '' : `, all ${all.length}`}`}
        icon={<Check size={14} aria-hidden />}
        onClick={() => void acceptAll(desk, acceptable(open, all, desk.lying.get().all))}
      />
      <IconButton
        size="small"
        label={`Reject ${what}`}
        icon={<X size={14} aria-hidden />}
        onClick={() => void reject(desk, first)}
      />
    </li>
  );
}

function Part({ title, groups, open, onLook }: PartProps) {
  const desk = useDesk();
  const { all: layers } = useDeskView();
  if (groups.length === 0) return null;
  const wanted = unequivocal(
    open,
    groups.flatMap(({ all }) => all).sort((a, b) => a.start - b.start || b.end - a.end),
    layers,
  );
  return (
    <section aria-label={title} className="flex flex-col gap-0.5">
      <div className="flex items-center gap-2">
        <h2 className="flex-1 text-sm font-semibold text-muted">{title}</h2>
        {wanted.length > 1 ? (
          <Button size="small" variant="quiet" onClick={() => void acceptAll(desk, wanted)}>
            Accept all {wanted.length}
          </Button>
        ) : null}
      </div>
      <ul>
        {groups.slice(0, LISTED).map((group) => (
          <GroupLine key={group.pair} group={group} open={open} onLook={onLook} />
        ))}
      </ul>
      {groups.length > LISTED ? <p className="text-sm text-muted">and {groups.length - LISTED} more names</p> : null}
    </section>
  );
}

/** The names that are suggested, each with its places; and the switch for them. */
export function SuggestionPanel({ onLook }: { onLook: (one: Suggestion) => void }) {
  const [on, setOn] = useSuggesting();
  const open = useSuggestionState((state) => state.open);
  const isRead = useSuggestionState((state) => state.isRead);
  const groups = useMemo(() => groupsOf(open), [open]);
  return (
    <>
      <Switch checked={on === true} onCheckedChange={setOn}>
        Suggest names in articles
      </Switch>
      {!on ? null : open.length === 0 ? (
        <p className="text-muted">
          {isRead
            ? 'Nothing is suggested here: what is known of this project is tagged, or does not occur.'
            : 'The article is being read for names.'}
        </p>
      ) : (
        <>
          <Part
            title="Known in this project"
            groups={groups.filter(({ first }) => first.entity)}
            open={open}
            onLook={onLook}
          />
          <Part title="Perhaps new" groups={groups.filter(({ first }) => !first.entity)} open={open} onLook={onLook} />
        </>
      )}
    </>
  );
}
