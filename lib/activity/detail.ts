// From what to what something was changed, as an event keeps it beside the names of its fields: ids, numbers and words of the
// program, never words of people, which are looked up where it is read. "entityId=<id>|<id>><id>", "confidence=40>80".

type Value = string | number | null;
export interface Detail {
  readonly field: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** More than these of one side are not kept: what was made of many different ones is not told one by one. */
const MOST = 5;
const MANY = '*';
const KEPT = /^([a-zA-Z]+)=([\w|:*-]*)>([\w|:*-]*)$/;

function side(values: readonly Value[]): string {
  const all = [...new Set(values.map((value) => String(value ?? '')))];
  return all.length > MOST ? MANY : all.join('|');
}

/** A change of one field, of one thing or of several at once; nothing where it is none. */
export function detailOf(field: string, from: readonly Value[], to: readonly Value[]): string[] {
  const [before, after] = [side(from), side(to)];
  return before === after && before !== MANY ? [] : [`${field}=${before}>${after}`];
}

/** Whether it is a change, and no name of a field. */
export const isDetail = (field: string): boolean => field.includes('=');

/** The changes that an event keeps; a value that was none is blank. */
export const detailsIn = (fields: readonly string[]): Detail[] =>
  fields.flatMap((one) => {
    const [, field, from, to] = KEPT.exec(one) ?? [];
    return field === undefined ? [] : [{ field, from: from!.split('|'), to: to!.split('|') }];
  });

/** Where words stand: in which version of their article, and from where to where. */
export const placeKept = (version: number, start: number, end: number): string => `${version}:${start}-${end}`;
export function placeIn(value: string): { version: number; start: number; end: number } | null {
  const [, version, start, end] = /^(\d+):(\d+)-(\d+)$/.exec(value) ?? [];
  return version === undefined ? null : { version: Number(version), start: Number(start), end: Number(end) };
}
export const isMany = (value: string): boolean => value === MANY;
