import { z } from 'zod';

// Pure: the one door for strings and integers that come from outside. A NUL, a lone surrogate or 2^40 would otherwise
// end as a 500 in the database or be replaced in silence.

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Whether PostgreSQL and UTF-8 can hold the text as it is: no NUL, no lone surrogate. */
export const wellFormed = (text: string): boolean => !text.includes('\0') && !LONE_SURROGATE.test(text);

/** Whether a text is nothing but blanks, line ends and what takes no room. */
export const isBlank = (text: string): boolean => !/[^\s\p{Z}\p{Cc}\p{Cf}]/u.test(text);

/** Text of at most `max` UTF-16 units, kept to the letter (never trimmed). */
export const exactText = (max: number) =>
  z
    .string()
    .max(max, `At most ${max} characters.`)
    .refine(wellFormed, 'This text holds a NUL or half a character, which cannot be stored.');

/** A line or paragraph that somebody typed: trimmed, not blank, at most `max` UTF-16 units. */
export const words = (max: number) => exactText(max).trim().min(1, 'This cannot be blank.');

/** Like `words`, but blank is allowed and becomes null. */
export const wordsOrBlank = (max: number) =>
  exactText(max)
    .trim()
    .transform((text) => (text === '' ? null : text))
    .nullable();

/** A 32-bit integer within bounds. */
export const whole = (min: number, max: number) => z.int32().min(min).max(max);

export const id = () => z.uuid('This is not an id.');

/** A calendar day, `YYYY-MM-DD`. */
export const day = () => z.iso.date('A date is written YYYY-MM-DD.');

/** Text so long that the answer is 413: at most `max` UTF-16 units, kept to the letter. */
export const longText = (max: number, what: string) =>
  z
    .string()
    .min(1, `${what} is empty.`)
    .refine((text) => text.length <= max, {
      error: `${what} has more than ${max.toLocaleString('en')} characters. Split it, and bring in the parts.`,
      params: { code: 'too-large' },
    })
    .refine((text) => text === '' || !isBlank(text), `${what} has no words in it: nothing but blanks.`)
    .refine(wellFormed, `${what} holds a NUL or half a character, which cannot be stored.`);

/** A page of a list: `limit` rows after `cursor`. */
export const paging = {
  limit: z.coerce.number().pipe(z.int32().min(1).max(500)).default(50),
  cursor: exactText(500).optional(),
};

/** The answer of every list. */
export const listOf = <V extends z.ZodType>(item: V) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** A moment, ISO 8601 UTC in milliseconds. */
export const moment = () => z.iso.datetime();

/** A member by id and name, as views carry it. */
/** `external` where somebody has no account here: an archive named them. */
export const person = z.object({ id: z.uuid(), name: z.string(), external: z.literal(true).optional() });
export type Person = z.output<typeof person>;

/** Text in an answer: it was checked on its way in. */
export const text = () => z.string();
