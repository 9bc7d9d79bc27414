import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';
import { Notice } from '@/components/ui/notice';
import type { Draft } from './draft';

const conflict = late(() => import('./composer-conflict').then((file) => file.ComposerConflict));

/** Why the server refused, and, where the tag has moved on meanwhile, both states of what differs. */
export function ComposerProblem({ draft }: { draft: Draft }) {
  const { problem, purpose } = draft;
  if (!problem) return null;
  return (
    <Notice tone="bad" title="Not saved" live>
      {problem}
      {purpose.kind === 'edit' ? <LatePart of={conflict} wanted={false} with={{ draft, tag: purpose.tag }} /> : null}
    </Notice>
  );
}
