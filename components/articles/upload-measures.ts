import { uploadKinds } from '@/lib/articles/file-kind';
import type { Upload } from '@/lib/articles/upload';

/** What a file is, in few words: "PDF · 2 pages · 4,812 characters · 120 KB". */
export const measuresOf = ({ kind, length, pages, size }: Upload): string =>
  [
    uploadKinds[kind],
    pages ? `${pages.toLocaleString('en')} ${pages === 1 ? 'page' : 'pages'}` : null,
    `${length.toLocaleString('en')} characters`,
    `${Math.max(1, Math.round(size / 1024)).toLocaleString('en')} KB`,
  ]
    .filter(Boolean)
    .join(' · ');
