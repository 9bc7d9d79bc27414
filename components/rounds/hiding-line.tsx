'use client';
import { useRead } from '@/components/live/use-read';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { bodyOf, type RoundDraft } from './round-draft';

const several = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** What a blind round would hide of what is there already, before it is opened. */
export function HidingLine({ projectId, draft }: { projectId: string; draft: RoundDraft }) {
  const { articleIds = [], claimIds = [] } = bodyOf(draft);
  const ids = { articleIds: articleIds.join(','), claimIds: claimIds.join(',') };
  const any = articleIds.length + claimIds.length > 0;
  const preview = useRead('previewRound', { projectId }, ids, { enabled: draft.blind && any });
  if (!draft.blind || !any || !preview.data) return null;
  const { tags, threads, assessments, taken } = preview.data;
  const taking = taken[0];
  if (taking)
    return (
      <Notice tone="warn">
        {taken.length === 1 ? '1 of these is' : `${taken.length} of these are`} in{' '}
        <TextLink href={`/projects/${projectId}/rounds/${taking.roundId}`}>{taking.round}</TextLink>, which is blind and
        open. Take them out, or reveal that one first.
      </Notice>
    );
  const parts = [
    ...(tags && draft.about === 'articles' ? [several(tags, 'tag', 'tags')] : []),
    ...(assessments ? [several(assessments, 'assessment', 'assessments')] : []),
    ...(threads ? [several(threads, 'thread', 'threads')] : []),
  ];
  if (parts.length === 0) return null;
  return (
    <Notice>
      {parts.join(' and ')} {parts.length === 1 && /^1 /.test(parts[0]!) ? 'is' : 'are'} there already: each will be
      seen by whoever made it only, and by all again at the reveal.
    </Notice>
  );
}
