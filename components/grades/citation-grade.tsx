'use client';
import { useHere } from '@/components/members/use-here';
import { notation, reliabilityOf, sayMarks, standing } from '@/lib/grades/effective';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { GradeChip } from './grade-chip';
import { GradePanel } from './grade-panel';
import { sayGrades, sayReliability } from './grade-words';
import type { Grading } from './use-grading';

interface Props {
  projectId: string;
  /** All tags on the words: they are one citation, and have one grade. The one whose words are shown comes first. */
  tags: readonly [QuotedTag, ...QuotedTag[]];
  grading: Grading;
}

/** Whom a citation rests on: whoever speaks, or else who published it; with the letters of both. */
function sourceOf({ speaker, article }: QuotedTag, grading: Grading) {
  const publisher = grading.of('publisher', article.publisherId);
  if (!speaker) {
    const { publisherId: id, publisher: name } = article;
    const panel = id ? ({ type: 'publisher', id, title: `Reliability of ${name}`, grades: publisher } as const) : null;
    return { panel, reliability: reliabilityOf(undefined, publisher), own: publisher };
  }
  const own = grading.of('entity', speaker.id);
  const reliability = reliabilityOf(own, publisher);
  const instead =
    reliability?.from === 'publisher'
      ? `Until a grade of the speaker can be seen, the publisher’s holds: ${sayMarks(reliability.grades)}.`
      : undefined;
  const panel = {
    type: 'entity',
    id: speaker.id,
    title: `Reliability of ${speaker.name}`,
    grades: own,
    instead,
  } as const;
  return { panel, reliability, own };
}

/** “B2” beside whoever says the quoted words: how reliable the source is, and how credible this is. */
export function CitationGrade({ projectId, tags, grading }: Props) {
  const { may } = useHere(projectId);
  const [tag] = tags;
  const { id } = tags.find((one) => grading.of('tag', one.id)) ?? tag;
  const { panel, reliability, own } = sourceOf(tag, grading);
  const grades = grading.of('tag', id);
  const shown = notation(reliability?.grades ?? [], grades ? standing(grades) : []);
  if (!shown && may('grade.give') !== true) return null;
  const said = tag.speaker || reliability ? sayReliability(reliability, own) : sayGrades(own);
  return (
    <GradeChip
      label="Grade"
      shown={shown}
      says={`Reliability: ${said}. Credibility: ${sayGrades(grades)}.`}
      wide={panel !== null}
    >
      {panel && <GradePanel projectId={projectId} {...panel} />}
      <GradePanel projectId={projectId} type="tag" id={id} title="Credibility of what is said" grades={grades} />
    </GradeChip>
  );
}
