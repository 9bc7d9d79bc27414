import type { Article } from '@/lib/articles/article';
import { uploadKinds } from '@/lib/articles/file-kind';

interface OriginalLinkProps {
  articleId: string;
  version: Article['version'];
}

const sizeOf = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** The file that the text was read from, to the byte, as a download. */
export function OriginalLink({ articleId, version: { number, original, pages } }: OriginalLinkProps) {
  if (!original) return null;
  const extent = pages ? `, ${pages.toLocaleString('en')} ${pages === 1 ? 'page' : 'pages'}` : '';
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      <a
        href={`/api/v1/articles/${articleId}/original?version=${number}`}
        download={original.name.split('/').at(-1)}
        title={original.name}
        className="text-accent hover:underline"
      >
        Original file ({uploadKinds[original.kind]}
        {extent}, {sizeOf(original.size)})
      </a>
      {/* One press selects all of it, also what is cut off. */}
      <span className="flex min-w-0 gap-1 text-faint">
        SHA-256
        <span className="max-w-32 truncate select-all" title={original.sha256}>
          {original.sha256}
        </span>
      </span>
    </span>
  );
}
