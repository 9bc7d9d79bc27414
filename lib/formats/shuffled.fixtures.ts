/** The same value with every list and every object's fields in another order. */
export function shuffled<T>(value: T, random: () => number): T {
  const mix = <E>(list: E[]): E[] =>
    list
      .map((one) => ({ one, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one);
  if (Array.isArray(value)) return mix(value.map((one) => shuffled(one as unknown, random))) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(mix(Object.entries(value)).map(([name, one]) => [name, shuffled(one, random)])) as T;
}
