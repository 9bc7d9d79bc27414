/** The day in a date as pages write it (`2021-07-28T10:00:00Z`), or null. */
export const dayIn = (text) => /^\s*(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))(?!\d)/.exec(text ?? '')?.[1] ?? null;
