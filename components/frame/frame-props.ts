import type { ReactNode } from 'react';
import type { Tlp } from '@/lib/formats/marking';

export interface FrameProject {
  id: string;
  name: string;
}

export interface FrameProps {
  project: FrameProject & { marking?: Tlp | null };
  projects: readonly FrameProject[];
  me: { id?: string; name: string; email: string; role: 'viewer' | 'analyst' | 'reviewer' | 'lead' };
  counts: { review: number; inbox: number };
  /** Begins the tour of the demo, where there is one. */
  onTour?: () => void;
  onSignOut: (where: 'here' | 'everywhere') => void;
  /** Who else is here: stands before the inbox. */
  presence?: ReactNode;
  /** In the place of the inbox link. */
  inbox?: ReactNode;
  children: ReactNode;
}
