'use client';
import { useEffect, useEffectEvent } from 'react';
import { beHere, type Reads } from './be-here';

const nowhere: Reads = () => null;

/** Lets colleagues see that somebody is at this article or claim while the page is open, and where in its text they read. */
export function useBeHere(projectId: string, subject: { articleId: string } | { claimId: string }, reads = nowhere) {
  const place = useEffectEvent(reads);
  const [kind, id] = 'articleId' in subject ? ['articleId', subject.articleId] : ['claimId', subject.claimId];
  useEffect(
    () => beHere(projectId, kind === 'articleId' ? { articleId: id } : { claimId: id }, () => place()),
    [projectId, kind, id],
  );
}
