'use client';
import { useId, type FormEvent, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { DialogProps } from '@/components/ui/popup-props';
import { FormFaults } from '@/components/ui/said-at-fields';
import { useKeys } from '@/components/ui/use-keys';
import type { Problem } from '@/lib/api/client';
import { Refusal } from './refusal';

interface DialogFormProps extends Pick<DialogProps, 'title' | 'description' | 'size'> {
  /** For a dialog that stays mounted, so that what was typed is there when it opens again. */
  open?: boolean;
  onClose: () => void;
  /** What the main button does, as a verb. */
  submitLabel: string;
  onSubmit: () => void;
  /** Whether it cannot be sent yet. */
  submitDisabled?: boolean;
  /** What is still needed, beside the buttons. */
  missing?: string | null;
  busy: boolean;
  /** Why the server refused. */
  problem: Problem | null;
  /** What came of it, in the place of the fields, left by "Done". */
  made?: ReactNode;
  /** Below the fields and no part of what is sent. */
  beneath?: ReactNode;
  children: ReactNode;
}

/** A dialog that is filled in and sent: Enter in a line and Ctrl+Enter anywhere send it, Escape leaves it. */
export function DialogForm(props: DialogFormProps) {
  const { open = true, onClose, title, description, size, made } = props;
  const form = useId();
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={title}
      description={description}
      size={size}
      footer={made ? <Done onClose={onClose} /> : <Buttons {...props} form={form} />}
    >
      {made ?? <Fields {...props} open={open} form={form} />}
    </Dialog>
  );
}

const Done = ({ onClose }: { onClose: () => void }) => (
  <Button variant="primary" onClick={onClose}>
    Done
  </Button>
);

function Buttons(props: DialogFormProps & { form: string }) {
  const { form, onClose, submitLabel, submitDisabled, missing, busy } = props;
  return (
    <>
      {missing ? <span className="mr-auto self-center text-sm text-muted">{missing}</span> : null}
      <Button variant="quiet" onClick={onClose}>
        Cancel
      </Button>
      <Button type="submit" form={form} variant="primary" busy={busy} disabled={submitDisabled}>
        {submitLabel}
      </Button>
    </>
  );
}

function Fields(props: DialogFormProps & { open: boolean; form: string }) {
  const { open, form, onSubmit, submitDisabled, busy, problem, beneath, children } = props;
  const submit = () => {
    if (!busy && !submitDisabled) onSubmit();
  };
  useKeys('In a form', [{ id: 'form.send', key: 'mod+enter', label: 'Send it', run: submit }], { enabled: open });
  function sent(event: FormEvent) {
    event.preventDefault();
    // A dialog lies in the page's tree of components: a form around the button that opened it would hear of it too.
    event.stopPropagation();
    submit();
  }
  return (
    <>
      <form id={form} className="flex flex-col gap-4" onSubmit={sent}>
        <FormFaults>
          <Refusal problem={problem} />
          {children}
        </FormFaults>
      </form>
      {beneath ? <div className="mt-4">{beneath}</div> : null}
    </>
  );
}
