'use client';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { SaveState } from '@/components/ui/save-state';
import { Segmented } from '@/components/ui/segmented';
import { Textarea } from '@/components/ui/textarea';
import type { Assessment } from '@/lib/claims/claim';
import { bandIn, judgmentOf, likelihoodWords, percentFault, type Judgment } from './judgment';
import { LikelihoodScale } from './likelihood-scale';
import { MixedSentences } from './mixed-sentences';
import { useJudgment } from './use-judgment';

interface JudgmentFormProps {
  claimId: string;
  userId: string;
  /** What the server holds of one's own judgment. */
  mine: Assessment | null;
}

/** Asks one thing, how likely it is true; the rest opens below it. Saves by itself. */
export function JudgmentForm({ claimId, userId, mine }: JudgmentFormProps) {
  const { save, now } = useJudgment(claimId, userId, mine);
  const { value, state, problem, theirs } = now;
  const set = (change: Partial<Judgment>, when: 'soon' | 'now' = 'soon') => save.change({ ...value, ...change }, when);
  const fault = percentFault(value.percent);
  const more = Boolean(value.analyticConfidence || value.rationale);
  return (
    <div className="@container flex flex-col gap-3">
      <LikelihoodScale value={bandIn(value)} onValueChange={(band) => set({ band, percent: '' }, 'now')} />
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <Field label="Or as a number, 1 to 99" error={fault} className="flex flex-wrap items-baseline gap-x-2">
          <Input
            inputMode="numeric"
            autoComplete="off"
            value={value.percent}
            maxLength={3}
            onValueChange={(percent) => set({ percent: percent.trim(), band: null })}
            onBlur={() => void save.flush()}
            className="max-w-16"
          />
        </Field>
        <span className="ml-auto">
          <SaveState state={state} onRetry={() => void save.flush()} />
        </span>
      </div>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      {theirs && (
        <Conflict mine={value} theirs={theirs} onMine={() => save.keepMine()} onTheirs={() => save.takeTheirs()} />
      )}
      <Disclosure summary="How well founded, and why" open={more}>
        <Grounds value={value} set={set} flush={() => void save.flush()} />
      </Disclosure>
    </div>
  );
}

type GroundsProps = {
  value: Judgment;
  set: (change: Partial<Judgment>, when?: 'now') => void;
  flush: () => void;
};

const confidences = [
  { value: 'low', label: 'Low' },
  { value: 'moderate', label: 'Moderate' },
  { value: 'high', label: 'High' },
] as const;

function Grounds({ value, set, flush }: GroundsProps) {
  return (
    <div className="flex flex-col gap-3">
      <div>
        <p className="mb-1 font-medium">Analytic confidence</p>
        <Segmented
          label="Analytic confidence"
          value={value.analyticConfidence}
          onValueChange={(analyticConfidence) => set({ analyticConfidence }, 'now')}
          options={confidences}
        />
      </div>
      <Field label="Rationale" hint="What it rests on, and what would change your mind.">
        <Textarea
          value={value.rationale}
          onChange={(event) => set({ rationale: event.target.value })}
          onBlur={flush}
          maxLength={4000}
        />
      </Field>
      <MixedSentences text={value.rationale} />
    </div>
  );
}

type ConflictProps = { mine: Judgment; theirs: Assessment; onMine: () => void; onTheirs: () => void };

/** Saved from another window meanwhile: both, and a choice. */
function Conflict({ mine, theirs, onMine, onTheirs }: ConflictProps) {
  const here = { likelihood: mine.percent ? Number(mine.percent) : null, band: bandIn(mine) };
  return (
    <Notice
      tone="warn"
      live
      title="You judged this in another window meanwhile"
      action={
        <>
          <Button size="small" onClick={onTheirs}>
            Take what is saved
          </Button>
          <Button size="small" variant="primary" onClick={onMine}>
            Keep what is here
          </Button>
        </>
      }
    >
      <dl className="mt-1 grid gap-x-6 gap-y-1 sm:grid-cols-2">
        <div>
          <dt className="text-sm text-muted">Saved</dt>
          <dd>{likelihoodWords(theirs)}</dd>
          <dd className="wrap-anywhere">{judgmentOf(theirs).rationale}</dd>
        </div>
        <div>
          <dt className="text-sm text-muted">Here</dt>
          <dd>{likelihoodWords(here)}</dd>
          <dd className="wrap-anywhere">{mine.rationale}</dd>
        </div>
      </dl>
    </Notice>
  );
}
