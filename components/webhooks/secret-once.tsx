import { ShownOnce } from '@/components/ui/shown-once';

/** A webhook's secret, in the answer that made it. */
export const SecretOnce = ({ secret }: { secret: string }) => (
  <ShownOnce text={secret} copyLabel="Copy the secret">
    It is shown only now. Give it to the program at the other end: with it, that program sees that what comes is from
    here and was not changed.
  </ShownOnce>
);
