'use client';
import { Share2 } from 'lucide-react';
import { useState } from 'react';
import { DialogForm } from '@/components/live/dialog-form';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
import type { ButtonVariant } from '@/components/ui/button-look';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Time } from '@/components/ui/time';
import { ShownOnce } from '@/components/ui/shown-once';
import { api } from '@/lib/api/client';
import { readers, sayTlp } from '@/lib/formats/marking';
import { LINK_DAYS, linkCeilings, type Link } from '@/lib/links/link';

interface ShareProps {
  kind: 'claim' | 'export';
  id: string;
  /** What is shared, for the name of the button where there are many. */
  name?: string;
  variant?: ButtonVariant;
  size?: 'small' | 'medium';
}
type Ceiling = (typeof linkCeilings)[number];
const days = ['1', '7', '30', '90', '365'] as const;
const dayWords = { '1': '1 day', '7': '7 days', '30': '30 days', '90': '90 days', '365': '1 year' } as const;

/** Makes an address that shows this one thing to whoever has it, and shows the address once. */
export function Share({ kind, id, name, variant = 'quiet', size = 'small' }: ShareProps) {
  const forget = useForget();
  const { busy, problem, send, dismiss } = useSend();
  const [open, setOpen] = useState(false);
  const [lasts, setLasts] = useState<(typeof days)[number]>(String(LINK_DAYS) as '30');
  const [ceiling, setCeiling] = useState<Ceiling>('green');
  const [link, setLink] = useState<Link | null>(null);

  async function share() {
    const asked = { params: { id }, body: { days: Number(lasts), ceiling } };
    const made = await send(() => (kind === 'claim' ? api('shareClaim', asked) : api('shareExport', asked)));
    if (!made) return;
    forget('listLinks', 'listHistory');
    setLink(made);
  }
  function show(next: boolean) {
    setOpen(next);
    dismiss();
    if (!next) setLink(null);
  }
  return (
    <>
      <Button
        variant={variant}
        size={size}
        icon={<Share2 size={14} aria-hidden />}
        aria-label={name ? `Share ${name}` : undefined}
        onClick={() => show(true)}
      >
        Share
      </Button>
      <DialogForm
        open={open}
        onClose={() => show(false)}
        title={link ? 'The link, this once' : `Share this ${kind}`}
        submitLabel="Make the link"
        onSubmit={() => void share()}
        busy={busy}
        problem={problem}
        made={link && <Made link={link} />}
      >
        <p>
          {kind === 'claim'
            ? 'Whoever has the link reads this claim with its evidence as it is now, without signing in. Nothing else of the project can be reached from it, and later changes do not show.'
            : 'Whoever has the link reads what this export holds and takes its file, without signing in. Nothing else of the project can be reached from it.'}
        </p>
        <Field label="Ends after">
          <Select
            value={lasts}
            onValueChange={setLasts}
            options={days.map((value) => ({ value, label: dayWords[value] }))}
          />
        </Field>
        <Field
          label="Nothing marked above"
          hint={`May be read by ${readers[ceiling]}. What is TLP:RED never leaves by a link.`}
        >
          <Select
            value={ceiling}
            onValueChange={setCeiling}
            options={linkCeilings.map((value) => ({ value, label: sayTlp(value) }))}
          />
        </Field>
      </DialogForm>
    </>
  );
}

const Made = ({ link }: { link: Link }) => (
  <ShownOnce text={link.address} copyLabel="Copy the link">
    It works until <Time at={link.expiresAt} detail="date" /> and can be revoked in the settings. It is kept only as a
    hash: copy it now.
  </ShownOnce>
);
