'use client';
import { useRef } from 'react';
import { useGrading } from '@/components/grades/use-grading';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { StanceMark } from '@/components/ui/stance-mark';
import { TextLink } from '@/components/ui/text-link';
import { useKeys } from '@/components/ui/use-keys';
import { articlesIn, type Evidence, type Passage } from './evidence';
import { CitationItem } from './citation-item';

interface CitationsProps {
  projectId: string;
  evidence: Evidence;
  grades: boolean;
  /** ISO 8601: when the claim was last approved. */
  approvedAt: string | null;
  /** Reads the next page of citations. */
  more: (() => void) | null;
}

const groups = [
  ['supports', 'Supporting'],
  ['contradicts', 'Contradicting'],
  ['context', 'Context'],
] as const;

const several = (count: number, one: string, many = `${one}s`) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

function totalOf(evidence: Evidence): string {
  const counted = [...evidence.supports, ...evidence.contradicts, ...evidence.context];
  const waiting = counted.filter((passage) => !passage.accepted).length;
  const total = `${several(counted.length, 'citation')} in ${several(articlesIn(evidence), 'article')}`;
  return waiting ? `${total}, ${waiting} not reviewed` : total;
}

/** The claim that all of it is of; none where there is nothing yet. */
const claimIn = ({ supports, contradicts, context, apart }: Evidence): string | undefined =>
  [supports, contradicts, context, apart].flat()[0]?.shown.claim?.id;

/** What the claim rests on, as quoted passages. J and K go from one to the next. */
export function Citations({ projectId, evidence, grades, approvedAt, more }: CitationsProps) {
  const list = useRef<HTMLDivElement>(null);
  const claimId = claimIn(evidence);
  const grading = useGrading(projectId, { claimId }, grades && claimId !== undefined);
  function move(step: number) {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-citation]') ?? [])];
    const at = all.findIndex((one) => one.contains(document.activeElement));
    const next = all[at === -1 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))];
    next?.querySelector<HTMLElement>('a[href*="?highlight="]')?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  }
  useKeys('Citations', [
    { id: 'list.next', key: 'j', label: 'Next citation', repeat: true, run: () => move(1) },
    { id: 'list.previous', key: 'k', label: 'Previous citation', repeat: true, run: () => move(-1) },
  ]);
  const isNew = ({ since }: Passage) => approvedAt !== null && since > approvedAt;
  const item = (passage: Passage) => (
    <CitationItem key={passage.key} projectId={projectId} passage={passage} grading={grading} isNew={isNew(passage)} />
  );
  return (
    <section aria-labelledby="evidence" ref={list} className="flex flex-col gap-6">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 id="evidence" className="text-lg font-semibold">
          Evidence
        </h2>
        <p className="text-muted">{totalOf(evidence)}</p>
      </div>
      {evidence.supports.length === 0 && (
        <p className="text-muted">
          No citation supports it yet. Open <TextLink href={`/projects/${projectId}/articles`}>an article</TextLink>,
          select the words that do, and press C.
        </p>
      )}
      {groups.map(
        ([stance, heading]) =>
          evidence[stance].length > 0 && (
            <section key={stance} aria-labelledby={`evidence-${stance}`}>
              <h3
                id={`evidence-${stance}`}
                className="flex items-center gap-2 border-b border-line pb-1.5 font-semibold"
              >
                <StanceMark stance={stance} compact />
                {heading} <span className="font-normal text-muted">{evidence[stance].length}</span>
              </h3>
              {evidence[stance].map(item)}
            </section>
          ),
      )}
      {evidence.apart.length > 0 && (
        <Disclosure
          summary={`Not counted: rejected, contested, sent back or without their words (${evidence.apart.length})`}
        >
          {evidence.apart.map((passage) => (
            <CitationItem key={passage.key} projectId={projectId} passage={passage} grading={grading} showStance />
          ))}
        </Disclosure>
      )}
      {more && (
        <Button className="self-start" onClick={more}>
          Show more citations
        </Button>
      )}
    </section>
  );
}
