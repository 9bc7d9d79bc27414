/** Up to two letters of a name, in any script; "?" when there is none. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s.@_-]+/u)
    .filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  const letters = ends.map((word) => [...(word ?? '')][0] ?? '').join('');
  if (words.length === 1) return [...(words[0] ?? '')].slice(0, 2).join('').toUpperCase() || '?';
  return letters.toUpperCase() || '?';
}

/** A number 0–7 that stays the same for a person: picks the colours of their initials. */
export function avatarTone(id: string): number {
  let sum = 0;
  for (const sign of id) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) >>> 0;
  return sum % 8;
}
