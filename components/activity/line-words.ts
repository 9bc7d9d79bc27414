import type { HistoryLine } from '@/lib/activity/activity';
import type { Problem } from '@/lib/api/client';
import { isDetail } from '@/lib/activity/detail';
import { counted, events, type EventType } from '@/lib/events';

const UUID = /^[0-9a-f]{8}-/i;
const names: Record<string, string> = {
  subjectId: 'subject',
  objectId: 'object',
  placeId: 'place',
  institutionId: 'institution',
  externalIds: 'external ids',
  approvalsNeeded: 'approvals needed',
  adjudicateOwn: 'whether analysts decide on their own rounds',
  publisherId: 'publisher',
  publishedAt: 'date',
  publishedEstimated: 'date',
  publishedFrom: 'date',
  publishedTo: 'date',
  publishedPrecision: 'date',
  relaysPublisherId: 'what it relays',
  relaysNote: 'what it relays',
  analyticConfidence: 'analytic confidence',
  speakerId: 'speaker',
  viaId: 'via',
  viaOn: 'via',
  impliedHow: 'how implied',
  claimId: 'claim',
  entityId: 'entity',
  band: 'likelihood',
  url: 'address',
};

type Turns = HistoryLine['turns'];

/** The names of the fields that a change touched, as people call them, each once; those of which it is told from what to what say that. */
export function fieldWords(fields: readonly string[], turns: Turns = []): string[] {
  const told = new Map(turns.map((turn) => [turn.field, turn]));
  const isName = (field: string) => !UUID.test(field) && !isDetail(field);
  const isTold = (field: string) => told.has('at') && (field === 'start' || field === 'end');
  const words = fields
    .filter((field) => isName(field) && !isTold(field))
    .map((field) => {
      const name = names[field] ?? field;
      const turn = told.get(field);
      return turn ? `${name}: ${turn.from} → ${turn.to}` : name;
    });
  return [...new Set(words)];
}

/** From which words to which a highlight was moved; null of any other change. */
export const movedWords = (turns: Turns): Turns[number] | null => turns.find(({ field }) => field === 'at') ?? null;

/** What happened, without who and where: "changed the claim", "accepted 12 tags together". */
export function lineWords({ type, words, fields, subjectType }: HistoryLine): string {
  const together = fields.filter((field) => UUID.test(field)).length;
  if (subjectType === 'project' && together > 0) {
    const many = together === 1 ? '1 tag' : `${together} tags together`;
    if (type === 'tag.accepted') return `accepted ${many}`;
    if (type === 'review.withdrawn') return `took back the verdicts on ${many}`;
  }
  return together > 0 && subjectType === 'article' ? counted(words, together) : words;
}

const restored: Record<string, EventType> = {
  'member.removed': 'member.restored',
  'question.unanswered': 'question.reanswered',
};

/** What is said when the thing of a line is there again: "Brought back the claim The mayor left early." */
export function backWords(line: HistoryLine): string {
  const type = restored[line.type] ?? (line.type.replace(/deleted$/, 'restored') as EventType);
  const words = lineWords({ ...line, words: events[type] });
  return `${words[0]!.toUpperCase()}${words.slice(1)}${line.label ? ` ${line.label}` : ''}`;
}

/** What is said when it is not: the sentence, and what would have to come back first. */
export function whyNotBack({ code, message, extra }: Problem): [string, { key: string; description?: string }] {
  const missing = (extra.missing as { words: string }[] | undefined) ?? [];
  const gone = 'It is there again already, or what it belonged to was deleted too.';
  const description = missing.map(({ words }) => words).join(', ');
  return [
    `Not brought back. ${code === 'not-found' ? gone : message}`,
    { key: 'back', ...(description ? { description } : {}) },
  ];
}
