'use client';
import { useState } from 'react';
import { Refusal } from '@/components/live/refusal';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { useHere } from '@/components/members/use-here';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Choices } from '@/components/ui/choices';
import { CopyButton } from '@/components/ui/copy-button';
import { Notice } from '@/components/ui/notice';
import { api } from '@/lib/api/client';
import type { Resting } from '@/lib/claims/resting';
import type { ExportFormat, MadeExport } from '@/lib/exports/export';
import { DownloadLink } from './download-link';
import { formats, sizeWords } from './formats';

interface MakeExportProps {
  projectId: string;
  claims: number;
  /** What the claims are narrowed to. */
  rests: Resting[];
}

/** Chooses a format and makes the file. */
export function MakeExport({ projectId, claims, rests }: MakeExportProps) {
  const { may } = useHere(projectId);
  const forget = useForget();
  const { busy, problem, send } = useSend();
  const [format, setFormat] = useState<ExportFormat>('html');
  const [made, setMade] = useState<MadeExport | null>(null);
  const allowed = may('export.make');

  async function make() {
    const body = { format, ...(rests.length ? { filter: { rests } } : {}) };
    const done = await send(() => api('makeExport', { params: { projectId }, body }));
    if (!done) return;
    setMade(done);
    announce('The export is ready.');
    forget('listExports', 'listHistory');
  }
  return (
    <section aria-labelledby="make" className="flex flex-col gap-3">
      <h2 id="make" className="text-lg font-semibold">
        Make an export
      </h2>
      <Choices label="Format" value={format} onValueChange={setFormat} options={formats} />
      <Refusal problem={problem} />
      {allowed === true ? (
        <Button
          variant="primary"
          size="large"
          className="self-start"
          busy={busy}
          disabled={claims === 0}
          onClick={() => void make()}
        >
          {claims === 0 ? 'Nothing to export yet' : claims === 1 ? 'Export 1 claim' : `Export ${claims} claims`}
        </Button>
      ) : (
        <p className="text-muted">{allowed.why}</p>
      )}
      {made && <Ready made={made} />}
    </section>
  );
}

function Ready({ made }: { made: MadeExport }) {
  const bytes = made.manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <Notice tone="good" title={`${made.fileName}, ${sizeWords(bytes)}`}>
      <p className="mt-1 text-sm text-muted">
        SHA-256 <code className="font-mono break-all select-all">{made.sha256}</code>
      </p>
      <div className="mt-2 flex flex-wrap gap-1">
        <DownloadLink made={made} variant="primary" size="medium" />
        <CopyButton text={made.sha256} size="medium">
          Copy hash
        </CopyButton>
      </div>
    </Notice>
  );
}
