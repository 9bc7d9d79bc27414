'use client';
import { ALargeSmall, CheckCheck, ListChecks, Search } from 'lucide-react';
import { useState } from 'react';
import { useDesk, useDeskState, useDeskView } from '@/components/highlights/use-desk';
import { startSelecting, stopSelecting } from '@/components/highlights/selection';
import { FilterMenu } from '@/components/highlights/filter-menu';
import { SuggestionList } from '@/components/highlights/suggestion-list';
import { followCount } from '@/components/highlights/follow-count';
import { isToReview, reviewedBy } from '@/components/highlights/reading-order';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';
import { Menu } from '@/components/ui/menu';
import { MenuChoice } from '@/components/ui/menu-choice';
import { SaveState } from '@/components/ui/save-state';
import { FindBar } from './find-bar';
import { useOnline } from './use-online';
import { textSizes, useTextSize } from './use-text-size';

const undoButtons = late(() => import('@/components/highlights/undo-buttons').then((file) => file.UndoButtons));
const readingHere = late(() => import('./reading-here').then((file) => file.ReadingHere));

function TextSize() {
  const [size, setSize] = useTextSize();
  return (
    <Menu
      trigger={<IconButton label="Size of the text" word="Text" icon={<ALargeSmall size={17} aria-hidden />} />}
      align="end"
    >
      <MenuChoice label="Size of the text" value={size} onValueChange={setSize} options={textSizes} />
    </Menu>
  );
}

function Saved() {
  const saved = useDeskState((state) => state.saved);
  const settled = saved === 'idle' || saved === 'saved';
  return <SaveState short state={useOnline() || !settled ? saved : 'offline'} />;
}

function SelectButton() {
  const { desk, all } = useDeskView();
  const selecting = useDeskState((state) => state.selecting);
  if (all.length === 0) return null;
  return (
    <IconButton
      label="Change several of your tags"
      word="Change several"
      icon={<ListChecks size={16} aria-hidden />}
      aria-pressed={selecting}
      onClick={() => (selecting ? stopSelecting(desk) : startSelecting(desk))}
    />
  );
}

/** Says how many wait. */
function ReviewButton() {
  const { desk, all } = useDeskView();
  const reviewing = useDeskState((state) => state.reviewing);
  const me = desk.place.me.id;
  const [countWaiting] = useState(() => followCount((layer) => isToReview(layer) && !reviewedBy(layer, me)));
  const waiting = countWaiting(all);
  return (
    <Button
      size="small"
      variant={reviewing ? 'primary' : 'plain'}
      icon={<CheckCheck size={14} aria-hidden />}
      aria-pressed={reviewing}
      onClick={() => desk.review(!reviewing)}
    >
      <span className="max-sm:sr-only">Review</span>
      {waiting > 0 ? ` ${waiting}` : null}
    </Button>
  );
}

/** What can be done with the whole article, and whether everything is saved. */
export function ReaderBar({ mayWrite }: { mayWrite: boolean }) {
  const desk = useDesk();
  const found = useDeskState(({ finding, pane }) => (finding ? pane?.words.text : undefined));
  return (
    <div
      role="toolbar"
      aria-label="Article"
      className="flex min-h-9 flex-wrap items-center gap-1 border-b border-line px-4 py-1 max-sm:gap-0 max-sm:px-2 md:px-6"
    >
      <Saved />
      {mayWrite ? <LatePart of={undoButtons} wanted={false} with={{}} /> : null}
      <LatePart of={readingHere} wanted={false} with={{}} />
      <span className="flex-1" />
      {found !== undefined ? (
        <FindBar text={found} />
      ) : (
        <IconButton
          label="Find in this article"
          word="Find"
          shortcut="/"
          command="find.open"
          icon={<Search size={16} aria-hidden />}
          onClick={() => desk.store.set({ finding: true })}
        />
      )}
      {mayWrite ? <SuggestionList /> : null}
      <FilterMenu />
      <TextSize />
      {mayWrite ? (
        <>
          <SelectButton />
          <ReviewButton />
        </>
      ) : null}
    </div>
  );
}
