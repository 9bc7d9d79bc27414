import { randomInt } from 'node:crypto';
import { createUser, findUser, openSignInLink } from '@/lib/auth/accounts';
import { hashPassword } from '@/lib/auth/password';
import { actorById } from '@/lib/auth/sessions';
import type { Actor } from '@/lib/core/context';
import { unscoped } from '@/lib/core/db';
import { accounts, type AccountKey } from './accounts';

export type People = Record<AccountKey, Actor>;
const keys = Object.keys(accounts) as AccountKey[];

const SYLLABLES =
  'ba be bi bo bu da de di do du fa fe fi ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi wa we zo zu'.split(
    ' ',
  );
const word = () => Array.from({ length: 3 }, () => SYLLABLES[randomInt(SYLLABLES.length)]).join('');
/** Four made-up words: about 68 bits, and easy to type once. */
const newPassword = () => Array.from({ length: 4 }, word).join('-');

/** Makes the four accounts, or gives new passwords to those that an interrupted load had made. Answers the passwords, once. */
export async function makeAccounts(): Promise<Record<AccountKey, string>> {
  const passwords = {} as Record<AccountKey, string>;
  for (const key of keys) {
    const { name, email } = accounts[key];
    passwords[key] = newPassword();
    const passwordHash = await hashPassword(passwords[key]);
    const known = await unscoped().user.findUnique({ where: { email }, select: { id: true } });
    if (known) await unscoped().user.update({ where: { id: known.id }, data: { passwordHash } });
    else await createUser({ name, email, passwordHash });
  }
  return passwords;
}

/** The four as actors, with the memberships that they have by now. */
export async function findPeople(): Promise<People> {
  const users = await unscoped().user.findMany({
    where: { email: { in: keys.map((key) => accounts[key].email) } },
    select: { id: true, email: true },
  });
  const people = {} as People;
  for (const key of keys) {
    const user = users.find(({ email }) => email === accounts[key].email);
    const actor = user && (await actorById(user.id));
    if (!actor) throw new Error(`The demo account ${accounts[key].email} is missing.`);
    people[key] = actor;
  }
  return people;
}

/** A fresh one-time link, good for a day, for each of the four who may still come in: an operator may have disabled some. */
export async function freshLinks(origin: string): Promise<Partial<Record<AccountKey, string>>> {
  const links: Partial<Record<AccountKey, string>> = {};
  for (const key of keys) {
    const user = await findUser(accounts[key].email);
    if (user) links[key] = `${origin}/sign-in/link/${await openSignInLink(user.id, 24)}`;
  }
  return links;
}
