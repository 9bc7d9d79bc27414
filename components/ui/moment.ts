const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * An instant in UTC for people: "28 Jul 2021", "28 Jul 2021, 14:05 UTC", or "14:05 UTC" alone. Written out by hand, because server and
 * browser do not agree on month names. A day without a time gets none; text that is no full date comes back as it is.
 */
export function absoluteTime(iso: string, detail: 'date' | 'minute' | 'clock' = 'minute'): string {
  const at = new Date(iso);
  // Engines make a date of almost anything ("summer 2021"): only ISO 8601 counts.
  if (!/^\d{4}-\d\d-\d\d/.test(iso) || Number.isNaN(at.getTime())) return iso;
  const day = `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
  if (detail === 'date' || !iso.includes('T')) return day;
  const pair = (n: number) => String(n).padStart(2, '0');
  const clock = `${pair(at.getUTCHours())}:${pair(at.getUTCMinutes())} UTC`;
  return detail === 'clock' ? clock : `${day}, ${clock}`;
}

const STEPS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago or ahead, in the largest whole unit: "3 hours ago", "just now". `now` in epoch milliseconds. */
export function relativeTime(iso: string, now: number): string {
  const seconds = Math.round((new Date(iso).getTime() - now) / 1000);
  if (Number.isNaN(seconds)) return '';
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) < size) continue;
    const count = Math.trunc(Math.abs(seconds) / size);
    const words = `${count} ${unit}${count === 1 ? '' : 's'}`;
    return seconds < 0 ? `${words} ago` : `in ${words}`;
  }
  return 'just now';
}
