import { Badge } from '@/components/ui/badge';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { encodings, type Encoding } from '@/lib/articles/upload';

type Props = {
  encoding: string;
  sure: boolean;
  /** It is being read anew. */
  busy: boolean;
  problem: string | null;
  onChoose: (encoding: Encoding) => void;
};

const options = Object.entries(encodings).map(([value, label]) => ({ value: value as Encoding, label }));

/** The encoding that a text was read in, and a way to read it in another one. */
export function EncodingField({ encoding, sure, busy, problem, onChoose }: Props) {
  // A page may name one that the list leaves out.
  const known = encoding in encodings ? options : [{ value: encoding as Encoding, label: encoding }, ...options];
  return (
    <div className="mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <Field label="Encoding" hideLabel error={problem} className="w-80 max-w-full">
        <Select
          label="Encoding"
          value={encoding as Encoding}
          onValueChange={(next) => next !== encoding && onChoose(next)}
          options={known}
          disabled={busy}
          className="w-full"
        />
      </Field>
      {busy ? <span className="text-muted">Being read anew</span> : null}
      {!sure && !busy ? (
        <>
          <Badge tone="warn">a guess</Badge>
          <span className="text-muted">If letters look wrong below, choose another encoding.</span>
        </>
      ) : null}
    </div>
  );
}
