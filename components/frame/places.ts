import {
  CircleHelp,
  ClipboardCheck,
  Download,
  EyeOff,
  FileText,
  Gauge,
  GitCompareArrows,
  History,
  House,
  MessagesSquare,
  Scale,
  Settings2,
  Shapes,
  UsersRound,
  Waypoints,
  type LucideIcon,
} from 'lucide-react';

export interface Place {
  /** Last part of `/projects/{id}/…`; empty for the start page. */
  path: string;
  label: string;
  Icon: LucideIcon;
  group: 'read' | 'argue' | 'result' | 'project';
  /** In the bar at the foot of narrow screens. */
  docked?: boolean;
  counted?: 'review';
}

/** Everywhere the rail leads, in its order. */
export const places: readonly Place[] = [
  { path: '', label: 'Start', Icon: House, group: 'read', docked: true },
  { path: 'overview', label: 'Overview', Icon: Gauge, group: 'read' },
  { path: 'articles', label: 'Articles', Icon: FileText, group: 'read', docked: true },
  { path: 'questions', label: 'Questions', Icon: CircleHelp, group: 'read' },
  { path: 'claims', label: 'Claims', Icon: Scale, group: 'read', docked: true },
  { path: 'echoes', label: 'Echoes', Icon: Waypoints, group: 'read' },
  { path: 'entities', label: 'Entities', Icon: Shapes, group: 'read' },
  { path: 'review', label: 'Review', Icon: ClipboardCheck, group: 'argue', docked: true, counted: 'review' },
  { path: 'rounds', label: 'Rounds', Icon: EyeOff, group: 'argue' },
  { path: 'agreement', label: 'Agreement', Icon: GitCompareArrows, group: 'argue' },
  { path: 'threads', label: 'Threads', Icon: MessagesSquare, group: 'argue' },
  { path: 'export', label: 'Export', Icon: Download, group: 'result' },
  { path: 'history', label: 'History', Icon: History, group: 'result' },
  { path: 'members', label: 'Members', Icon: UsersRound, group: 'project' },
  { path: 'settings', label: 'Settings', Icon: Settings2, group: 'project' },
];

/** The address of a place in a project. */
export function placeHref(projectId: string, path: string): string {
  return path ? `/projects/${projectId}/${path}` : `/projects/${projectId}`;
}

/** The place that an address lies in, if any. */
export function placeOf(projectId: string, pathname: string): Place | undefined {
  const start = placeHref(projectId, '');
  if (pathname === start) return places[0];
  return places.find((place) => place.path && `${pathname}/`.startsWith(`${placeHref(projectId, place.path)}/`));
}
