import { EntityMark } from '@/components/ui/entity-mark';
import { LetterMark } from '@/components/ui/letter-mark';
import { StanceMark } from '@/components/ui/stance-mark';
import type { Layer } from './layer';

/** The sign of a tag: its entity's letter, its stance, or H for words without a tag. */
export function LayerSign({ tag }: Pick<Layer, 'tag'>) {
  if (tag?.entity) return <EntityMark type={tag.entity.type} />;
  if (tag?.stance) return <StanceMark stance={tag.stance} denies={tag.denies} compact />;
  return <LetterMark letter="H" tone="unnamed" label="Highlight without a tag" />;
}
