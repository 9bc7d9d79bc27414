import type { Token } from '@/lib/accounts/account';
import { createToken, revokeToken } from '@/lib/accounts/commands';
import { listTokens } from '@/lib/accounts/queries';
import { createUser, disableUser, findUser, openSignInLink } from '@/lib/auth/accounts';
import { hashPassword } from '@/lib/auth/password';
import { actorById } from '@/lib/auth/sessions';
import { read } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { words } from '@/lib/core/words';
import { acceptance } from '@/lib/members/member';
import { listProjects } from '@/lib/members/queries';
import { projectOf } from './import';
import { Misuse, refused, type Speech } from './speech';

const LINK_HOURS = 7 * 24;

async function link(userId: string): Promise<string> {
  return new URL(`/sign-in/link/${await openSignInLink(userId, LINK_HOURS)}`, env().NEXTAUTH_URL).toString();
}

/** Makes an account, with a password where one is given; otherwise a one-time link signs in. */
export async function createAccount(input: { email: string; name: string; password?: string }, { say }: Speech) {
  const name = words(120).safeParse(input.name);
  if (!name.success) throw new Misuse(`--name: ${name.error.issues[0]!.message}`);
  const password = input.password === undefined ? null : acceptance.shape.password.safeParse(input.password);
  if (password && !password.success) throw refused(password.error.issues[0]!.message);
  const user = await createUser({
    name: name.data,
    email: input.email,
    ...(password ? { passwordHash: await hashPassword(password.data) } : {}),
  });
  say(`Made the account ${user.email}, id ${user.id}.`);
  if (!password) say(`Signs in once, within seven days: ${await link(user.id)}`);
}

/** A fresh one-time link, for who has no password or lost it. */
export async function linkAccount({ email }: { email: string }, { say }: Speech) {
  const user = await known(email);
  say(`Signs in once, within seven days: ${await link(user.id)}`);
}

export async function disableAccount({ email }: { email: string }, { say, warn }: Speech) {
  const { id } = await known(email);
  const { leads } = await disableUser(id);
  say(`Disabled ${email}: sessions and tokens ended, the work stays.`);
  for (const project of leads) warn(`The project ${project.id} has no other lead now.`);
}

/** Makes an access token; the last line is the token and nothing else. */
export async function makeToken(
  input: { email: string; name: string; days: number; readOnly: boolean; project?: string[] },
  { say }: Speech,
) {
  const actor = await actorById((await known(input.email)).id);
  const scopes = input.readOnly ? ['read'] : ['read', 'write'];
  const projectIds = input.project && (await Promise.all(input.project.map(projectOf)));
  const wanted = { name: input.name, days: input.days, scopes, ...(projectIds ? { projectIds } : {}) };
  const { body } = await createToken({ actor: actor!, id: '', input: wanted });
  const reach = input.project ? ` in ${input.project.join(', ')} alone` : '';
  say(`A token of ${input.email} to ${body.scopes.join(' and ')}${reach}, until ${body.expiresAt.slice(0, 10)}:`);
  say(body.secret!);
}

const dayOf = (moment: string) => moment.slice(0, 10);

/** What a token reaches, as its line in the list says it. */
function tokenLine({ id, name, scopes, projectIds, expiresAt, ended, usedAt }: Token, names: Map<string, string>) {
  const reach = projectIds?.map((one) => names.get(one) ?? one).join(', ') ?? 'all projects';
  const used = usedAt ? `used last ${dayOf(usedAt)}` : 'never used';
  return [id, name, scopes.join(' and '), reach, `${ended ? 'ended' : 'ends'} ${dayOf(expiresAt)}`, used].join('  ');
}

/** The tokens of an account that were not revoked, a line each, newest first. */
export async function tellTokens({ email }: { email: string }, { say }: Speech) {
  const actor = (await actorById((await known(email)).id))!;
  const { items } = await read(actor, listTokens);
  const projects = await read(actor, listProjects);
  const names = new Map(projects.items.map(({ id, name }) => [id, name]));
  for (const token of items) say(tokenLine(token, names));
  if (items.length === 0) say(`${email} has no tokens.`);
}

/** Ends a token at once, by its id or by its name where only one is called so. */
export async function endToken({ email, token }: { email: string; token: string }, { say }: Speech) {
  const actor = (await actorById((await known(email)).id))!;
  const { items } = await read(actor, listTokens);
  const [found, another] = items.filter(({ id, name }) => id === token || name === token);
  if (!found) throw refused(`${email} has no token ${token}. \`token list\` tells which there are.`);
  if (another) throw refused(`${email} has several tokens called ${token}. Name one by its id, from \`token list\`.`);
  await revokeToken({ actor, id: found.id, input: {} });
  say(`Revoked ${found.name}: whatever uses it is refused from the next request on.`);
}

async function known(email: string) {
  const user = await findUser(email);
  if (!user) throw refused(`There is no account ${email}, or it is disabled.`);
  return user;
}
