import type { ReadContext } from '@/lib/core/context';
import type { ExportCitation, ExportGrading } from '@/lib/formats/export';
import { reliabilityOf, standing } from '@/lib/grades/effective';
import type { Grades } from '@/lib/grades/grade';
import { gradesOn, keyOf, type Subject } from '@/lib/grades/queries';
import type { QuotedTag } from '@/lib/highlights/highlight';

type Graded = Pick<ExportCitation, 'reliability' | 'credibility'>;
/** What a file tells of grades: what whoever makes it may see, and how many there are beyond that. */
export interface Grading {
  ofClaim: (id: string) => ExportGrading | null;
  ofCitation: (tag: QuotedTag) => Graded;
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

/** The grades of these claims, of these citations and of their sources, in one read; all blank where the project does not grade. */
export async function gradingOf(
  ctx: ReadContext,
  projectId: string,
  claimIds: string[],
  tags: readonly QuotedTag[],
): Promise<Grading> {
  const all = [
    ...claimIds.map((id): Subject => ({ type: 'claim', id })),
    ...tags.flatMap(({ id, speaker, article }): Subject[] => [
      { type: 'tag', id },
      ...(speaker ? [{ type: 'entity' as const, id: speaker.id }] : []),
      ...(article.publisherId ? [{ type: 'publisher' as const, id: article.publisherId }] : []),
    ]),
  ];
  const subjects = [...new Map(all.map((one) => [keyOf(one), one])).values()];
  const found = await gradesOn(ctx, projectId, subjects);
  const of = (type: Subject['type'], id: string | null | undefined) =>
    id ? found.get(keyOf({ type, id })) : undefined;
  return {
    ofClaim: (id) => gradingIn(of('claim', id)),
    ofCitation: ({ id, speaker, article }) => ({
      reliability: sourceIn(of('entity', speaker?.id), of('publisher', article.publisherId)),
      credibility: gradingIn(of('tag', id)),
    }),
    ofPublisher: (id) => of('publisher', id)?.settled?.mark ?? null,
  };
}
