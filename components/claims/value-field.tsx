import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { typedValue } from '@/lib/claims/typed-value';
import { sayReading, type Reading } from '@/lib/claims/value';
import { withValue, type ClaimDraft } from './claim-draft';
import { ReadBack } from './read-back';

interface ValueFieldProps {
  draft: ClaimDraft;
  set: (change: Partial<ClaimDraft>) => void;
  error: string | undefined;
}

const kinds = { number: 'number', date: 'date' };
const same = (a: Reading | null, b: Reading | null) => JSON.stringify(a) === JSON.stringify(b);

/** A value as it is said, and under it the number or date that was understood. */
export function ValueField({ draft, set, error }: ValueFieldProps) {
  const typed = typedValue(draft.value);
  const stored = draft.reading && !typed.some((one) => same(one, draft.reading)) ? [draft.reading] : [];
  const readings = [...stored, ...typed];
  const at = readings.findIndex((one) => same(one, draft.reading));
  const choices = readings.map((one) => `${sayReading(one)} (${kinds[one.kind]})`);
  return (
    <div className="flex flex-col gap-1.5">
      <Field
        label="Or a value"
        hint={
          draft.value && readings.length
            ? undefined
            : 'As it is said: “300–400 people”, “about 25”, “May 2012”, or words.'
        }
        error={error}
      >
        <Input
          value={draft.value}
          onValueChange={(value) => set(withValue(value))}
          maxLength={300}
          disabled={draft.object !== null}
        />
      </Field>
      {!draft.object && readings.length > 0 && (
        <ReadBack
          label="The value is understood as"
          choices={[...choices, 'words only']}
          at={at < 0 ? choices.length : at}
          onChoose={(chosen) => set({ reading: readings[chosen] ?? null })}
        />
      )}
    </div>
  );
}
