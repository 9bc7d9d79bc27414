'use client';
import { useRouter } from 'next/navigation';
import { DialogConfirm } from '@/components/ui/dialog-confirm';
import { notify, notifyProblem } from '@/components/ui/notify';
import { Problem, type ReadName } from '@/lib/api/client';
import { Refusal } from './refusal';
import { useForget } from './use-forget';
import { useSend } from './use-send';

interface DeleteSharedProps {
  title: string;
  /** What goes with it, and what stays safe. */
  description: string;
  /** What it is called in messages: "claim". */
  noun: string;
  remove: () => Promise<{ version: number }>;
  bringBack: (version: number) => Promise<unknown>;
  /** What shows it alone, and with others. */
  shown: { alone: ReadName; among: ReadName[] };
  /** Its page, and where one goes when it is gone. */
  pages: { own: string; others: string };
  onClose: () => void;
}

/** Deletes something that has a page of its own, with a way back. */
export function DeleteShared({
  title,
  description,
  noun,
  remove,
  bringBack,
  shown,
  pages,
  onClose,
}: DeleteSharedProps) {
  const router = useRouter();
  const forget = useForget();
  const { busy, problem, send } = useSend();

  async function undo(version: number) {
    try {
      await bringBack(version);
      forget(...shown.among, shown.alone);
      router.push(pages.own);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notifyProblem(`Not brought back. ${error.message}`, { key: noun });
    }
  }
  async function confirm() {
    const gone = await send(remove);
    if (!gone) return forget(shown.alone);
    forget(...shown.among);
    const said = `${noun[0]!.toUpperCase()}${noun.slice(1)} deleted`;
    notify(said, { key: noun, action: { label: 'Undo', run: () => void undo(gone.version) } });
    router.push(pages.others);
  }
  return (
    <DialogConfirm
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      confirmLabel="Delete"
      danger
      busy={busy}
      onConfirm={() => void confirm()}
    >
      <Refusal problem={problem} />
    </DialogConfirm>
  );
}
