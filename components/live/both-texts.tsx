import { Button } from '@/components/ui/button';
import { ChangedWords } from '@/components/ui/changed-words';
import { Notice } from '@/components/ui/notice';

interface BothTextsProps {
  /** Part by part where the two differ; `before` is theirs, `after` mine. */
  differences: readonly { part: string; before: string; after: string }[];
  onMine: () => void;
  onTheirs: () => void;
  busy?: boolean;
}

/** Somebody changed the same meanwhile: both texts, the differences marked, and a choice. Nothing is lost either way. */
export function BothTexts({ differences, onMine, onTheirs, busy }: BothTextsProps) {
  return (
    <Notice tone="warn" live title="Somebody changed this while you were writing">
      <dl className="mt-2 flex flex-col gap-3">
        {differences.map(({ part, before, after }) => (
          <div key={part} className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
            <div className="min-w-0">
              <dt className="text-sm text-muted">{part}, saved by them</dt>
              <dd>{before ? <ChangedWords before={before} after={after} show="before" /> : 'blank'}</dd>
            </div>
            <div className="min-w-0">
              <dt className="text-sm text-muted">{part}, yours</dt>
              <dd>{after ? <ChangedWords before={before} after={after} show="after" /> : 'blank'}</dd>
            </div>
          </div>
        ))}
      </dl>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="small" onClick={onTheirs}>
          Take theirs
        </Button>
        <Button size="small" variant="primary" busy={busy ?? false} onClick={onMine}>
          Save mine over it
        </Button>
      </div>
    </Notice>
  );
}
