'use client';
import { useState } from 'react';
import { keepMany } from '@/components/highlights/keep-many';
import { problemOf } from '@/components/highlights/desk';
import { useDesk, useLanguage } from '@/components/highlights/use-desk';
import { useHere } from '@/components/members/use-here';
import { Button } from '@/components/ui/button';
import { EntityMark } from '@/components/ui/entity-mark';
import { notifyProblem } from '@/components/ui/notify';
import { StanceMark } from '@/components/ui/stance-mark';
import { api } from '@/lib/api/client';
import type { EchoedTag, EchoedTags } from '@/lib/echoes/echo';
import type { TagInput } from '@/lib/highlights/highlight';

/** How sure its author was is theirs alone: it is not brought along. */
function tagOf({ entity, claim, stance, speaker, via, denies, implied, impliedHow }: EchoedTag): TagInput {
  if (entity) return { entityId: entity.id };
  const source = { speakerId: speaker?.id ?? null, viaId: via?.id ?? null, viaOn: via?.on ?? null };
  return {
    claimId: claim!.id,
    stance: stance ?? 'supports',
    ...source,
    denies,
    implied,
    ...(impliedHow ? { impliedHow } : {}),
  };
}

/** Tags on the same words, together: one highlight for each place. */
function itemsOf(tags: readonly EchoedTag[]) {
  const places = new Map<string, { start: number; end: number; quote: string; tags: TagInput[] }>();
  for (const tag of tags) {
    const { start, end, quote } = tag;
    const place = places.get(`${start} ${end}`) ?? { start, end, quote, tags: [] };
    place.tags.push(tagOf(tag));
    places.set(`${start} ${end}`, place);
  }
  return [...places.values()];
}

/** The tags that were made on these words in the other article, to be made here as one's own: one write, one undo. */
export function BringTags({ offer: { article, tags } }: { offer: EchoedTags }) {
  const desk = useDesk();
  const language = useLanguage();
  const { may } = useHere(desk.place.projectId);
  const [busy, setBusy] = useState(false);
  if (may('highlight.save') !== true) return null;

  async function bring() {
    setBusy(true);
    try {
      const made = await api('saveHighlights', {
        params: { id: desk.place.articleId },
        body: { items: itemsOf(tags) },
      });
      keepMany(desk, made.items);
    } catch (error) {
      notifyProblem(`Nothing was brought here. ${problemOf(error).message}`);
    }
    setBusy(false);
  }
  const count = tags.length === 1 ? '1 tag was' : `${tags.length} tags were`;
  return (
    <section aria-label="Tags on these words elsewhere" className="flex flex-col gap-2 rounded-sm bg-desk p-3">
      <p>
        {count} made on these words in <span className="font-medium">{article.title}</span>.
      </p>
      <ul className="flex flex-col gap-1">
        {tags.map((tag) => (
          <li key={tag.tagId} className="flex min-w-0 items-center gap-2">
            {tag.entity ? (
              <EntityMark type={tag.entity.type} />
            ) : (
              <StanceMark stance={tag.stance ?? 'supports'} compact />
            )}
            <span className="min-w-0 truncate">{tag.entity?.name ?? tag.claim?.statement}</span>
            <span className="min-w-0 flex-1 truncate text-sm text-faint">
              “<bdi lang={language}>{tag.quote}</bdi>”
            </span>
            <span className="shrink-0 text-sm text-muted">{tag.author.name}</span>
          </li>
        ))}
      </ul>
      <div>
        <Button size="small" busy={busy} onClick={() => void bring()}>
          Bring {tags.length === 1 ? 'it' : 'them'} here
        </Button>
      </div>
    </section>
  );
}
