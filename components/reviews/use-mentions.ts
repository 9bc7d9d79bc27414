'use client';
import { useMemo, useState } from 'react';
import { countMoved } from '@/components/live/moved';
import { useStill } from '@/components/live/use-still';
import { announce } from '@/components/ui/announce';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { freshened, groupKey, placesOf, ticked, toggled, type Group } from './mention-look';
import type { Judgement, ReviewWrites } from './review-writes';
import { useVerdicts } from './use-verdicts';
import type { Asking } from './verdict-actions';

/** Nothing was chosen: the first that no colleague came to before, or simply the first. */
const firstFree = (groups: readonly Group[], taken: ReadonlySet<string>): number =>
  Math.max(
    0,
    groups.findIndex((group) => !group.tags.some(({ id }) => taken.has(id))),
  );

const openIn = (groups: readonly Group[], openKey: string | null, taken: ReadonlySet<string>): number => {
  const found = groups.findIndex((group) => groupKey(group) === openKey);
  return found >= 0 ? found : firstFree(groups, taken);
};

/** The mention before or after this one; without one the last, or the first. */
function beside(tags: readonly QuotedTag[], line: string | null, by: 1 | -1): QuotedTag | undefined {
  const from = tags.findIndex(({ id }) => id === line);
  return tags[from < 0 ? (by === 1 ? 0 : tags.length - 1) : from + by];
}

/** Groups stand still while colleagues tag and review: what would move the open one waits. */
function useStillGroups(latest: readonly Group[], openKey: string | null, taken: ReadonlySet<string>) {
  const places = (groups: readonly Group[]) => placesOf(groups, groups[openIn(groups, openKey, taken)]);
  const { shown, waiting, show } = useStill(latest, {
    stampOf: (groups) => places(groups).join(),
    count: (before, now) => countMoved(places(before), places(now)),
  });
  const groups = useMemo(() => (shown === latest ? latest : freshened(shown, latest)), [shown, latest]);
  return { groups, waiting, show };
}

/** The mention that keys act on: the chosen one, or the only one there is. */
const currentIn = (open: Group | null, line: string | null): QuotedTag | null =>
  open?.tags.find(({ id }) => id === line) ?? (open?.total === 1 ? (open.tags[0] ?? null) : null);

/** Going through groups of mentions: which one is open, which mention keys act on, what is unticked. */
export function useMentions(latest: readonly Group[], taken: ReadonlySet<string>, writes: ReviewWrites) {
  const verdicts = useVerdicts(writes);
  const [openKey, setOpenKey] = useState<string | null>(null);
  const still = useStillGroups(latest, openKey, taken);
  const { groups } = still;
  const [line, setLine] = useState<string | null>(null);
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<{ id: string; what: Asking } | null>(null);
  const at = openIn(groups, openKey, taken);
  const open = groups[at] ?? null;

  function openGroup(group: Group | undefined) {
    if (!group) return;
    setOpenKey(groupKey(group));
    setLine(null);
    setAsked(null);
    announce(`${group.spelling}, ${group.total} mentions of ${group.entity.name}`);
  }

  async function acceptGroup(group: Group) {
    const tags = ticked(group, unticked);
    if (tags.length === 0) return announce('Nothing is ticked.');
    const neighbour = groups[at + 1] ?? groups[at - 1];
    const all = await verdicts.accept(tags, group.spelling);
    if (all && tags.length === group.total) openGroup(neighbour);
  }

  async function judge(tag: QuotedTag, judgement: Judgement): Promise<boolean> {
    const taken = await verdicts.judge(tag, judgement);
    if (taken) setAsked(null);
    return taken;
  }

  function stepLine(by: 1 | -1) {
    const to = beside(open?.tags ?? [], line, by);
    if (to) setLine(to.id);
  }

  return {
    ...verdicts,
    ...still,
    open,
    current: currentIn(open, line),
    unticked,
    asked,
    setAsked,
    setLine,
    openGroup,
    acceptGroup,
    judge,
    stepLine,
    stepGroup: (by: 1 | -1) => openGroup(groups[at + by]),
    toggle: (id: string) => setUnticked(toggled(unticked, id)),
  };
}
