'use client';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { oldAfter } from '@/components/live/invalidate';
import { useForget } from '@/components/live/use-forget';
import { Button } from '@/components/ui/button';
import { notify, notifyProblem } from '@/components/ui/notify';
import { api, Problem, type InputOf, type ReadName } from '@/lib/api/client';
import type { HistoryLine, WayBack } from '@/lib/activity/activity';
import { backWords, whyNotBack } from './line-words';

function send({ operation, id, version, body }: WayBack): Promise<unknown> {
  // The server wrote the body for this very operation.
  const asked = body as InputOf<WayBack['operation']>;
  return api(operation, { params: { id }, body: asked, ...(version === null ? {} : { ifMatch: version }) });
}

interface BringBackProps {
  line: HistoryLine;
  /** On the page of the thing itself it is what there is to do. */
  main?: boolean;
  /** It is there again. */
  onBack?: () => void;
}

/** Brings back what the line says was deleted, where its reader may and it is still gone. */
export function BringBack({ line, main = false, onBack }: BringBackProps) {
  const forget = useForget();
  const [busy, setBusy] = useState(false);
  if (!line.back) return null;
  async function bring(way: WayBack) {
    setBusy(true);
    try {
      await send(way);
      notify(backWords(line), { key: 'back' });
      onBack?.();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notifyProblem(...whyNotBack(error));
    } finally {
      setBusy(false);
      const { all, subject = [] } = oldAfter(line.type);
      forget(...([...all, ...subject] as ReadName[]));
    }
  }
  const { back } = line;
  return (
    <Button
      variant={main ? 'primary' : 'quiet'}
      size={main ? 'medium' : 'small'}
      icon={<Undo2 size={14} aria-hidden />}
      busy={busy}
      className={main ? undefined : '-my-0.5 self-start'}
      aria-label={main || !line.label ? undefined : `Bring back ${line.label}`}
      onClick={() => void bring(back)}
    >
      Bring back
    </Button>
  );
}
