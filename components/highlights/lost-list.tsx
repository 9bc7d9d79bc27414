'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import type { Highlight } from '@/lib/highlights/highlight';
import { LostEntry } from './lost-entry';
import { PlacingBar } from './placing-bar';
import { useDesk, useDeskState } from './use-desk';

const LISTED = 5;

/** Highlights whose words the shown version no longer holds: with the reason, to be placed by hand or let go; never guessed into place. */
export function LostList({ highlights }: { highlights: readonly Highlight[] }) {
  const desk = useDesk();
  const placing = useDeskState((state) => state.placing);
  const [all, setAll] = useState(false);
  const { projectId, articleId } = desk.place;
  const shown = all ? highlights : highlights.slice(0, LISTED);
  return (
    <Notice
      tone="warn"
      title={
        highlights.length === 1
          ? '1 highlight has lost its words'
          : `${highlights.length} highlights have lost their words`
      }
    >
      <p className="text-muted">
        A corrected text does not hold them.{' '}
        <TextLink href={`/projects/${projectId}/articles/${articleId}/versions`}>See what changed</TextLink>
      </p>
      <ul aria-label="Lost words" className="mt-2 flex flex-col gap-3">
        {shown.map((highlight) => (
          <LostEntry key={highlight.id} highlight={highlight} />
        ))}
      </ul>
      {highlights.length > shown.length ? (
        <Button size="small" className="mt-2" onClick={() => setAll(true)}>
          {`Show ${highlights.length - shown.length} more`}
        </Button>
      ) : null}
      {placing ? <PlacingBar lost={placing} /> : null}
    </Notice>
  );
}
