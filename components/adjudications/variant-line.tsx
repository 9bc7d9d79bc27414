import clsx from 'clsx';
import { Check, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Quote } from '@/components/ui/quote';
import { ReviewBadge } from '@/components/ui/review-badge';
import { PersonName } from '@/components/ui/person-name';
import type { Variant } from '@/lib/adjudications/adjudication';
import type { Tag } from '@/lib/highlights/highlight';
import { namesOf, peopleOf } from './place-words';
import { ReaderLine } from './reader-line';
import { Target } from './target';

interface VariantLineProps {
  variant: Variant;
  /** Of the article; null where nobody said it. */
  lang: string | null;
  /** The place of each person among the analysts. */
  indexOf: (userId: string) => number;
  /** The digit that takes it; null where nothing can be taken. */
  digit: string | null;
  busy: boolean;
  onTake: () => void;
}

/** What one or several said of the words: whose it is, the words, what they are tagged as, how sure each is. */
export function VariantLine({ variant, lang, indexOf, digit, busy, onTake }: VariantLineProps) {
  const people = peopleOf(variant);
  const names = namesOf(people);
  const [first] = variant.tags;
  return (
    <li
      className={clsx(
        'flex flex-col gap-1.5 rounded-sm border border-line p-2.5',
        variant.taken === false && 'border-dashed',
      )}
    >
      <div className="flex items-start gap-2">
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5">
          {people.map(({ id, name }) => (
            <span key={id} className="flex min-w-0 items-center gap-1.5 font-medium">
              <ReaderLine index={indexOf(id)} />
              <span className="truncate">{name}</span>
            </span>
          ))}
        </span>
        {variant.taken !== null && <Became taken={variant.taken} />}
        {digit && (
          <Button
            size="small"
            shortcut={digit}
            command={`adjudicate.take-${digit}`}
            busy={busy}
            onClick={onTake}
            aria-label={`Take ${names}’s`}
          >
            Take
          </Button>
        )}
      </div>
      <Quote lang={lang} className="wrap-anywhere">
        {variant.quote}
      </Quote>
      <Target tag={first!} />
      {variant.tags.map((tag) => (
        <Own key={tag.id} tag={tag} taken={variant.taken} alone={variant.tags.length === 1} />
      ))}
    </li>
  );
}

const Became = ({ taken }: { taken: boolean }) => (
  <span className={clsx('flex items-center gap-1 text-sm', taken ? 'text-good' : 'text-muted')}>
    {taken ? <Check size={14} aria-hidden /> : <X size={14} aria-hidden />}
    {taken ? 'taken' : 'not taken'}
  </span>
);

/** The verdicts that a decision leads to by itself need no word; others do. */
const expected = (taken: boolean | null) => (taken === null ? 'unreviewed' : taken ? 'accepted' : 'rejected');

/** What is somebody's own in a tag that says the same as others': how sure they are, their note; and other verdicts on it. */
function Own({ tag, taken, alone }: { tag: Tag; taken: boolean | null; alone: boolean }) {
  const other = tag.reviewState !== expected(taken);
  const words = [tag.confidence !== null && `confidence ${tag.confidence}`, tag.note && `“${tag.note}”`].filter(
    Boolean,
  );
  if (words.length === 0 && !other) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
      {!alone && (
        <span>
          <PersonName person={tag.author} />:
        </span>
      )}
      {words.length > 0 && <span className="min-w-0 wrap-anywhere tabular-nums">{words.join(' · ')}</span>}
      {other && <ReviewBadge state={tag.reviewState} />}
    </p>
  );
}
