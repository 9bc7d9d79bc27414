'use client';
import clsx from 'clsx';
import { Inbox, Search } from 'lucide-react';
import Link from 'next/link';
import { Count } from '@/components/ui/count';
import { Kbd } from '@/components/ui/kbd';
import { TlpBadge } from '@/components/ui/tlp-badge';
import type { FrameProps } from './frame-props';
import { HelpMenu } from './help-menu';
import { MeMenu } from './me-menu';
import { setPaletteOpen } from './palette-signal';
import { placeHref } from './places';
import { WhereAmI } from './where-am-i';

function SearchButton() {
  return (
    <button
      type="button"
      onClick={() => setPaletteOpen(true)}
      aria-label="Search everything"
      className="flex h-7 items-center gap-2 rounded-sm border border-line px-2 text-faint transition-colors hover:border-edge hover:text-ink max-lg:border-transparent pointer-coarse:size-11 pointer-coarse:justify-center pointer-coarse:border-transparent"
    >
      <Search size={15} aria-hidden />
      <span className="pr-6 max-lg:hidden pointer-coarse:hidden">Search</span>
      <span className="max-md:hidden">
        <Kbd keys="mod+k" command="search.open" />
      </span>
    </button>
  );
}

function InboxLink({ projectId, count }: { projectId: string; count: number }) {
  return (
    <Link
      href={placeHref(projectId, 'inbox')}
      aria-label={count > 0 ? `Inbox, ${count} unread` : 'Inbox'}
      title="Inbox"
      className={clsx(
        'relative flex size-7 items-center justify-center rounded-sm text-muted hover:bg-hover hover:text-ink pointer-coarse:size-11',
        // Two digits reach beyond the button, over what stands next to it.
        count > 9 && 'me-2',
      )}
    >
      <span aria-hidden className="relative">
        <Inbox size={16} strokeWidth={1.75} />
        <span className="absolute -top-2 left-2.5">
          <Count value={count} strong max={99} />
        </span>
      </span>
    </Link>
  );
}

/** Where am I, search, who is here, inbox, help, me. */
export function TopBar(props: Omit<FrameProps, 'children'>) {
  const { project, me, counts, presence, inbox, onTour, onSignOut } = props;
  return (
    <header
      data-frame-part
      className="sticky top-0 z-20 flex h-(--bar-height) shrink-0 items-center gap-2 border-b border-line bg-page px-4 md:px-6"
    >
      <WhereAmI projectId={project.id} />
      {project.marking && <TlpBadge tlp={project.marking} />}
      <div className="ml-auto flex shrink-0 items-center gap-1 md:gap-2">
        <SearchButton />
        {presence}
        {inbox ?? <InboxLink projectId={project.id} count={counts.inbox} />}
        <HelpMenu onTour={onTour} />
        <MeMenu me={me} onSignOut={onSignOut} />
      </div>
    </header>
  );
}
