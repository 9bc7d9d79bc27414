/**
 * Which claim comes after this one among those that wait, by id: the next in line, and after the last the first again.
 * `line` is the line when `current` last stood in it (it leaves with its verdict), `now` what still waits. Null when nothing else waits.
 */
export function nextWaiting(line: readonly string[], now: readonly string[], current: string): string | null {
  const waiting = new Set(now);
  waiting.delete(current);
  const after = line.slice(line.indexOf(current) + 1).find((id) => waiting.has(id));
  return after ?? now.find((id) => waiting.has(id)) ?? null;
}
