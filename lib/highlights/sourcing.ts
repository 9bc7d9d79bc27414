// How a citation comes by its words. Computed from who says it and whose report it is, never entered.

export interface Sourced {
  readonly speaker: { readonly type: string } | null;
  readonly via: object | null;
}

/** In the order in which they are said. */
export type Sourcing = 'on record' | 'anonymous' | 'second-hand';

/**
 * On record: somebody named says it. Anonymous: an unnamed source does. Second-hand: another's report is relayed, whoever speaks in
 * it. Nothing of these: the outlet says it in its own voice.
 */
export function sourcingOf({ speaker, via }: Sourced): Sourcing[] {
  const voice = speaker && (speaker.type === 'unnamed-source' ? ('anonymous' as const) : ('on record' as const));
  return [...(voice ? [voice] : []), ...(via ? ['second-hand' as const] : [])];
}
