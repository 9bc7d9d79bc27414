import { notices, type NoticeKind } from './notification';

/** How many unread lines of a kind came in a project. */
export type Counted = { projectId: string; project: string; kind: NoticeKind; count: number };

/**
 * A mail about an inbox: counts, kinds, names of projects and links. It is never handed a word of an article, a quote, a statement or a
 * comment, so it cannot tell one.
 */
export function digestOf(lines: Counted[], address: string): { subject: string; text: string } {
  const total = lines.reduce((sum, { count }) => sum + count, 0);
  const projects = [...new Map(lines.map(({ projectId, project }) => [projectId, project]))];
  const sections = projects.map(([id, name]) =>
    [
      oneLine(name),
      ...lines.filter((line) => line.projectId === id).map(({ kind, count }) => `  ${count} × ${notices[kind].name}`),
      `  ${address}/projects/${id}/inbox?state=unread`,
    ].join('\n'),
  );
  const subject = `Claimbench: ${total} unread in ${projects.length === 1 ? oneLine(projects[0]![1]) : `${projects.length} projects`}`;
  const foot = `How often this comes, and of what: ${address}/account#notifications`;
  return { subject, text: `${[...sections, foot].join('\n\n')}\n` };
}

// A name with a line break would begin a header, or a line that looks like one of ours.
const oneLine = (name: string) => name.replace(/\s+/g, ' ').trim();
