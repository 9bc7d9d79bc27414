import type { ReadContext } from '@/lib/core/context';
import type { ExportCitation, ExportGrading } from '@/lib/formats/export';
import { reliabilityOf, standing } from '@/lib/grades/effective';
import type { Grades } from '@/lib/grades/grade';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { gradesOn, keyOf, type Subject } from '@/lib/grades/queries';

type Graded = Pick<ExportCitation, 'reliability' | 'credibility'>;
/** A citation and its source, by what grades are found by. */
export type Sourced = { id: string; speakerId: string | null; publisherId: string | null };
export const sourcedOf = ({ id, speaker, article }: QuotedTag): Sourced => ({
  ...{ id, speakerId: speaker?.id ?? null, publisherId: article.publisherId },
});
/** What a file tells of grades: what whoever makes it may see, and how many there are beyond that. */
export interface Grading {
  ofClaim: (id: string) => ExportGrading | null;
  ofCitation: (citation: Sourced) => Graded;
  ofPublisher: (id: string | null) => string | null;
}

function gradingIn(grades: Grades | undefined): ExportGrading | null {
  if (!grades) return null;
  const given = standing(grades);
  if (given.length + grades.hidden === 0) return null;
  return { settled: grades.settled !== null, grades: given, hidden: grades.hidden };
}

function sourceIn(speaker: Grades | undefined, publisher: Grades | undefined): Graded['reliability'] {
  const found = reliabilityOf(speaker, publisher);
  const hidden = (speaker?.hidden ?? 0) + (found?.from === 'speaker' ? 0 : (publisher?.hidden ?? 0));
  if (found) return { ...found, hidden };
  return hidden ? { settled: false, grades: [], hidden, from: speaker?.hidden ? 'speaker' : 'publisher' } : null;
}

const ungraded: Grading = {
  ofClaim: () => null,
  ofCitation: () => ({ reliability: null, credibility: null }),
  ofPublisher: () => null,
};
const readProject = ({ db }: ReadContext, id: string) =>
  db.project.findUniqueOrThrow({ where: { id }, select: { grades: true } });

/** The grades of these claims, of these citations and of their sources, in one read; all blank where the project does not grade. */
export async function gradingOf(
  ctx: ReadContext,
  projectId: string,
  claimIds: string[],
  citations: readonly Sourced[],
): Promise<Grading> {
  if (!(await readProject(ctx, projectId)).grades) return ungraded;
  const all = [
    ...claimIds.map((id): Subject => ({ type: 'claim', id })),
    ...citations.flatMap(({ id, speakerId, publisherId }): Subject[] => [
      { type: 'tag', id },
      ...(speakerId ? [{ type: 'entity' as const, id: speakerId }] : []),
      ...(publisherId ? [{ type: 'publisher' as const, id: publisherId }] : []),
    ]),
  ];
  const subjects = [...new Map(all.map((one) => [keyOf(one), one])).values()];
  const found = await gradesOn(ctx, projectId, subjects);
  const of = (type: Subject['type'], id: string | null | undefined) =>
    id ? found.get(keyOf({ type, id })) : undefined;
  return {
    ofClaim: (id) => gradingIn(of('claim', id)),
    ofCitation: ({ id, speakerId, publisherId }) => ({
      reliability: sourceIn(of('entity', speakerId), of('publisher', publisherId)),
      credibility: gradingIn(of('tag', id)),
    }),
    ofPublisher: (id) => of('publisher', id)?.settled?.mark ?? null,
  };
}
