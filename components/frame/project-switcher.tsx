'use client';
import { ChevronsUpDown, FolderCog } from 'lucide-react';
import { initials } from '@/components/ui/avatar-look';
import { Menu } from '@/components/ui/menu';
import { MenuLink } from '@/components/ui/menu-link';
import { MenuSeparator } from '@/components/ui/menu-separator';
import type { FrameProject } from './frame-props';
import { placeHref } from './places';

interface ProjectSwitcherProps {
  project: FrameProject;
  projects: readonly FrameProject[];
}

/** Which project this is, and the way to the others. */
export function ProjectSwitcher({ project, projects }: ProjectSwitcherProps) {
  const trigger = (
    <button
      type="button"
      aria-label={`Project ${project.name}, switch`}
      className="flex h-8 w-full min-w-0 items-center gap-2 rounded-sm px-1.5 text-start hover:bg-hover data-popup-open:bg-press rail-closed:justify-center rail-closed:px-0 pointer-coarse:h-11"
    >
      <span
        aria-hidden
        className="flex size-6 shrink-0 items-center justify-center rounded-sm bg-ink text-[0.625rem] font-bold text-page"
      >
        {initials(project.name)}
      </span>
      <span className="min-w-0 flex-1 truncate font-semibold rail-closed:hidden">{project.name}</span>
      <ChevronsUpDown size={14} aria-hidden className="shrink-0 text-faint rail-closed:hidden" />
    </button>
  );
  return (
    <Menu trigger={trigger} className="max-w-80 min-w-56">
      {projects.map((other) => (
        <MenuLink key={other.id} href={placeHref(other.id, '')} current={other.id === project.id}>
          {other.name}
        </MenuLink>
      ))}
      <MenuSeparator />
      <MenuLink href="/projects" icon={<FolderCog size={15} aria-hidden />}>
        All projects
      </MenuLink>
    </Menu>
  );
}
