'use client';
import { useState } from 'react';
import { oneLine } from '@/components/highlights/choices';
import { FixFields } from '@/components/reviews/fix-fields';
import { FixFrame } from '@/components/reviews/fix-frame';
import { fixOf, type Fix } from '@/components/reviews/proposal';
import { Button } from '@/components/ui/button';
import { Quote } from '@/components/ui/quote';
import type { PlaceView } from '@/lib/adjudications/adjudication';
import { stepEdge } from '@/lib/anchoring/edges';
import type { Span } from '@/lib/anchoring/span';
import type { TagInput } from '@/lib/highlights/highlight';
import { suggestedReason } from './place-words';
import type { Act } from './use-adjudication-writes';

interface ThirdFormProps {
  projectId: string;
  place: PlaceView;
  /** The article's text. */
  text: string;
  /** Of the article; null where nobody said it. */
  lang: string | null;
  /** Words that were selected when it was opened. */
  selected: Span | null;
  busy: boolean;
  onGive: (act: Act) => void;
  onLeave: () => void;
}

function tagOf(fix: Fix): TagInput | null {
  if (fix.entity) return { entityId: fix.entity.id };
  if (!fix.claim || !fix.stance) return null;
  const how = fix.implied ? fix.impliedHow.trim() || null : null;
  const { stance, denies, implied, speaker } = fix;
  return { claimId: fix.claim.id, stance, denies, implied, impliedHow: how, speakerId: speaker?.id ?? null };
}

/** A tag of one's own in the place of the others: other words, another target, another stance. */
export function ThirdForm({ projectId, place, text, lang, selected, busy, onGive, onLeave }: ThirdFormProps) {
  const [first] = place.variants;
  const [span, setSpan] = useState<Span>(() => selected ?? { start: first!.start, end: first!.end });
  const [fix, setFix] = useState(() => fixOf(first!.tags[0]!));
  const [typed, setTyped] = useState('');
  const tag = tagOf(fix);

  function send() {
    if (!tag) return;
    const { start, end } = span;
    const third = { start, end, quote: text.slice(start, end), tag };
    onGive({ take: [], third, reason: oneLine(typed) || suggestedReason(place, 'third') });
  }
  return (
    <FixFrame
      title="Write a third"
      submitLabel="Write it"
      submitDisabled={!tag}
      busy={busy}
      onSubmit={send}
      onLeave={onLeave}
      reason={typed}
      onReason={setTyped}
      reasonHint={`Left blank: “${suggestedReason(place, 'third')}”`}
      note="It is yours, and waits for a colleague like any other tag. What is there is rejected, and stays whose it is."
    >
      <Words text={text} lang={lang} span={span} onSpan={setSpan} />
      <FixFields projectId={projectId} fix={fix} onChange={setFix} />
    </FixFrame>
  );
}

const steps = [
  ['start', 'backward', 'Begin a word earlier', '← word'],
  ['start', 'forward', 'Begin a word later', 'word →'],
  ['end', 'backward', 'End a word earlier', '← word'],
  ['end', 'forward', 'End a word later', 'word →'],
] as const;

type WordsProps = Pick<ThirdFormProps, 'text' | 'lang'> & { span: Span; onSpan: (span: Span) => void };

/** The words that it stands on, taken a word further at either edge. */
function Words({ text, lang, span, onSpan }: WordsProps) {
  return (
    <div role="group" aria-label="Words" className="flex flex-col gap-1.5">
      <p className="font-medium">Words</p>
      <Quote lang={lang} className="wrap-anywhere">
        {text.slice(span.start, span.end)}
      </Quote>
      <div className="flex flex-wrap items-center gap-1">
        {steps.map(([edge, way, label, short], index) => (
          <span key={label} className="flex items-center gap-1">
            {index % 2 === 0 && <span className="px-1 text-sm text-muted">{edge === 'start' ? 'Begin' : 'End'}</span>}
            <Button size="small" aria-label={label} onClick={() => onSpan(stepEdge(text, span, edge, way, 'word'))}>
              {short}
            </Button>
          </span>
        ))}
      </div>
    </div>
  );
}
