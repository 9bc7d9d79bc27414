'use client';
import type { ReactNode } from 'react';
import { Dialog } from '@/components/ui/dialog';
import type { Echo } from '@/lib/echoes/echo';
import { EchoCard } from './echo-card';

interface EchoDialogProps {
  /** Those that stand in one place of an article, or one of a list. */
  echoes: readonly Echo[];
  onClose: () => void;
  /** In the article itself: what stands elsewhere on these words. */
  beside?: (echo: Echo) => ReactNode;
}

/** Shared passages side by side, word by word, with the decision. */
export function EchoDialog({ echoes, onClose, beside }: EchoDialogProps) {
  return (
    <Dialog
      open={echoes.length > 0}
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title={echoes.length === 1 ? 'A passage that two articles share' : `${echoes.length} echoes of these words`}
      description="What only one of the two has is marked. Deciding changes no article: it says what counts as one origin."
    >
      {echoes.map((echo) => (
        <EchoCard key={echo.id} echo={echo}>
          {beside?.(echo)}
        </EchoCard>
      ))}
    </Dialog>
  );
}
