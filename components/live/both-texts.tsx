import { Button } from '@/components/ui/button';
import { ChangedWords } from '@/components/ui/changed-words';
import { Notice } from '@/components/ui/notice';

interface BothTextsProps {
  /** Part by part where the two differ; `before` is theirs, `after` mine, as the form has it now. */
  differences: readonly { part: string; before: string; after: string }[];
  onMine: () => void;
  onTheirs: () => void;
  /** Goes on writing, where there is no form below that does so at once. */
  onBoth?: () => void;
  /** Takes theirs for one part; mine stays in the others. */
  onPart?: (part: string) => void;
  /** Whoever changed it, where that is oneself in another window. */
  who?: string;
  busy?: boolean;
}

/**
 * Somebody changed the same meanwhile: both texts, the differences marked, and a choice, part by part or as a whole. What is right of
 * both is written into the form, whose words are shown here as they are typed. Nothing is lost either way.
 */
export function BothTexts({
  differences,
  onMine,
  onTheirs,
  onBoth,
  onPart,
  who = 'Somebody',
  busy = false,
}: BothTextsProps) {
  return (
    <Notice tone="warn" live title={`${who} changed this while you were writing`}>
      <div className="mt-2 flex flex-col gap-3">
        {differences.map(({ part, before, after }) => (
          <dl key={part} className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
            <div className="min-w-0">
              <dt className="text-sm text-muted">{part}, saved meanwhile</dt>
              <dd>{before ? <ChangedWords before={before} after={after} show="before" /> : 'blank'}</dd>
              {onPart && differences.length > 1 && (
                <dd className="-ms-2">
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={`Take theirs: ${part.toLowerCase()}`}
                    onClick={() => onPart(part)}
                  >
                    Take this
                  </Button>
                </dd>
              )}
            </div>
            <div className="min-w-0">
              <dt className="text-sm text-muted">{part}, yours</dt>
              <dd>{after ? <ChangedWords before={before} after={after} show="after" /> : 'blank'}</dd>
            </div>
          </dl>
        ))}
      </div>
      <p className="mt-3 text-muted">Choose one, or write below what is right of both and save it.</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={onTheirs}>
          Take theirs
        </Button>
        {onBoth && (
          <Button size="small" onClick={onBoth}>
            Go on writing
          </Button>
        )}
        <Button size="small" variant="primary" busy={busy} onClick={onMine}>
          Save mine over it
        </Button>
      </div>
    </Notice>
  );
}
