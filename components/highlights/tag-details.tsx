'use client';
import { ReviewBadge } from '@/components/ui/review-badge';
import { TextLink } from '@/components/ui/text-link';
import { Time } from '@/components/ui/time';
import type { Layer } from './layer';
import { TagActions } from './tag-actions';
import { TagReviews } from './tag-reviews';
import { TagSource } from './tag-source';
import { useDesk } from './use-desk';

/** Everything about the chosen tag, and what can be done with it. */
export function TagDetails({ layer }: { layer: Layer }) {
  const desk = useDesk();
  const { tag, highlight, own } = layer;
  const base = `/projects/${desk.place.projectId}`;
  const { translation } = highlight;
  return (
    <div className="flex flex-col gap-1.5 border-t border-line px-2 py-2">
      {tag?.claim ? (
        <p className="wrap-anywhere">
          <TextLink href={`${base}/claims/${tag.claim.id}`}>{tag.claim.statement}</TextLink>
        </p>
      ) : null}
      {tag?.claim ? (
        <p className="text-muted">
          <TagSource tag={tag} />
        </p>
      ) : null}
      {tag?.entity ? (
        <p className="text-muted wrap-anywhere">
          <TextLink href={`${base}/entities/${tag.entity.id}`}>{tag.entity.name}</TextLink>
          {tag.nameAsCited && tag.nameAsCited !== tag.entity.name ? <>, here “{tag.nameAsCited}”</> : null}
        </p>
      ) : null}
      {tag?.note ? <p className="wrap-anywhere whitespace-pre-wrap">{tag.note}</p> : null}
      {translation ? (
        <p className="text-muted wrap-anywhere">
          “{translation.text}” <span className="text-faint">translated by {translation.by.name}</span>
        </p>
      ) : null}
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-faint">
        <span>{own ? 'You' : (tag ?? highlight).author.name}</span>
        {layer.line === 'saving' ? 'Saving' : <Time at={(tag ?? highlight).createdAt} />}
        {tag ? <ReviewBadge state={tag.reviewState} /> : null}
      </p>
      {tag ? <TagReviews tag={tag} own={own} /> : null}
      {layer.line === 'saving' ? null : <TagActions layer={layer} />}
    </div>
  );
}
