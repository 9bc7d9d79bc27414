import { Badge } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/text-link';
import type { AnswerOf } from '@/lib/api/client';
import { Changes } from './changes';
import { count } from './formats';
import { LeftOutList } from './left-out-list';

type PreviewView = AnswerOf<'previewExport'>;
const several = (many: number, one: string) => (many === 1 ? `1 ${one}` : `${count(many)} ${one}s`);

/** That a list does not show all there is. */
function More({ shown, of }: { shown: number; of: number }) {
  return shown < of ? <p className="text-muted">and {count(of - shown)} more</p> : null;
}

/** What would be in an export made now, `narrowed` to claims that rest on something, and what would be left out and why. */
export function Preview({
  projectId,
  preview,
  narrowed,
}: {
  projectId: string;
  preview: PreviewView;
  narrowed: boolean;
}) {
  const { claims, leftOut, changes, counts } = preview;
  return (
    <div className="flex min-w-0 flex-col gap-8">
      {changes ? (
        <section aria-labelledby="inside" className="flex flex-col gap-3">
          <h2 id="inside" className="text-lg font-semibold">
            What changed
          </h2>
          <Changes projectId={projectId} claims={claims} changes={changes} />
        </section>
      ) : (
        <Inside projectId={projectId} claims={claims} of={counts.claims} leftOut={counts.leftOut} narrowed={narrowed} />
      )}
      {leftOut.length > 0 && (
        <section aria-labelledby="outside" className="flex flex-col gap-2">
          <h2 id="outside" className="text-lg font-semibold">
            {several(counts.leftOut, 'claim')} left out
          </h2>
          <Disclosure summary="Which, and why" open={leftOut.length <= 20}>
            <LeftOutList projectId={projectId} leftOut={leftOut} />
            <More shown={leftOut.length} of={counts.leftOut} />
          </Disclosure>
        </section>
      )}
    </div>
  );
}

interface InsideProps {
  projectId: string;
  claims: PreviewView['claims'];
  of: number;
  leftOut: number;
  narrowed: boolean;
}

function Inside({ projectId, claims, of, leftOut, narrowed }: InsideProps) {
  const none = narrowed ? 'No approved claim rests on that' : 'No claim is approved yet';
  const href = (id: string) => `/projects/${projectId}/claims/${id}`;
  return (
    <section aria-labelledby="inside" className="flex flex-col gap-2">
      <h2 id="inside" className="text-lg font-semibold">
        {of === 0 ? none : `${several(of, 'claim')} will be in it`}
      </h2>
      {claims.length === 0 && !(narrowed && leftOut === 0) && (
        <p className="text-muted">
          Only approved claims are exported.{' '}
          {leftOut > 0 ? (
            'Below is what each of the others still needs.'
          ) : (
            <>
              Select words in <TextLink href={`/projects/${projectId}/articles`}>an article</TextLink>, or state{' '}
              <TextLink href={`/projects/${projectId}/claims`}>a claim</TextLink>; a colleague approves it.
            </>
          )}
        </p>
      )}
      <ul>
        {claims.map((claim) => (
          <li key={claim.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line py-2">
            <TextLink href={href(claim.id)} className="min-w-0 flex-1 basis-64 wrap-anywhere">
              {claim.statement}
            </TextLink>
            <span className="text-muted">{several(claim.citations, 'citation')}</span>
            {claim.openQuestions > 0 && <Badge tone="warn">its question is open</Badge>}
            {claim.dissent > 0 && <Badge tone="warn">{claim.dissent} in dissent</Badge>}
          </li>
        ))}
      </ul>
      <More shown={claims.length} of={of} />
    </section>
  );
}
