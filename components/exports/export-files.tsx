import { CopyButton } from '@/components/ui/copy-button';
import type { MadeExport } from '@/lib/exports/export';
import { sizeWords } from './formats';
import { HashLine } from './hash-line';

interface FileRowProps {
  name: string;
  bytes: number | undefined;
  sha256: string;
  inside?: boolean;
}

function FileRow({ name, bytes, sha256, inside = false }: FileRowProps) {
  return (
    <li className={inside ? 'border-t border-line py-2 ps-4' : 'py-2'}>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium wrap-anywhere">{name}</span>
        {bytes !== undefined && <span className="text-muted">{sizeWords(bytes)}</span>}
      </p>
      <HashLine hash={sha256} copy={`Copy hash of ${name}`} />
    </li>
  );
}

/** The file that is handed out and, where it is a zip, those inside, each with its size and SHA-256; then how to check them. */
export function ExportFiles({ made }: { made: MadeExport }) {
  const { fileName, sha256, manifest } = made;
  const inside = manifest.files.filter(({ name }) => name !== fileName || manifest.files.length > 1);
  const command = `npm run -s claimbench -- verify ${fileName}`;
  return (
    <>
      <ul className="rounded-lg border border-line px-3">
        <FileRow name={fileName} bytes={manifest.bytes ?? manifest.files[0]?.bytes} sha256={sha256} />
        {inside.map((file) => (
          <FileRow key={file.name} {...file} inside />
        ))}
      </ul>
      <p className="text-muted">
        Keep the manifest beside the file. Both together can be checked anywhere, without this server:
      </p>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <code className="min-w-0 rounded-sm bg-desk px-1.5 py-0.5 font-mono text-sm break-all">{command}</code>
        <CopyButton text={command}>Copy command</CopyButton>
      </p>
    </>
  );
}
