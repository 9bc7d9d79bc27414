import { absoluteTime } from '@/components/ui/moment';
import type { Tag } from '@/lib/highlights/highlight';
import { stanceWord } from './layer';

/** What a citation does to its claim, who says it and whose report that is. */
export function TagSource({ tag }: { tag: Tag }) {
  return (
    <>
      {stanceWord(tag)}
      {tag.speaker ? (
        <>
          , said by <bdi>{tag.speaker.name}</bdi>
        </>
      ) : null}
      {tag.via ? (
        <>
          , via {tag.via.name}
          {tag.via.on ? ` of ${absoluteTime(tag.via.on, 'date')}` : null}
        </>
      ) : null}
      {tag.implied ? <>, implied{tag.impliedHow ? `: ${tag.impliedHow}` : null}</> : null}
    </>
  );
}
