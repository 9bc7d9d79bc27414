import { existsSync, writeFileSync } from 'node:fs';
import '@/lib/reactions';
import { closePools, unscoped } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { accounts, type AccountKey } from './accounts';
import { loadDemo } from './load';
import { Loader } from './loader';
import { freshLinks, makeAccounts } from './people';

// Loads the demo project where there is nothing yet, or goes on with a load that was cut off; prints one line of JSON:
// {accounts: [{name, email, role, link, password?}]}. Passwords exist in plain only in that first answer. Where
// CLAIMBENCH_DEMO_UNSHOWN names a file, it stands there until whoever started this has shown them: if that was cut off, the
// next run makes new ones.

const emails = Object.values(accounts).map(({ email }) => email);

async function wanted(): Promise<'load' | 'there' | 'none'> {
  const db = unscoped();
  if (await db.project.findFirst({ where: { demo: true }, select: { id: true } })) return 'there';
  const strangers = await db.user.count({ where: { email: { notIn: emails } } });
  return strangers === 0 ? 'load' : 'none';
}

async function run() {
  const what = await wanted();
  if (what === 'none') return { accounts: [] };
  const unshown = process.env.CLAIMBENCH_DEMO_UNSHOWN;
  if (unshown && what === 'load') writeFileSync(unshown, '');
  const passwords = what === 'load' || (unshown && existsSync(unshown)) ? await makeAccounts() : null;
  if (what === 'load') {
    const projectId = await loadDemo(new Loader((done) => done % 50 === 0 && console.error(`${done} steps`)));
    // Last of all: a project that is marked is whole.
    await unscoped().project.update({ where: { id: projectId }, data: { demo: true } });
  }
  const links = await freshLinks(env().NEXTAUTH_URL);
  const keys = (Object.keys(accounts) as AccountKey[]).filter((key) => links[key]);
  return {
    accounts: keys.map((key) => ({
      ...accounts[key],
      link: links[key],
      ...(passwords ? { password: passwords[key] } : {}),
    })),
  };
}

console.log(JSON.stringify(await run()));
await closePools();
