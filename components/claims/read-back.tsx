import { Select } from '@/components/ui/select';

interface ReadBackProps {
  label: string;
  /** What the words can mean, each in words. */
  choices: readonly string[];
  at: number;
  onChoose: (at: number) => void;
}

/** What was understood of typed words, to be seen and to be corrected. */
export function ReadBack({ label, choices, at, onChoose }: ReadBackProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span aria-hidden className="text-sm text-muted">
        Understood as
      </span>
      <Select
        label={label}
        value={String(at)}
        onValueChange={(chosen) => onChoose(Number(chosen))}
        options={choices.map((choice, index) => ({ value: String(index), label: choice }))}
      />
    </div>
  );
}
