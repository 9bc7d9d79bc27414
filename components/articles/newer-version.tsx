'use client';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

interface NewerVersionProps {
  articleId: string;
  number: number;
  /** It is to be what one's own text is held against. */
  onCompare: () => void;
}

/** A colleague saved a version while somebody corrects the one before: whose it is, and the way on. */
export function NewerVersion({ articleId, number, onCompare }: NewerVersionProps) {
  const versions = useRead('listVersions', { id: articleId }).data?.items;
  const newer = versions?.find((one) => one.number === number);
  return (
    <Notice
      tone="warn"
      live
      title={newer ? `${newer.creator.name} saved version ${number} meanwhile` : `Version ${number} came meanwhile`}
      action={
        <Button size="small" onClick={onCompare}>
          Compare with version {number}
        </Button>
      }
    >
      <p className="wrap-anywhere">
        {newer?.reason ? `“${newer.reason}” ` : ''}Your text is kept as it is. See what it would change there before you
        save it.
      </p>
    </Notice>
  );
}
