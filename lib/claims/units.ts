import { fold } from '@/lib/entities/folding';

// Pure: which units measure the same thing for certain, and how many of the first of their kind each is.

type Dimension = 'length' | 'area' | 'mass' | 'volume' | 'time' | 'share' | 'people';

/** Names that are folded already, singular and plural, by size in the dimension's own unit. */
const UNITS: readonly (readonly [Dimension, number, string])[] = [
  ['length', 0.001, 'mm millimetre millimetres millimeter millimeters'],
  ['length', 0.01, 'cm centimetre centimetres centimeter centimeters'],
  ['length', 1, 'm metre metres meter meters'],
  ['length', 1000, 'km kilometre kilometres kilometer kilometers'],
  ['length', 1609.344, 'mi mile miles'],
  ['length', 0.3048, 'ft foot feet'],
  ['area', 1, 'm2 m² sqm'],
  ['area', 10_000, 'ha hectare hectares'],
  ['area', 1_000_000, 'km2 km² sqkm'],
  ['mass', 0.001, 'g gram grams'],
  ['mass', 1, 'kg kilo kilos kilogram kilograms'],
  ['mass', 1000, 't tonne tonnes'],
  ['volume', 1, 'l litre litres liter liters'],
  // Months and years differ in length: within one unit they compare, with days they do not.
  ['time', 1, 's second seconds'],
  ['time', 60, 'min minute minutes'],
  ['time', 3600, 'h hour hours'],
  ['time', 86_400, 'day days'],
  ['time', 604_800, 'week weeks'],
  ['share', 1, '% percent per-cent'],
  ['people', 1, 'person persons people'],
];
const known = new Map(
  UNITS.flatMap(([dimension, size, names]) => names.split(' ').map((name) => [fold(name), { dimension, size }])),
);

const singular = (unit: string) => unit.replace(/(?<=[a-z]{2}[^s])s$/, '');

/** How many of `to` make one of `from`; null when it is not certain that they measure the same. No unit counts as a noun's count. */
export function factor(from: string | null, to: string | null): number | null {
  const [one, other] = [fold(from ?? ''), fold(to ?? '')];
  if (singular(one) === singular(other)) return 1;
  const [a, b] = [known.get(one), known.get(other)];
  if (a && b) return a.dimension === b.dimension ? a.size / b.size : null;
  // "100 to 250" beside "400 men": a bare number counts what the other names. It measures no kilometres.
  const counted = one === '' ? b : other === '' ? a : undefined;
  const bare = one === '' || other === '';
  return bare && (!counted || counted.dimension === 'people') ? 1 : null;
}
