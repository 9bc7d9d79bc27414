import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { EntityMark } from '@/components/ui/entity-mark';
import { Quote } from '@/components/ui/quote';
import { StanceMark } from '@/components/ui/stance-mark';
import { TextLink } from '@/components/ui/text-link';
import { PersonName } from '@/components/ui/person-name';
import { bandNamed } from '@/lib/claims/likelihood';
import type { Difference, SaidOfClaim, SaidOfWords } from '@/lib/comparisons/comparison';
import type { Person } from '@/lib/core/words';
import { claimHref, wordsHref } from '@/lib/threads/place';
import { questionWords } from './agreement-words';

/** One place where two differ: on what, and what each of them said. Their words lead to the reader, or to the claim. */
export function DifferenceItem({ projectId, difference }: { projectId: string; difference: Difference }) {
  const { a, b, questions } = difference;
  return (
    <article className="flex flex-col gap-1.5 border-b border-line py-3" aria-label={questions.map(other).join(', ')}>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {questions.map((question) => (
          <Badge key={question} tone="warn">
            {other(question)}
          </Badge>
        ))}
        {difference.about === 'words' ? (
          <span className="min-w-0 truncate text-sm text-muted">{difference.article.title}</span>
        ) : (
          <TextLink href={claimHref(projectId, difference.claim.id)} className="min-w-0 wrap-anywhere">
            {difference.claim.statement}
          </TextLink>
        )}
      </div>
      {difference.about === 'words' ? (
        <OnWords projectId={projectId} difference={difference} />
      ) : (
        <>
          <Line person={a}>{judged(difference.ofA)}</Line>
          <Line person={b}>{judged(difference.ofB)}</Line>
        </>
      )}
    </article>
  );
}

const other = (question: Difference['questions'][number]) => questionWords[question].other;

type OfWords = Extract<Difference, { about: 'words' }>;

/** Words that both tagged alike are shown once, over what each said of them. */
function OnWords({ projectId, difference }: { projectId: string; difference: OfWords }) {
  const { a, b, ofA, ofB, article } = difference;
  // What is gone leads to its article, where the words still stand.
  const href = (said: SaidOfWords) => wordsHref(projectId, article.id, said.highlightId);
  const same = ofA && ofB && !difference.questions.includes('edges');
  const sides = [
    [a, ofA],
    [b, ofB],
  ] as const;
  return (
    <>
      {same && <Words said={ofA} lang={article.language} href={href(ofA)} />}
      {sides.map(([person, said]) => (
        <Line key={person.id} person={person}>
          {said ? (
            <>
              {!same && <Words said={said} lang={article.language} href={href(said)} />}
              <Target said={said} />
            </>
          ) : (
            <span className="text-muted">did not tag it</span>
          )}
        </Line>
      ))}
    </>
  );
}

const Words = ({ said, lang, href }: { said: SaidOfWords; lang: string | null; href: string }) => (
  <TextLink href={href} className="w-fit max-w-full text-ink">
    <Quote lang={lang} className="line-clamp-3 wrap-anywhere">
      {said.quote}
    </Quote>
  </TextLink>
);

function Target({ said: { target, stance, confidence } }: { said: SaidOfWords }) {
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2">
      {stance ? <StanceMark stance={stance} /> : <EntityMark type={target.type} />}
      <span className="min-w-0 wrap-anywhere">{target.name}</span>
      {confidence !== null && <span className="text-sm text-muted tabular-nums">confidence {confidence}</span>}
    </span>
  );
}

function Line({ person, children }: { person: Person; children: React.ReactNode }) {
  return (
    <div className="grid grid-cols-[1.25rem_minmax(0,7rem)_minmax(0,1fr)] items-start gap-x-2">
      <Avatar name={person.name} id={person.id} size="small" decorative />
      <span className="truncate text-muted" title={person.name}>
        <PersonName person={person} />
      </span>
      <div className="flex min-w-0 flex-col gap-0.5">{children}</div>
    </div>
  );
}

const judged = ({ band, analyticConfidence }: SaidOfClaim) => (
  <span className="flex flex-wrap gap-x-4">
    <span>{band ? bandNamed(band).words : 'likelihood not stated'}</span>
    <span className="text-muted">
      {analyticConfidence ? `analytic confidence: ${analyticConfidence}` : 'analytic confidence not stated'}
    </span>
  </span>
);
