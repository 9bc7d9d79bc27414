import { ChangedWords } from '@/components/ui/changed-words';
import { TextLink } from '@/components/ui/text-link';
import type { ApprovalState } from '@/lib/reviews/review';

type Reason = ApprovalState['stale'][number];

function Side({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <h4 className="text-sm text-muted">{label}</h4>
      <p dir="auto" className="quoted text-md">
        {children}
      </p>
    </div>
  );
}

const nothing = <span className="font-sans text-base text-faint">nothing</span>;

function Change({ reason }: { reason: Reason }) {
  const { words, href, before, after } = reason;
  return (
    <li className="flex flex-col gap-2 border-t border-line py-3 first:border-t-0">
      <h3 className="font-medium wrap-anywhere">{href ? <TextLink href={href}>{words}</TextLink> : words}</h3>
      {(before !== null || after !== null) && (
        <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
          <Side label="When it was approved">
            {before === null ? nothing : <ChangedWords before={before} after={after ?? before} show="before" />}
          </Side>
          <Side label="Now">
            {after === null ? nothing : <ChangedWords before={before ?? after} after={after} show="after" />}
          </Side>
        </div>
      )}
    </li>
  );
}

type StaleChangesProps = {
  approval: ApprovalState | undefined;
  /** The reader can say whether it still holds. */
  decides: boolean;
};

/** What changed under the approval of a stale claim, before beside after. */
export function StaleChanges({ approval, decides }: StaleChangesProps) {
  if (approval?.status !== 'stale' || approval.stale.length === 0) return null;
  return (
    <section aria-labelledby="stale" className="rounded-lg border border-warn/35 px-4 pt-3">
      <h2 id="stale" className="text-lg font-semibold">
        What changed since it was approved
      </h2>
      {decides && <p className="text-muted">Does it still hold as it stands now? Say so, or send it back.</p>}
      <ul className="mt-2">
        {approval.stale.map((reason, at) => (
          <Change key={at} reason={reason} />
        ))}
      </ul>
    </section>
  );
}
