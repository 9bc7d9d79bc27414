import { expect, type BrowserContext } from '@playwright/test';
import type { Claim } from '@/lib/claims/claim';
import type { Highlight, Tag, TagInput } from '@/lib/highlights/highlight';
import { account, asScript, type Name, type Script } from './people';

// Work that a story finds done when it begins: made as a script of the same person would make it.

export type Brought = { id: string; title: string; text: string };

/** Sends and answers the body; fails with what the server said when it was refused. */
async function made<T>(script: Script, path: string, data: unknown, headers?: Record<string, string>): Promise<T> {
  const answer = await script.send('POST', path, data, headers);
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

/** An article of one's own. */
export async function bringIn(script: Script, project: string, title: string, text: string): Promise<Brought> {
  const { id } = await made<{ id: string }>(script, `/projects/${project}/articles`, { title, text });
  return { id, title, text };
}

/** Where words stand in a text for the `nth` time, counted from 0. */
export function spanOf(text: string, words: string, nth = 0): { start: number; end: number } {
  let start = text.indexOf(words);
  for (let left = nth; left > 0 && start >= 0; left -= 1) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`“${words}” does not stand there.`);
  return { start, end: start + words.length };
}

/** Highlights words and tags them; without a tag they are only highlighted. */
export async function tagWords(script: Script, article: Brought, words: string, tag?: TagInput, nth = 0) {
  const body = { ...spanOf(article.text, words, nth), quote: words, tags: tag ? [tag] : [] };
  const highlight = await made<Highlight>(script, `/articles/${article.id}/highlights`, body);
  return { highlight, tag: highlight.tags[0] as Tag };
}

export const makeClaim = (script: Script, project: string, statement: string): Promise<Claim> =>
  made(script, `/projects/${project}/claims`, { statement });

export const makeEntity = (script: Script, project: string, type: string, name: string): Promise<{ id: string }> =>
  made(script, `/projects/${project}/entities`, { type, name });

export const acceptTag = (script: Script, { id, version }: Tag): Promise<Tag> =>
  made(script, `/tags/${id}/reviews`, { verdict: 'accept' }, { 'if-match': `"${version}"` });

export const submitClaim = (script: Script, { id, version }: Claim): Promise<Claim> =>
  made(script, `/claims/${id}/submit`, {}, { 'if-match': `"${version}"` });

/** A project that nobody else's story looks at: led by Daniel, with these as its analysts. */
export async function makeProject(lead: BrowserContext, name: string, analysts: Name[]): Promise<string> {
  const script = asScript(lead);
  const { id } = await made<{ id: string }>(script, '/projects', { name });
  for (const analyst of analysts)
    await made(script, `/projects/${id}/members`, { email: account(analyst).email, role: 'analyst' });
  return id;
}
