import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The official schemas, which are no part of the product: beside the repository, or nowhere. */
const STANDARDS = join(import.meta.dirname, '../../../shared/standards');

/** A standard's folder, and what a test says in its name where it is absent and the test is skipped. */
export function standard(name: string): { folder: string; absent: string } {
  const folder = join(STANDARDS, name);
  return { folder, absent: existsSync(folder) ? '' : ` (../shared/standards/${name} is absent)` };
}

export const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
export const jsonFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name));
