/** Traffic Light Protocol 2.0 (FIRST, August 2022), from what all may read to what stays among those present. */
export const tlps = ['clear', 'green', 'amber', 'amber+strict', 'red'] as const;
export type Tlp = (typeof tlps)[number];
/** Null is unmarked: nobody has said who may read it. */
export type Marking = Tlp | null;

/** As the protocol wants it written: "TLP:AMBER+STRICT". */
export const sayTlp = (tlp: Tlp): string => `TLP:${tlp.toUpperCase()}`;
export const sayMarking = (marking: Marking): string => (marking ? sayTlp(marking) : 'unmarked');

/** Who may read it, in the protocol's sense and our words. */
export const readers: Record<Tlp, string> = {
  clear: 'everybody',
  green: 'the community, not the public',
  amber: 'the organisation and its clients, who need to know',
  'amber+strict': 'the organisation alone, who need to know',
  red: 'those present, and nobody else',
};

// Unmarked stands between clear and green. Nobody has said that everybody may read it, so it is not clear; nobody has limited it either,
// so a project that marks nothing is not stopped by a ceiling.
const SCALE: readonly Marking[] = ['clear', null, 'green', 'amber', 'amber+strict', 'red'];
const rank = (marking: Marking): number => SCALE.indexOf(marking);

/** Whether this is marked higher than the other. */
export const isAbove = (marking: Marking, other: Marking): boolean => rank(marking) > rank(other);

/** The highest of these; unmarked, of nothing. */
export const highest = (markings: Iterable<Marking>): Marking => {
  let top: Marking | undefined;
  for (const one of markings) if (top === undefined || isAbove(one, top)) top = one;
  return top ?? null;
};

/** Why something does not leave under this ceiling; null where it may. */
export function sayAbove(marking: Marking, ceiling: Tlp | undefined): string | null {
  if (!ceiling || !isAbove(marking, ceiling)) return null;
  if (marking) return `It is marked ${sayTlp(marking)}, above the ceiling ${sayTlp(ceiling)}.`;
  return `It is not marked: under the ceiling ${sayTlp(ceiling)} only what is marked ${sayTlp('clear')} leaves.`;
}
