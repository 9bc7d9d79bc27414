'use client';
import { useRead } from '@/components/live/use-read';
import { tourSteps, TOUR_CLAIM, TOUR_ENTITY, TOUR_QUESTION, type TourStep } from './tour-steps';

/** The steps with the addresses of what they show, as the project has it now. */
export function useTourSteps(projectId: string): TourStep[] {
  const names = useRead('listEntityNames', { projectId });
  const entity = names.data?.items.find(({ name }) => name === TOUR_ENTITY);
  const mentions = useRead('listMentions', { id: entity?.id ?? '' }, { limit: 1 }, { enabled: entity !== undefined });
  const mention = mentions.data?.items[0];
  const claims = useRead('listClaimStatements', { projectId });
  const claim = claims.data?.items.find(({ statement }) => statement === TOUR_CLAIM);
  const questions = useRead('listQuestions', { projectId });
  const question = questions.data?.items.find(({ text }) => text === TOUR_QUESTION);
  return tourSteps({
    projectId,
    ...(entity ? { entity } : {}),
    ...(mention ? { mention: { highlightId: mention.highlight.id, articleId: mention.article.id } } : {}),
    ...(claim ? { claim } : {}),
    ...(question ? { question } : {}),
  });
}
