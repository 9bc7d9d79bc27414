'use client';
import { Avatar } from '@/components/ui/avatar';
import { TextLink } from '@/components/ui/text-link';
import { Time } from '@/components/ui/time';
import { PersonName } from '@/components/ui/person-name';
import type { HistoryLine } from '@/lib/activity/activity';
import { BringBack } from './bring-back';
import { fieldWords, lineWords, movedWords } from './line-words';

interface HistoryLinesProps {
  /** `more`: how many like it the line stands for besides. */
  lines: readonly (HistoryLine & { more?: number })[];
  /** Leaves out what each line is about, where that is the page itself. */
  withoutLabel?: boolean;
  /** Only the time of day, where the day stands above. */
  clock?: boolean;
  /** What was deleted can be brought back from here. */
  bringsBack?: boolean;
}

/** The log as sentences: who did what, to what, when. */
export function HistoryLines({ lines, withoutLabel = false, clock = false, bringsBack = false }: HistoryLinesProps) {
  return (
    <ol className="flex flex-col">
      {lines.map((line) => (
        <li key={line.seq} className="flex items-baseline gap-2 border-b border-line py-1.5 last:border-b-0">
          <span className="self-start">
            <Avatar name={line.actor.name} id={line.actor.id} size="small" decorative />
          </span>
          <span className="min-w-0 flex-1 wrap-anywhere">
            <PersonName person={line.actor} className="font-medium" /> {lineWords(line)}
            {!withoutLabel && <About line={line} />}
            {line.more ? (
              <span className="text-muted"> and {line.more} more like it</span>
            ) : (
              <>
                <Moved turn={movedWords(line.turns)} />
                <Fields fields={fieldWords(line.fields, line.turns)} />
              </>
            )}
          </span>
          {bringsBack && <BringBack line={line} />}
          {clock ? (
            <Time at={line.at} detail="clock" className="shrink-0 text-sm text-faint" />
          ) : (
            <>
              <Time at={line.at} className="shrink-0 text-sm text-faint max-sm:hidden" />
              <Time at={line.at} detail="date" className="shrink-0 text-sm text-faint sm:hidden" />
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

function About({ line: { label, href } }: { line: HistoryLine }) {
  if (!label) return null;
  return href ? (
    <>
      {' '}
      <TextLink href={href}>{label}</TextLink>
    </>
  ) : (
    <span className="text-muted"> {label}</span>
  );
}

const Moved = ({ turn }: { turn: ReturnType<typeof movedWords> }) =>
  turn && (
    <span className="text-muted">
      : {turn.from} → {turn.to}
    </span>
  );

const Fields = ({ fields }: { fields: string[] }) =>
  fields.length === 0 ? null : <span className="text-muted"> ({fields.join(', ')})</span>;
