import { CopyButton } from '@/components/ui/copy-button';

/** A webhook's secret, in the answer that made it. */
export const SecretOnce = ({ secret }: { secret: string }) => (
  <div className="flex flex-col gap-3">
    <p>
      It is shown only now. Give it to the program at the other end: with it, that program sees that what comes is from
      here and was not changed.
    </p>
    <code className="rounded-sm bg-desk p-2 font-mono text-sm break-all select-all">{secret}</code>
    <span>
      <CopyButton text={secret} variant="plain" size="medium">
        Copy the secret
      </CopyButton>
    </span>
  </div>
);
