import { randomInt } from 'node:crypto';
import { TABLES, type Header } from '../archive';
import { idsFrom, type IdOf } from '../naming';
import { within } from '../queries/file';

/** Which ids an archive gets in this database: new ones in the order of its names, and those of its people. */
export type Given = { projectId: string; personIds: string[]; memberIds: string[]; idOf: IdOf };

/** Gives ids for all that an archive names. `accounts` are those of its people who have one here. */
export function giveIds(header: Header, accounts: readonly (string | null)[], now: Date): Given {
  const make = idsFrom(now.getTime(), randomInt(2 ** 34));
  const before = new Map<string, number>();
  let next = 1;
  const take = (count: number): number => (next += count) - count - 1;
  for (const { name } of TABLES) before.set(name, take(header.counts[name] ?? 0));
  const people = header.people.map((_, index) => index + 1);
  const [forPeople, forMembers] = [take(people.length), take(people.length)];
  const projectId = make(take(1) + 1);
  before.set('gone', next);
  const personIds = people.map((number) => accounts[number - 1] ?? make(forPeople + number));
  const memberIds = people.map((number) => make(forMembers + number));
  const look = within(header);
  const idOf = (name: string): string => {
    const { table, number } = look(name);
    if (table === 'project') return projectId;
    if (table === 'person') return personIds[number - 1]!;
    if (table === 'member') return memberIds[number - 1]!;
    return make(before.get(table)! + number);
  };
  return { projectId, personIds, memberIds, idOf };
}
