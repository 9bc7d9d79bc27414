'use client';
import { DropPlace } from '@/components/articles/drop-place';
import { Unread } from '@/components/live/unread';
import { usePages } from '@/components/live/use-pages';
import { useHere } from '@/components/members/use-here';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ImportView } from '@/lib/imports/import';
import { DryRun } from './dry-run';
import { ImportItem } from './import-item';
import { countWords } from '@/lib/imports/import-words';
import { LabelTypes } from './label-types';
import { LookAgain } from './look-again';
import { useBringing } from './use-bringing';

const ACCEPT =
  '.json,.jsonl,.jsonld,.ann,.txt,.tsv,.conf,.zip,.tar,.tgz,.tar.gz,.gz,application/json,application/ld+json';

/** What was brought in before, with its undo; what came just now is said until it is taken back. */
function Earlier({ projectId, made }: { projectId: string; made: ImportView | null }) {
  const pages = usePages('listImports', { projectId }, {});
  if (pages.error) return <Unread what="Earlier imports" error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.rows.length === 0) return null;
  const isIn = pages.rows.some(({ id, undone }) => id === made?.id && !undone);
  return (
    <section aria-labelledby="earlier" className="flex max-w-4xl flex-col gap-3">
      {made && isIn && (
        <Notice tone="good" title="All of it is in">
          <p className="text-muted">{countWords(made.counts).join(' · ')}. Undo takes back all of it at once.</p>
        </Notice>
      )}

      <h2 id="earlier" className="text-lg font-semibold">
        Brought in
      </h2>
      <ul>
        {pages.rows.map((made) => (
          <ImportItem key={made.id} projectId={projectId} made={made} />
        ))}
      </ul>
      {pages.more && <Button onClick={pages.more}>Show more</Button>}
    </section>
  );
}

/** Another tool's annotations: chosen, tried without a trace, then brought in as one act that can be taken back. */
export function AnnotationsDesk({ projectId }: { projectId: string }) {
  const { may } = useHere(projectId);
  const { busy, problem, fault, check, made, passedOver, choose, mean, bring, again } = useBringing(projectId);
  const allowed = may('import.bring');
  const comes = check !== null && countWords(check.counts).length > 0;
  return (
    <div className="flex flex-col gap-8 pb-12">
      {allowed === true ? (
        <div className="max-w-4xl">
          <DropPlace onFiles={(files) => void choose(files)} accept={ACCEPT}>
            Drop files here that another tool wrote: W3C Web Annotation, Hypothesis, Label Studio, doccano, Prodigy,
            brat (each .ann with its .txt), WebAnno TSV, UIMA CAS, or a Claimbench export; or the ZIP or .tar.gz that
            such a tool wrote. First you see what would come; nothing is written before that.
          </DropPlace>
        </div>
      ) : (
        <p className="text-muted">{allowed.why}</p>
      )}
      {fault && (
        <Notice tone="bad" live>
          {fault}
        </Notice>
      )}
      <LookAgain problem={problem} onAgain={() => void again()} />
      {busy && !check && <p className="text-muted">Reading</p>}
      {check && (
        <DryRun projectId={projectId} check={check} passedOver={passedOver}>
          <LabelTypes
            projectId={projectId}
            labels={check.labels}
            disabled={busy}
            onType={(label, type) => void mean(label, type)}
          />
          {comes && (
            <Button variant="primary" size="large" className="self-start" busy={busy} onClick={() => void bring()}>
              Bring in
            </Button>
          )}
        </DryRun>
      )}
      <Earlier projectId={projectId} made={made} />
    </div>
  );
}
