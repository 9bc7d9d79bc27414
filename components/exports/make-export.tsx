'use client';
import { useEffect, useRef, useState } from 'react';
import { Refusal } from '@/components/live/refusal';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { useHere } from '@/components/members/use-here';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { api, type AnswerOf } from '@/lib/api/client';
import type { Resting } from '@/lib/claims/resting';
import { isJob, type MadeExport } from '@/lib/exports/export';
import { saysChanges, type ExportFormat } from '@/lib/exports/export-formats';
import { sayTlp, tlps, type Tlp } from '@/lib/formats/marking';
import { DownloadLink } from './download-link';
import { FormatChoice } from './format-choice';
import { count as counted, exportHref, formatName, sizeWords, wordsOf } from './formats';
import { Losses } from './losses';
import { SinceChoice } from './since-choice';
import { ShareExport } from './share-export';

interface MakeExportProps {
  projectId: string;
  /** What would be in it; not known yet while it is reckoned. */
  preview: AnswerOf<'previewExport'> | undefined;
  /** The only claim that is exported, by id; null is all that are approved. */
  claim: string | null;
  /** What the claims are narrowed to. */
  rests: Resting[];
  /** The export that changes are counted from. */
  since: string | null;
  onSince: (exportId: string | null) => void;
  format: ExportFormat;
  onFormat: (format: ExportFormat) => void;
  marking: Tlp | null;
  onMarking: (marking: Tlp | null) => void;
  /** What is marked above it stays out. */
  ceiling: Tlp | null;
  onCeiling: (ceiling: Tlp | null) => void;
  /** An export of many claims was begun, which is made in the background. */
  onBegun: (jobId: string) => void;
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
  const { projectId, preview, claim, rests, since, format, marking, ceiling, loses } = props;
  const { may } = useHere(projectId);
  const forget = useForget();
  const { busy, problem, send } = useSend();
  const [ready, setReady] = useState<{ made: MadeExport; asked: string } | null>(null);
  const allowed = may('export.make');
  const { count, label } = sizeOf(preview);
  const narrowed = claim ? { claimIds: [claim] } : since ? { since } : rests.length ? { rests } : null;
  const filter = narrowed ? { filter: narrowed } : {};
  const body = { format, ...filter, ...(marking ? { marking } : {}), ...(ceiling ? { ceiling } : {}) };
  const asked = JSON.stringify(body);
  /** What is chosen now is there as a file: to fetch it is what comes next, not to make it again. */
  const isThere = ready?.asked === asked;

  async function make() {
    const done = await send(() => api('makeExport', { params: { projectId }, body }));
    if (!done) return;
    setReady(isJob(done) ? null : { made: done, asked });
    if (isJob(done)) props.onBegun(done.id);
    announce(isJob(done) ? 'The export is being made. You need not wait here.' : 'The export is ready.');
    forget('listExports', 'listExportJobs', 'listHistory');
  }
  return (
    <section aria-labelledby="make" className="flex flex-col gap-4">
      <h2 id="make" className="text-lg font-semibold">
        Make an export
      </h2>
      <FormatChoice
        value={format}
        onValueChange={props.onFormat}
        without={(one) => since !== null && !saysChanges(one)}
      />
      {since && (
        <p className="text-sm text-muted">A brief or JSON: no other format has a place for what was withdrawn.</p>
      )}
      <p className="text-muted" aria-live="polite">
        {wordsOf(format).hint}
      </p>
      {count > 0 && (loses ? <Losses format={formatName(format)} loses={loses} /> : <Skeleton lines={2} />)}
      <Markings {...props} />
      {/* Below what is always there: it comes with the first export, and must not push down what is being read. */}
      {!claim && <SinceChoice projectId={projectId} value={since} onChange={props.onSince} />}
      <Refusal problem={problem} />
      {allowed === true ? (
        <Button
          variant={isThere ? 'plain' : 'primary'}
          size="large"
          className="self-start"
          busy={busy}
          disabled={count === 0}
          onClick={() => void make()}
        >
          {label}
        </Button>
      ) : (
        <p className="text-muted">{allowed.why}</p>
      )}
      {ready && <Ready projectId={projectId} made={ready.made} first={isThere} />}
    </section>
  );
}

/** How much an export made now would hold, and what the button says of it. */
function sizeOf(preview: AnswerOf<'previewExport'> | undefined): { count: number; label: string } {
  const changes = preview?.changes;
  if (changes) {
    const count = preview.claims.length + changes.withdrawn.length + changes.outside.length;
    const label =
      count === 0 ? 'Nothing has changed' : count === 1 ? 'Export 1 change' : `Export ${counted(count)} changes`;
    return { count, label };
  }
  if (!preview) return { count: 0, label: 'Export' };
  const { claims } = preview.counts;
  const label =
    claims === 0 ? 'Nothing to export yet' : claims === 1 ? 'Export 1 claim' : `Export ${counted(claims)} claims`;
  return { count: claims, label };
}

/** What was made. It comes below the button, often out of sight: it shows itself, and Enter fetches the file. */
function Ready({ projectId, made, first }: { projectId: string; made: MadeExport; first: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer a promise, which is nothing to clean up with.
    void place.current?.scrollIntoView({ block: 'nearest' });
    place.current?.querySelector('a')?.focus({ preventScroll: true });
  }, [made.id]);
  const bytes = made.manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <div ref={place} className="scroll-mb-20">
      <Notice tone="good" title={`${made.fileName}, ${sizeWords(bytes)}`}>
        <p className="mt-1 text-sm text-muted">
          SHA-256 <code className="font-mono break-all select-all">{made.sha256}</code>
        </p>
        <div className="mt-2 flex flex-wrap gap-1">
          <DownloadLink made={made} variant={first ? 'primary' : 'plain'} size="medium" />
          <ShareExport made={made} size="medium" />
          <CopyButton text={made.sha256} size="medium">
            Copy hash
          </CopyButton>
          <ButtonLink href={exportHref(projectId, made.id)} variant="quiet">
            Manifest and details
          </ButtonLink>
        </div>
      </Notice>
    </div>
  );
}
