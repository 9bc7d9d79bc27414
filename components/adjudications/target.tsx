import { EntityMark } from '@/components/ui/entity-mark';
import { StanceMark } from '@/components/ui/stance-mark';
import type { Tag } from '@/lib/highlights/highlight';

/** What the words are tagged as, and who says it. */
export function Target({ tag }: { tag: Tag }) {
  const said = [
    tag.speaker && `said by ${tag.speaker.name}`,
    tag.via && `via ${tag.via.name}${tag.via.on ? `, ${tag.via.on}` : ''}`,
    tag.implied && (tag.impliedHow ? `implied: ${tag.impliedHow}` : 'implied'),
  ].filter(Boolean);
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <p className="flex min-w-0 items-baseline gap-2">
        {tag.stance ? <StanceMark stance={tag.stance} denies={tag.denies} /> : <EntityMark type={tag.entity!.type} />}
        <span className="min-w-0 wrap-anywhere">{tag.claim?.statement ?? tag.entity!.name}</span>
      </p>
      {said.length > 0 && <p className="text-sm text-muted">{said.join(' · ')}</p>}
    </div>
  );
}
