'use client';
import { Menu as MenuIcon } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { Count } from '@/components/ui/count';
import { Dialog } from '@/components/ui/dialog';
import type { FrameProps } from './frame-props';
import { placeHref, placeOf, places, type Place } from './places';
import { ProjectSwitcher } from './project-switcher';

const tab =
  'relative flex h-14 flex-col items-center justify-center gap-0.5 text-xs text-muted aria-[current]:font-semibold aria-[current]:text-accent';

function DockLink({ href, place, here, count }: { href: string; place: Place; here: boolean; count: number }) {
  const { Icon, label } = place;
  return (
    <Link href={href} aria-current={here ? 'page' : undefined} className={tab}>
      <Icon size={20} strokeWidth={1.75} aria-hidden />
      {label}
      <span className="absolute top-1.5 left-1/2 ml-2.5">
        <Count value={count} strong max={99} />
      </span>
    </Link>
  );
}

/** The rail of narrow screens: four places at the thumb, the rest behind "More". */
export function Dock({ project, projects, counts }: Omit<FrameProps, 'children'>) {
  const [open, setOpen] = useState(false);
  const here = placeOf(project.id, usePathname());
  const count = (place: Place) => (place.counted ? counts[place.counted] : 0);
  return (
    <div
      data-frame-part
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-desk pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <nav aria-label="Project" className="grid grid-cols-5">
        {places
          .filter((place) => place.docked)
          .map((place) => (
            <DockLink
              key={place.path}
              place={place}
              here={place === here}
              count={count(place)}
              href={placeHref(project.id, place.path)}
            />
          ))}
        <button type="button" className={tab} onClick={() => setOpen(true)} aria-haspopup="dialog">
          <MenuIcon size={20} strokeWidth={1.75} aria-hidden />
          More
        </button>
      </nav>
      <Dialog open={open} onOpenChange={setOpen} title={project.name}>
        <ProjectSwitcher project={project} projects={projects} />
        <ul className="mt-2 grid grid-cols-2 gap-1">
          {places.map((place) => (
            <li key={place.path}>
              <Link
                href={placeHref(project.id, place.path)}
                aria-current={place === here ? 'page' : undefined}
                onClick={() => setOpen(false)}
                className="flex h-11 items-center gap-2.5 rounded-sm px-2 text-md hover:bg-hover aria-[current]:bg-press aria-[current]:font-semibold"
              >
                <place.Icon size={18} strokeWidth={1.75} aria-hidden className="text-muted" />
                <span className="flex-1">{place.label}</span>
                <Count value={count(place)} strong />
              </Link>
            </li>
          ))}
        </ul>
      </Dialog>
    </div>
  );
}
