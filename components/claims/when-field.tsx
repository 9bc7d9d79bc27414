import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { samePeriod } from '@/lib/claims/period';
import { readBack } from '@/lib/claims/typed-period';
import { periodChoices, understood, withWhen, type ClaimDraft } from './claim-draft';
import { ReadBack } from './read-back';

interface WhenFieldProps {
  draft: ClaimDraft;
  set: (change: Partial<ClaimDraft>) => void;
  error: string | undefined;
}

const examples = 'As it is said: “2006”, “by 2010”, “from March 2012 to 2014”, “a decade ago”.';
const kept =
  'No date was found in these words. They are kept as words; “2006”, “by March 2012” or “until 2015” would be understood.';

/** When it was, in words, and under it the period that was understood. */
export function WhenField({ draft, set, error }: WhenFieldProps) {
  const { period, when } = draft;
  const { needs } = understood(draft, period?.saidOn ?? null);
  const choices = periodChoices(draft);
  const said = choices.map((one) => (one.from || one.to ? readBack(one) : 'words only'));
  const at = period ? choices.findIndex((one) => samePeriod(one, period)) : -1;
  // Words that count from a day, and words of which that day is stored.
  const asks = needs === 'reference' || Boolean(period?.saidOn);
  return (
    <div className="flex flex-col gap-1.5">
      <Field
        label="When"
        hint={when && !choices.length && needs === 'words' ? kept : choices.length ? undefined : examples}
        error={error}
      >
        <Input value={when} onValueChange={(typed) => set(withWhen(draft, typed))} maxLength={200} />
      </Field>
      {choices.length > 0 && (
        <ReadBack
          label="The period is understood as"
          choices={said}
          at={at}
          onChoose={(chosen) => set({ period: choices[chosen] ?? period })}
        />
      )}
      {asks && (
        <Field label="Said on" hint="Such words count from a day: that of the article.">
          <Input
            type="date"
            value={period?.saidOn ?? ''}
            onValueChange={(day) => set(withWhen(draft, when, day || null))}
          />
        </Field>
      )}
    </div>
  );
}
