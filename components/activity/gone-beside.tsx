'use client';
import { useEffect } from 'react';
import { useBegun } from '@/components/editor/use-begun';
import { useRead } from '@/components/live/use-read';
import { announce } from '@/components/ui/announce';
import { ButtonLink } from '@/components/ui/button-link';
import { CopyButton } from '@/components/ui/copy-button';
import { Time } from '@/components/ui/time';
import type { HistoryLine } from '@/lib/activity/activity';
import { BringBack } from './bring-back';

interface GoneBesideProps {
  projectId: string;
  of: { id: string; highlightId: string; what: string };
}

/** The newest of what was done with tags: a deletion among it was seen as it happened. */
const RECENT = 50;

/** The line that says it was deleted: alone, with the words that it lies on, or among several. */
const deletionOf = (lines: readonly HistoryLine[], { id, highlightId }: GoneBesideProps['of']) =>
  lines.find(
    ({ type, subjectId, fields }) =>
      type.endsWith('.deleted') && [id, highlightId].some((one) => subjectId === one || fields.includes(one)),
  );

/** Beside the field of whoever writes about something that was deleted meanwhile: by whom, what becomes of the words, and the way back. */
export function GoneBeside({ projectId, of }: GoneBesideProps) {
  const history = useRead('listHistory', { projectId }, { kind: 'tags', limit: RECENT });
  const line = deletionOf(history.data?.items ?? [], of);
  const begun = useBegun(projectId, of.id).map(({ text }) => text);
  const what = of.what === 'tag' ? 'this tag' : 'this highlight';
  const who = line ? `${line.actor.name} deleted ${what}` : `${what[0]!.toUpperCase()}${what.slice(1)} was deleted`;
  const way = line?.back
    ? ''
    : ` ${line ? `${line.actor.name} or a lead` : 'Whoever deleted it, or a lead,'} can bring it back from the history.`;
  const words =
    begun.length > 0
      ? ' What you wrote is kept, and can be sent when it is there again.'
      : ' Nothing can be sent here until it is there again.';
  const settled = !history.isPending;
  useEffect(() => {
    if (settled) announce(`${who}.${words}`, true);
  }, [settled, who, words]);
  if (!settled) return null;
  return (
    <section aria-label={`${who}`} className="my-2 flex flex-col gap-2 border-s-3 border-warn ps-3">
      <p className="wrap-anywhere">
        {who}
        {line && (
          <>
            , <Time at={line.at} />
          </>
        )}
        .{words}
        {way}
      </p>
      <p className="flex flex-wrap gap-2">
        {line && <BringBack line={line} main />}
        {begun.length > 0 && (
          <CopyButton text={begun.join('\n\n')} variant="plain">
            Copy what you wrote
          </CopyButton>
        )}
        <ButtonLink
          size="small"
          href={`/projects/${projectId}/history?${line ? `about=${line.subjectId}` : 'kind=tags'}`}
        >
          History
        </ButtonLink>
      </p>
    </section>
  );
}
