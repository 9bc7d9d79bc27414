import type { HistoryLine } from '@/lib/activity/activity';

const key = (projectId: string) => `claimbench.here.${projectId}`;

/**
 * When this browser was last on the first page of a project, before this sitting: ISO 8601, or null for never. The first
 * call of a sitting (a tab) settles the answer, so that a reload does not make everything old.
 */
export function lastVisit(projectId: string, now: string, sitting: Storage, lasting: Storage): string | null {
  try {
    const settled = sitting.getItem(key(projectId));
    const before = settled ?? lasting.getItem(key(projectId)) ?? '';
    sitting.setItem(key(projectId), before);
    lasting.setItem(key(projectId), now);
    return before || null;
  } catch {
    return null; // storage is switched off: every visit is the first
  }
}

// One write may leave several lines; the first of each pair says less than the second.
const within: Partial<Record<string, string>> = { 'highlight.saved': 'tag.added', 'comment.added': 'thread.started' };

/** What others did after a moment, newest first; without one, their latest. One line for what was done at once. */
export function news(lines: readonly HistoryLine[], userId: string, since: string | null): HistoryLine[] {
  const said = new Set(lines.map(({ type, at, actor }) => `${type} ${at} ${actor.id}`));
  return lines.filter(({ type, at, actor }) => {
    const more = within[type];
    const told = more !== undefined && said.has(`${more} ${at} ${actor.id}`);
    return actor.id !== userId && (since === null || at > since) && !told;
  });
}

export type NewsLine = HistoryLine & { more: number };

/** What one person did several times without anything else between is one line, that of the latest, with how many more there were. */
export function gathered(lines: readonly HistoryLine[]): NewsLine[] {
  const told: NewsLine[] = [];
  for (const line of lines) {
    const last = told.at(-1);
    if (last && last.actor.id === line.actor.id && last.words === line.words) last.more += 1;
    else told.push({ ...line, more: 0 });
  }
  return told;
}
