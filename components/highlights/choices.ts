import { entityLook } from '@/components/ui/entity-look';
import { similarStatements, type Statement, type StatementIndex } from '@/lib/claims/similar';
import { fold } from '@/lib/entities/folding';
import { matchNames, type MatchReason, type NamedEntity, type NameIndex } from '@/lib/entities/matching';
import type { Target } from './draft';

/** One line of the composer's list. */
export interface Choice {
  readonly key: string;
  readonly target: Target;
  readonly label: string;
  /** Why it is offered, or what choosing it makes. */
  readonly detail: string;
  /** That the project tells it apart from another which these words may name as well. */
  readonly warning?: string | null;
}

export interface Choices {
  readonly list: readonly Choice[];
  /** Index of the line that Enter takes at first. */
  readonly first: number;
}

/** While it is not known what there is to choose from. */
export const nothing: Choices = { list: [], first: -1 };

const again = (target: Target): string =>
  target.kind === 'entity' ? target.entity.name : target.kind === 'new-entity' ? target.name : target.statement;

/** The choices with the one first that was sent and not answered: what it made may be among them by now, and would be made twice. */
export function againFirst({ list, first }: Choices, target: Target): Choices {
  const tried: Choice = { key: 'again', target, label: again(target), detail: 'as you chose it: try again' };
  return { list: [tried, ...list], first: first < 0 ? first : 0 };
}

/** The claims with those last that are said to be behind these words already. */
export function notAgain({ list, first }: Choices, cited: ReadonlySet<string>): Choices {
  const isCited = ({ target }: Choice) => target.kind === 'claim' && cited.has(target.id);
  const marked = list[first];
  if (!marked || !list.some(isCited)) return { list, first };
  const told = list.filter(isCited).map((choice) => ({ ...choice, detail: 'you cited it with these words' }));
  const ordered = [...list.filter((choice) => !isCited(choice)), ...told];
  return { list: ordered, first: isCited(marked) ? 0 : ordered.indexOf(marked) };
}

const reasons: Record<MatchReason, string> = {
  exact: 'the same name',
  alias: 'known by this name',
  folded: 'the same name, typed otherwise',
  'one letter off': 'one letter off',
  initials: 'initials',
  'one letter off in each word': 'one letter off in each word',
  'other script': 'perhaps this name in another script',
  'part of name': 'part of the name',
};

/** The reason for a match in words: what of the entity the words fit. */
export const sayReason = (reason: MatchReason, matched: string, name: string): string =>
  matched === name || reason === 'alias' ? reasons[reason] : `${reasons[reason]}: ${matched}`;

export const LONGEST_NAME = 120;
const LISTED = 6;

export const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Entities of which a name has a word that begins with what is typed. */
function beginningWith(typed: string, entities: readonly NamedEntity[]): NamedEntity[] {
  const folded = fold(typed);
  if (folded === '') return [];
  const fits = (name: string) => ` ${fold(name)}`.includes(` ${folded}`);
  return entities.filter(({ name, aliases }) => fits(name) || aliases.some(fits));
}

const entityChoice = ({ id, type, name }: NamedEntity, reason: string): Choice => ({
  key: id,
  target: { kind: 'entity', entity: { id, type, name }, reason },
  label: name,
  detail: reason,
});

const newEntity = (type: string, name: string): Choice => ({
  key: `new-${type}`,
  target: { kind: 'new-entity', type, name },
  label: name,
  detail: `New ${entityLook(type).word.toLowerCase()}`,
});

/** The entity that the words name beyond doubt, with the reason to show; null where none or several do. */
export function offerFor(quote: string, entities: readonly NamedEntity[], index: NameIndex): Choice | null {
  if (quote.length > LONGEST_NAME) return null;
  const { preselect, candidates } = matchNames(quote, index);
  const entity = preselect === null ? undefined : entities.find(({ id }) => id === preselect);
  const candidate = candidates.find(({ id }) => id === preselect);
  return entity && candidate ? entityChoice(entity, sayReason(candidate.reason, candidate.matched, entity.name)) : null;
}

/** What the words, or what is typed instead, may name; then the same as a new entity of each type. */
export function entityChoices(
  { quote, typed }: { quote: string; typed: string },
  entities: readonly NamedEntity[],
  index: NameIndex,
  types: readonly string[],
): Choices {
  const words = oneLine(typed) || (quote.length <= LONGEST_NAME ? oneLine(quote) : '');
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const { candidates } = matchNames(words, index, LISTED);
  const matched = candidates.flatMap(({ id, reason, matched: fits }) => {
    const entity = byId.get(id);
    return entity ? [entityChoice(entity, sayReason(reason, fits, entity.name))] : [];
  });
  const more = beginningWith(typed, entities)
    .filter(({ id }) => !candidates.some((one) => one.id === id))
    .slice(0, Math.max(0, LISTED - matched.length))
    .map((entity) => entityChoice(entity, entityLook(entity.type).word.toLowerCase()));
  const made = words === '' ? [] : types.map((type) => newEntity(type, words.slice(0, 300)));
  return { list: [...matched, ...more, ...made], first: 0 };
}

/**
 * Whether words read as a name rather than as a description of somebody unnamed: "Radio Liberty", not "An officer of the border guard".
 * Words of up to three letters may be articles and prepositions. In scripts without capitals everything reads as a description.
 */
export function readsAsName(words: string): boolean {
  const long = oneLine(words)
    .split(' ')
    .filter((word) => word.length > 3);
  return long.length > 0 && long.every((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
}

/** Types that entities of this project have, the usual ones first. */
export function typesOf(entities: readonly NamedEntity[]): string[] {
  const usual = ['person', 'organisation', 'place', 'event', 'unnamed-source'];
  return [...new Set([...usual, ...entities.map(({ type }) => type)])];
}

/** The types with the one first that the words were found to be a name of: whole, or as their end ("the Ministry of Health"). */
export function likelyFirst(
  types: readonly string[],
  words: string,
  found: readonly { quote: string; type: string }[],
): readonly string[] {
  const name = oneLine(words);
  const likely = found.find(({ quote }) => name === quote || name.endsWith(` ${quote}`))?.type;
  return likely ? [...new Set([likely, ...types])] : types;
}

/** Whether every typed word begins a word of the statement: somebody is looking for it rather than writing another. */
function searchesFor(typed: string, statement: string): boolean {
  const words = ` ${fold(statement)}`;
  return fold(typed)
    .split(' ')
    .every((word) => words.includes(` ${word}`));
}

/**
 * Claims that the typed words look for or nearly repeat, then a new claim of those words. Enter takes a claim only when
 * it is what was looked for; a new sentence stays a new one, with its near-equals in view.
 */
export function claimChoices(
  { quote, typed }: { quote: string; typed: string },
  claims: readonly Statement[],
  index: StatementIndex,
): Choices {
  const words = oneLine(typed);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const sought = words === '' ? [] : claims.filter(({ statement }) => searchesFor(words, statement)).slice(0, LISTED);
  const near = similarStatements(words || quote, index, LISTED).filter(
    ({ id }) => !sought.some((one) => one.id === id),
  );
  const list = [
    ...sought.map((claim) => claimChoice(claim, 'claim')),
    ...near.flatMap(({ id }) => {
      const claim = byId.get(id);
      return claim ? [claimChoice(claim, words ? 'says nearly the same' : 'close to these words')] : [];
    }),
  ].slice(0, LISTED);
  if (words === '') return { list, first: 0 };
  const made: Choice = {
    key: 'new-claim',
    target: { kind: 'new-claim', statement: words.slice(0, 600) },
    label: words,
    detail: 'New claim',
  };
  return { list: [...list, made], first: sought.length > 0 ? 0 : list.length };
}

const claimChoice = ({ id, statement }: Statement, detail: string): Choice => ({
  key: id,
  target: { kind: 'claim', id, statement },
  label: statement,
  detail,
});
