'use client';
import { useState } from 'react';
import { Refusal } from '@/components/live/refusal';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { useHere } from '@/components/members/use-here';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { api } from '@/lib/api/client';
import type { Resting } from '@/lib/claims/resting';
import type { MadeExport } from '@/lib/exports/export';
import type { ExportFormat } from '@/lib/exports/export-formats';
import { sayTlp, tlps, type Tlp } from '@/lib/formats/marking';
import { DownloadLink } from './download-link';
import { FormatChoice } from './format-choice';
import { formatName, sizeWords, wordsOf } from './formats';
import { Losses } from './losses';
import { ShareExport } from './share-export';

interface MakeExportProps {
  projectId: string;
  claims: number;
  /** What the claims are narrowed to. */
  rests: Resting[];
  format: ExportFormat;
  onFormat: (format: ExportFormat) => void;
  marking: Tlp | null;
  onMarking: (marking: Tlp | null) => void;
  /** What is marked above it stays out. */
  ceiling: Tlp | null;
  onCeiling: (ceiling: Tlp | null) => void;
  /** What the format has no place for; not known yet while it is reckoned. */
  loses: string[] | undefined;
}

const levels = tlps.map((value) => ({ value: value as string, label: sayTlp(value) }));
const tlpIn = (value: string): Tlp | null => tlps.find((tlp) => tlp === value) ?? null;

type MarkingsProps = Pick<MakeExportProps, 'marking' | 'onMarking' | 'ceiling' | 'onCeiling'>;

/** For whom the file is: what may be in it at most, and what it says of itself at least. */
const Markings = ({ marking, onMarking, ceiling, onCeiling }: MarkingsProps) => (
  <div className="flex flex-wrap gap-4">
    <Field label="Marking (Traffic Light Protocol)">
      <Select
        value={marking ?? 'none'}
        onValueChange={(value) => onMarking(tlpIn(value))}
        options={[{ value: 'none', label: 'As what is in it' }, ...levels]}
        className="w-44"
      />
    </Field>
    <Field label="Nothing marked above">
      <Select
        value={ceiling ?? 'none'}
        onValueChange={(value) => onCeiling(tlpIn(value))}
        options={[{ value: 'none', label: 'No ceiling' }, ...levels]}
        className="w-44"
      />
    </Field>
  </div>
);

/** Chooses a format, says what it loses, and makes the file. */
export function MakeExport(props: MakeExportProps) {
  const { projectId, claims, rests, format, marking, ceiling, loses } = props;
  const { may } = useHere(projectId);
  const forget = useForget();
  const { busy, problem, send } = useSend();
  const [made, setMade] = useState<MadeExport | null>(null);
  const allowed = may('export.make');

  async function make() {
    const filter = rests.length ? { filter: { rests } } : {};
    const body = { format, ...filter, ...(marking ? { marking } : {}), ...(ceiling ? { ceiling } : {}) };
    const done = await send(() => api('makeExport', { params: { projectId }, body }));
    if (!done) return;
    setMade(done);
    announce('The export is ready.');
    forget('listExports', 'listHistory');
  }
  return (
    <section aria-labelledby="make" className="flex flex-col gap-4">
      <h2 id="make" className="text-lg font-semibold">
        Make an export
      </h2>
      <FormatChoice value={format} onValueChange={props.onFormat} />
      <p className="text-muted" aria-live="polite">
        {wordsOf(format).hint}
      </p>
      {claims > 0 && (loses ? <Losses format={formatName(format)} loses={loses} /> : <Skeleton lines={2} />)}
      <Markings {...props} />
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
        <ShareExport made={made} />
        <CopyButton text={made.sha256} size="medium">
          Copy hash
        </CopyButton>
      </div>
    </Notice>
  );
}
