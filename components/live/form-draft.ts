/** A part of a form in words, with the fields of its draft that go together. */
interface Part<Draft> {
  part: string;
  /** What it says; blank is the empty string. `nameOf` is whom an id means. */
  reads: (draft: Draft, nameOf: (id: string) => string) => string;
  fields: readonly (keyof Draft)[];
}
interface Form<Row, Draft, Input> {
  /** What is stored, as the form holds it. */
  draftOf: (row: Row) => Draft;
  /** All that the server is sent of a draft. */
  inputOf: (draft: Draft) => Input;
  parts: readonly Part<Draft>[];
  /** Fields that are only sent together. */
  together?: readonly (keyof Input)[];
}

/** Where two drafts differ, part by part and in words. */
export type Difference = { part: string; before: string; after: string };

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const picked = <T extends object>(from: T, keys: readonly (keyof T)[]) =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<T>;

/** What a form of something shared needs, when others may change the same while it is open. Pure; told by its parts. */
export function formDraft<Row, Draft extends object, Input extends object>(form: Form<Row, Draft, Input>) {
  const { draftOf, inputOf, parts, together = [] } = form;
  const keysOf = (input: object) => Object.keys(input) as (keyof Input)[];
  const self = (id: string) => id;

  return {
    draftOf,
    inputOf,

    /** The fields that the form gives another value than they had. */
    changeOf(before: Draft, after: Draft): Partial<Input> {
      const [old, young] = [inputOf(before), inputOf(after)];
      const changed = keysOf(young).filter((key) => !same(old[key], young[key]));
      return picked(young, together.some((key) => changed.includes(key)) ? [...changed, ...together] : changed);
    },

    /** Whether what is changed is now still as it was when the form was opened. */
    mayResend(change: Partial<Input>, before: Draft, now: Draft): boolean {
      const [old, current] = [inputOf(before), inputOf(now)];
      return keysOf(change).every((key) => same(old[key], current[key]));
    },

    /** Theirs with my changes on top, part by part: what “save mine” would leave. */
    merged(before: Draft, mine: Draft, theirs: Draft): Draft {
      const changed = parts.filter(({ fields }) => !same(picked(before, fields), picked(mine, fields)));
      return {
        ...theirs,
        ...picked(
          mine,
          changed.flatMap(({ fields }) => fields),
        ),
      };
    },

    /** The parts that two drafts say differently. */
    differences: (before: Draft, after: Draft, nameOf = self): Difference[] =>
      parts
        .map(({ part, reads }) => ({ part, before: reads(before, nameOf), after: reads(after, nameOf) }))
        .filter((one) => one.before !== one.after),

    /** My draft with one part as they have it. */
    withPart: (mine: Draft, theirs: Draft, part: string): Draft => ({
      ...mine,
      ...picked(theirs, parts.find((one) => one.part === part)?.fields ?? []),
    }),
  };
}

export type FormDraft<Row, Draft extends object, Input extends object> = ReturnType<
  typeof formDraft<Row, Draft, Input>
>;
