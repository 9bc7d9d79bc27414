import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EncodingField } from './encoding-field';
import { ReadingLine } from './reading-line';
import { measuresOf } from './upload-measures';
import type { Preview } from './readings';
import type { useUploads } from './use-uploads';

interface CorrectionFileProps {
  uploads: ReturnType<typeof useUploads>;
}

/** The file that holds the corrected text: on its way, refused, or read. */
export function CorrectionFile({ uploads }: CorrectionFileProps) {
  const { readings, close } = uploads;
  const read = readings.filter(({ state }) => state === 'preview').length;
  return (
    <div className="flex flex-col gap-1">
      <ul aria-label="Corrected text, from a file">
        {readings.map((reading) =>
          reading.state === 'preview' ? (
            <Read key={reading.key} preview={reading} uploads={uploads} />
          ) : (
            <ReadingLine key={reading.key} reading={reading} onClose={() => close(reading.key)} />
          ),
        )}
      </ul>
      {read > 1 ? (
        <p role="status" className="text-muted">
          A corrected version is one text. Leave out all of these but one.
        </p>
      ) : null}
    </div>
  );
}

function Read({ preview, uploads }: { preview: Preview; uploads: CorrectionFileProps['uploads'] }) {
  const { upload, again, problem } = preview;
  return (
    <li aria-label={upload.name} className="flex flex-col gap-1 border-b border-line py-2 last:border-b-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span dir="auto" className="font-medium wrap-anywhere">
          {upload.name}
        </span>
        <span className="text-muted">{measuresOf(upload)}</span>
        {upload.same ? (
          <Badge tone="warn">
            already here: <bdi lang="">{upload.same.title}</bdi>
          </Badge>
        ) : null}
        <Button
          size="small"
          className="ml-auto"
          disabled={again}
          onClick={() => void uploads.discard(preview)}
          aria-label={`Leave ${upload.name} out`}
        >
          Leave out
        </Button>
      </div>
      {upload.warnings.map((warning) => (
        <p key={warning} className="text-warn">
          {warning}
        </p>
      ))}
      {upload.encoding ? (
        <EncodingField
          encoding={upload.encoding}
          sure={upload.encodingSure}
          busy={again}
          problem={problem}
          onChoose={(encoding) => void uploads.convert(preview, encoding)}
        />
      ) : null}
    </li>
  );
}
