'use client';
import { Refusal } from '@/components/live/refusal';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { useHere } from '@/components/members/use-here';
import { announce } from '@/components/ui/announce';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/text-link';
import { Time } from '@/components/ui/time';
import { api } from '@/lib/api/client';
import type { ImportView } from '@/lib/imports/import';
import { formatNames } from '@/lib/readers/brought';
import { countWords } from '@/lib/imports/import-words';

/** What an undo left because others had built on it. */
function Kept({ kept }: { kept: NonNullable<ImportView['undone']>['kept'] }) {
  if (kept.length === 0) return null;
  return (
    <Disclosure summary={`${kept.length} stayed: others had built on them`}>
      <ul className="flex flex-col gap-0.5">
        {kept.map(({ what, why }, index) => (
          <li key={index} className="wrap-anywhere">
            “{what}” <span className="text-muted">{why}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** One import: what it was, by whom, and its undo. */
export function ImportItem({ projectId, made }: { projectId: string; made: ImportView }) {
  const { may } = useHere(projectId);
  const forget = useForget();
  const { busy, problem, send } = useSend();
  const { undone, files, articleIds } = made;

  async function undo() {
    const done = await send(() => api('undoImport', { params: { id: made.id }, body: {}, ifMatch: made.version }));
    if (!done) return;
    announce('The import was taken back.');
    forget('listImports', 'listArticles', 'listEntities', 'listClaims', 'listThreads', 'listHistory');
  }
  return (
    <li className="flex flex-col gap-1 border-b border-line py-2">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-medium wrap-anywhere">
          {files.length === 1 ? files[0] : `${files[0]} and ${files.length - 1} more`}
        </span>
        <span className="text-muted">{formatNames[made.format]}</span>
        <span className="text-muted">
          {made.creator.name}, <Time at={made.createdAt} />
        </span>
        {undone ? (
          <Badge>taken back</Badge>
        ) : (
          may('import.undo', made) === true && (
            <Button size="small" busy={busy} onClick={() => void undo()}>
              Undo
            </Button>
          )
        )}
      </div>
      <p className="text-muted">{countWords(made.counts).join(' · ')}</p>
      {!undone && articleIds.length === 1 && (
        <TextLink href={`/projects/${projectId}/articles/${articleIds[0]}`}>Open the article</TextLink>
      )}
      {undone && (
        <p className="text-sm text-muted">Choose the file again to bring it again: what stayed does not come twice.</p>
      )}
      {undone && <Kept kept={undone.kept} />}
      <Refusal problem={problem} />
    </li>
  );
}
