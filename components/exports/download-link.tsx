import { Download } from 'lucide-react';
import { buttonLook, type ButtonVariant } from '@/components/ui/button-look';
import type { MadeExport } from '@/lib/exports/export';
import { contentHref } from './formats';

interface DownloadLinkProps {
  made: MadeExport;
  variant?: ButtonVariant;
  size?: 'small' | 'medium';
}

/** Fetches the bytes of an export as a file. */
export function DownloadLink({ made, variant = 'quiet', size = 'small' }: DownloadLinkProps) {
  return (
    <a
      href={contentHref(made.id)}
      download={made.fileName}
      aria-label={`Download ${made.fileName}`}
      className={buttonLook(variant, size)}
    >
      <Download size={14} aria-hidden />
      Download
    </a>
  );
}
