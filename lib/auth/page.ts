import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { ReadContext } from '@/lib/core/context';
import { read } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { actorFrom } from './actor';

/** Reads for a page as the signed-in actor. Nobody is sent to sign in; what cannot be seen is "not found". */
export async function readPage<T>(fn: (ctx: ReadContext) => Promise<T>): Promise<T> {
  const actor = await actorFrom(await headers());
  if (!actor) redirect('/sign-in');
  try {
    return await read(actor, fn);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') notFound();
    throw error;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Ids out of a page's address; anything that is no id is "not found". */
export async function idsOf<P extends Record<string, string>>(params: Promise<P>): Promise<P> {
  const ids = await params;
  if (!Object.values(ids).every((id) => UUID.test(id))) notFound();
  return ids;
}
