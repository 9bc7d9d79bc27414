import { notation, sayMarks } from '@/lib/grades/effective';
import type { ExportCitation, ExportGrading } from './export';

/** What a reader has to know of grades, where a text carries any. */
export const GRADES_METHOD =
  'Grades follow the Admiralty scales: A to E says how reliable a source is, 1 to 5 how credible it is what it says; F and 6 say that it cannot be judged, and are no place on their scale.';

/** “C, fairly reliable (Ines), and F, reliability cannot be judged (Tomasz)”; the settled one names whoever settled it. */
function saySideBySide({ grades, settled, hidden }: ExportGrading): string {
  const said = grades.map((grade) => `${sayMarks([grade])} (${settled ? 'settled by ' : ''}${grade.analyst.name})`);
  const unseen = hidden === 1 ? '1 grade that is not shown' : `${hidden} grades that are not shown`;
  const because = `${unseen}, because whoever made this had given none`;
  return [...said, ...(hidden ? [because] : [])].join('; ');
}

/** “Credibility of the claim: 3, possibly true (Ines).” */
export const sayGrading = (what: string, grading: ExportGrading): string => `${what}: ${saySideBySide(grading)}.`;

/** What the source of a citation and the citation were graded, as the scales print it and in words; null where nobody graded. */
export function sayGraded({
  reliability,
  credibility,
}: Pick<ExportCitation, 'reliability' | 'credibility'>): string | null {
  if (!reliability && !credibility) return null;
  const printed = notation(reliability?.grades ?? [], credibility?.grades ?? []);
  return [
    ...(printed ? [`Graded ${printed}.`] : []),
    ...(reliability ? [sayGrading(`Reliability of the ${reliability.from}`, reliability)] : []),
    ...(credibility ? [sayGrading('Credibility of what is said', credibility)] : []),
  ].join(' ');
}
