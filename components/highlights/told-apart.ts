import type { Distinction } from '@/lib/merges/merge';
import type { Choice, Choices } from './choices';

/** What a project remembers of pairs of entities. */
export type Told = Pick<Distinction, 'things' | 'sameness' | 'reason'>;

const words = { different: 'Not the same as', maybe: 'May be the same as' } as const;

/** What was said of an entity and others that the same words may name: that they are not the same first. Null where nothing was. */
export function toldApart(id: string, rivals: readonly string[], told: readonly Told[]): string | null {
  const lines = told.flatMap(({ things: [one, other], sameness, reason }) => {
    const rival = one.id === id ? other : other.id === id ? one : null;
    return rival && rivals.includes(rival.id)
      ? [{ sameness, line: `${words[sameness]} “${rival.label}”: ${reason}` }]
      : [];
  });
  const [first] = lines.sort((a, b) => Number(a.sameness === 'maybe') - Number(b.sameness === 'maybe'));
  return first?.line ?? null;
}

/** Lines for the composer, each with what was said of it and of another that the same words may name. */
export function withTold({ list, first }: Choices, told: readonly Told[]): Choices {
  if (told.length === 0) return { list, first };
  const rivals = list.flatMap(({ key, target }) => (target.kind === 'entity' ? [key] : []));
  const marked = (choice: Choice): Choice =>
    choice.target.kind === 'entity' ? { ...choice, warning: toldApart(choice.key, rivals, told) } : choice;
  return { list: list.map(marked), first };
}
