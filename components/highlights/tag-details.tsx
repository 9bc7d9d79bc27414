'use client';
import { X } from 'lucide-react';
import { CarriedLine } from '@/components/articles/carried-line';
import { OnThis } from '@/components/reviews/on-this';
import { useColleagues } from '@/components/reviews/use-colleagues';
import { IconButton } from '@/components/ui/icon-button';
import { TextLink } from '@/components/ui/text-link';
import { ReviewBadge } from '@/components/ui/review-badge';
import { Time } from '@/components/ui/time';
import { PersonName } from '@/components/ui/person-name';
import type { Layer } from './layer';
import { LayerSign } from './layer-sign';
import { SaidOf } from './said-of';
import { TagActions } from './tag-actions';
import { TagReviews } from './tag-reviews';
import { TagSource } from './tag-source';
import { TagTick } from './tag-tick';
import { Translation } from './translation';
import { useDesk, useDeskState, useLanguage } from './use-desk';

function Title({ layer: { tag, highlight } }: { layer: Layer }) {
  const base = `/projects/${useDesk().place.projectId}`;
  const language = useLanguage();
  if (tag?.claim) return <TextLink href={`${base}/claims/${tag.claim.id}`}>{tag.claim.statement}</TextLink>;
  if (!tag?.entity)
    return (
      <span dir="auto" lang={language} className="quoted line-clamp-3">
        {highlight.quote}
      </span>
    );
  const { id, name } = tag.entity;
  return (
    <>
      <TextLink href={`${base}/entities/${id}`}>{name}</TextLink>
      {tag.nameAsCited && tag.nameAsCited !== name ? (
        <span className="text-muted">
          {' '}
          here “<bdi lang={language}>{tag.nameAsCited}</bdi>”
        </span>
      ) : null}
    </>
  );
}

/** Colleagues who are about to judge it. */
function Reviewing({ tagId }: { tagId: string }) {
  const { projectId, me } = useDesk().place;
  const people = useColleagues(projectId, me.id).on.get(tagId);
  return people ? (
    <p>
      <OnThis people={people} />
    </p>
  ) : null;
}

/** Everything about the chosen tag, and what can be done with it. */
export function TagDetails({ layer }: { layer: Layer }) {
  const desk = useDesk();
  const language = useLanguage();
  const { tag, highlight, own } = layer;
  const said = useDeskState((state) => state.said.get(layer.id));
  const { translation } = highlight;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-start gap-2">
        <span className="mt-0.5 flex gap-2">
          <TagTick layer={layer} />
          <LayerSign tag={tag} />
        </span>
        <p className="min-w-0 flex-1 font-medium wrap-anywhere">
          <Title layer={layer} />
        </p>
        <IconButton
          label="Close"
          size="small"
          className="-my-0.5 -mr-1"
          icon={<X size={14} aria-hidden />}
          onClick={() => desk.leaveTag()}
        />
      </div>
      {tag?.claim ? (
        <p className="text-muted wrap-anywhere">
          <TagSource tag={tag} />
        </p>
      ) : null}
      {tag?.note ? (
        <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
          {tag.note}
        </p>
      ) : null}
      {translation ? <Translation translation={translation} /> : null}
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-faint">
        {own ? <span>You</span> : <PersonName person={(tag ?? highlight).author} />}
        {tag?.externalAuthor ? <PersonName person={{ name: tag.externalAuthor, external: true }} before="for" /> : null}
        {tag?.proposedBy ? (
          <span>
            as proposed by <PersonName person={tag.proposedBy} />
          </span>
        ) : null}
        {layer.line === 'saving' ? 'Saving' : <Time at={(tag ?? highlight).createdAt} />}
        {tag && tag.confidence !== null ? <span>confidence {tag.confidence}</span> : null}
        {tag ? <ReviewBadge state={tag.reviewState} /> : null}
        {said ? <SaidOf {...said} /> : null}
      </p>
      <CarriedLine projectId={desk.place.projectId} highlight={highlight} lang={language} />
      {tag ? <Reviewing tagId={tag.id} /> : null}
      {tag ? <TagReviews tag={tag} /> : null}
      {layer.line === 'saving' ? null : <TagActions layer={layer} />}
    </div>
  );
}
