import { ChangedWords } from '@/components/ui/changed-words';
import { Quote } from '@/components/ui/quote';
import { TextLink } from '@/components/ui/text-link';
import type { ApprovalState } from '@/lib/reviews/review';

type Reason = ApprovalState['stale'][number];

interface SideProps {
  label: string;
  /** This side, and the other one that it differs from. */
  of: Reason['before'];
  other: Reason['before'];
  show: 'before' | 'after';
}

/** What we said, and below it the words of the source, with what differs from the other side marked. */
function Side({ label, of, other, show }: SideProps) {
  const marked = (mine: string, theirs: string | null | undefined) => {
    const [before, after] = show === 'before' ? [mine, theirs ?? mine] : [theirs ?? mine, mine];
    return <ChangedWords before={before} after={after} show={show} />;
  };
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <h4 className="text-sm text-muted">{label}</h4>
      {of === null && <p className="text-faint">nothing</p>}
      {of?.said && <p dir="auto">{marked(of.said, other?.said)}</p>}
      {of?.quote && (
        <Quote block lang={of.language}>
          {marked(of.quote, other?.quote)}
        </Quote>
      )}
    </div>
  );
}

function Change({ reason }: { reason: Reason }) {
  const { words, href, before, after } = reason;
  return (
    <li className="flex flex-col gap-2 border-t border-line py-3 first:border-t-0">
      <h3 className="font-medium wrap-anywhere">{href ? <TextLink href={href}>{words}</TextLink> : words}</h3>
      {(before !== null || after !== null) && (
        <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
          <Side label="When it was approved" of={before} other={after} show="before" />
          <Side label="Now" of={after} other={before} show="after" />
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
