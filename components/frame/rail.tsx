'use client';
import clsx from 'clsx';
import { PanelLeft } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import type { FrameProps } from './frame-props';
import { places } from './places';
import { ProjectSwitcher } from './project-switcher';
import { RailLink } from './rail-link';
import { toggleRail } from './rail-state';

/** The way around a project, at the left edge of wide screens. */
export function Rail({ project, projects, counts }: Omit<FrameProps, 'children'>) {
  return (
    <div
      data-frame-part
      className="fixed inset-y-0 start-0 z-30 flex w-(--rail-width) flex-col border-e border-line bg-desk max-md:hidden"
    >
      <div className="flex h-(--bar-height) shrink-0 items-center px-2">
        <ProjectSwitcher project={project} projects={projects} />
      </div>
      <nav
        aria-label="Project"
        className="flex min-h-0 flex-1 flex-col overflow-x-hidden overflow-y-auto px-2 pt-1 pb-2"
      >
        <ul className="flex flex-1 flex-col gap-px">
          {places.map((place, at) => {
            const group = at > 0 && places[at - 1]?.group !== place.group;
            return (
              <li key={place.path} className={clsx(group && (place.group === 'project' ? 'mt-auto pt-4' : 'mt-3'))}>
                <RailLink projectId={project.id} place={place} count={place.counted ? counts[place.counted] : 0} />
              </li>
            );
          })}
        </ul>
      </nav>
      <div className="flex shrink-0 border-t border-line p-2">
        <IconButton
          label="Open or close the rail"
          shortcut="["
          command="rail.toggle"
          side="right"
          icon={<PanelLeft size={16} aria-hidden />}
          onClick={toggleRail}
          className="rail-closed:mx-auto"
        />
      </div>
    </div>
  );
}
