import type { BroughtFile, Left } from './brought';

export interface Line {
  readonly value: unknown;
  readonly at: string;
}

/** The values of JSON Lines, or of one JSON text, a list or by itself; what is neither is listed. Null when nothing can be read. */
export function jsonLines({ name, text }: BroughtFile): { lines: Line[]; left: Left[] } | null {
  const whole = parsed(text);
  if (Array.isArray(whole?.value))
    return {
      lines: (whole.value as unknown[]).map((value, index) => ({ value, at: `${name}, number ${index + 1}` })),
      left: [],
    };
  if (whole) return { lines: [{ value: whole.value, at: name }], left: [] };
  const lines: Line[] = [];
  const left: Left[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const one = parsed(line);
    const at = `${name}, line ${index + 1}`;
    if (one) lines.push({ value: one.value, at });
    else left.push({ at, what: line.slice(0, 60), why: 'This line is not JSON.' });
  }
  return lines.length ? { lines, left } : null;
}

/** The value of a JSON text; null when it is none. A byte order mark before it is passed over. */
export function parsed(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) as unknown };
  } catch {
    return null;
  }
}
