import { unscoped } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { countSignIn, forgetSignIns } from './limits';
import { passwordFits } from './password';
import { hashOf, newSecret } from './secrets';

type Person = { id: string; name: string; email: string };

/** NFKC first, then one ASCII address: a look-alike `@` is no way in. Null when it is no address. */
export function emailOf(typed: string): string | null {
  const email = typed.normalize('NFKC').trim().toLowerCase();
  return /^[\x21-\x3f\x41-\x7e]{1,64}@[a-z0-9.-]{1,190}$/.test(email) ? email : null;
}

/** The account behind address and password, or null; never says which of the two was wrong. Throws `rate-limited`. */
export async function signInWithPassword(typed: string, password: string, address: string): Promise<Person | null> {
  const email = emailOf(typed) ?? '';
  await countSignIn(email || 'nobody', address);
  const user = email ? await unscoped().user.findUnique({ where: { email }, omit: { passwordHash: false } }) : null;
  const fits = await passwordFits(user?.passwordHash, password.slice(0, 1000));
  if (!user || !fits || user.disabledAt) return null;
  await forgetSignIns(email, address);
  return { id: user.id, name: user.name, email: user.email };
}

/** A one-time link for somebody: the secret that goes into its address, good for `hours`. */
export async function openSignInLink(userId: string, hours: number): Promise<string> {
  const secret = newSecret();
  const now = new Date();
  await unscoped().signInLink.create({
    data: { userId, tokenHash: hashOf(secret), createdAt: now, expiresAt: new Date(now.getTime() + hours * 3_600_000) },
  });
  return secret;
}

/** Uses a link up: the account, or null when it was used, ended or never was. */
export async function signInWithLink(secret: string, address: string): Promise<Person | null> {
  await countSignIn(null, address);
  const now = new Date();
  const used = await unscoped().signInLink.updateManyAndReturn({
    where: { tokenHash: hashOf(secret), usedAt: null, expiresAt: { gt: now }, user: { disabledAt: null } },
    data: { usedAt: now },
    select: { user: { select: { id: true, name: true, email: true } } },
  });
  if (!used[0]) return null;
  await forgetSignIns(null, address);
  return used[0].user;
}

/** A new account. Passwords have 15 characters or more (NIST SP 800-63B rev. 4); without one only links sign in. */
export async function createUser(input: { name: string; email: string; passwordHash?: string }): Promise<Person> {
  const email = emailOf(input.email);
  if (!email) throw new Refusal('invalid', `${input.email} is not an e-mail address.`);
  const { id, name } = await unscoped().user.create({
    data: { name: input.name, email, ...(input.passwordHash ? { passwordHash: input.passwordHash } : {}) },
  });
  return { id, name, email };
}

/** The account of an address, unless it is disabled. */
export async function findUser(typed: string): Promise<Person | null> {
  const email = emailOf(typed);
  if (!email) return null;
  return unscoped().user.findFirst({
    where: { email, disabledAt: null },
    select: { id: true, name: true, email: true },
  });
}

/** Lets an account in no more; sessions and tokens stop counting with it. Answers the projects that are left without a lead. */
export async function disableUser(id: string): Promise<{ leads: { id: string }[] }> {
  await unscoped().user.update({ where: { id }, data: { disabledAt: new Date() }, select: { id: true } });
  const leads = await unscoped().project.findMany({
    where: {
      members: {
        some: { userId: id, role: 'lead', deletedAt: null },
        none: { role: 'lead', deletedAt: null, user: { disabledAt: null } },
      },
    },
    select: { id: true },
  });
  return { leads };
}
