import { entityLook } from '@/components/ui/entity-look';
import { choicesOf, type FilterPart } from './filter';
import type { Layer } from './layer';

interface Choice {
  value: string;
  label: string;
  hint?: string;
}

export const filterLabels: Record<FilterPart, string> = {
  author: 'Author',
  entity: 'Entity',
  claim: 'Claim',
  type: 'Type',
  review: 'Review',
};

const reviewChoices: Choice[] = [
  { value: 'unreviewed', label: 'Not reviewed' },
  { value: 'accepted', label: 'Accepted' },
  { value: 'needs-work', label: 'Needs work' },
  { value: 'rejected', label: 'Rejected' },
  { value: 'contested', label: 'Contested' },
];

function typeChoices(layers: readonly Layer[]): Choice[] {
  const types = [...new Set(layers.flatMap(({ tag }) => tag?.entity?.type ?? []))];
  return [
    { value: 'mentions', label: 'Mentions of entities' },
    ...types.map((type) => ({ value: type, label: entityLook(type).word })),
    { value: 'citations', label: 'Citations of claims' },
    { value: 'supports', label: 'Supports' },
    { value: 'contradicts', label: 'Contradicts' },
    { value: 'context', label: 'Context' },
    { value: 'bare', label: 'Highlights without a tag' },
  ];
}

/** What can be chosen for a part, in the words of the menu; authors, entities and claims with how often they occur. */
export function choicesFor(layers: readonly Layer[], part: FilterPart): Choice[] {
  if (part === 'review') return reviewChoices;
  if (part === 'type') return typeChoices(layers);
  return choicesOf(layers, part).map(({ value, label, count }) => ({ value, label, hint: String(count) }));
}
