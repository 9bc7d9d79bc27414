import type pg from 'pg';

/** What a check looked at, in words, and what it found wrong: a line each, ids only. */
export type Finding = { looked: string; faults: string[] };
export type Check = (db: pg.ClientBase) => Promise<Finding>;
