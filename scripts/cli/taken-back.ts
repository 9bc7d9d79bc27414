import { giveBackProject } from '@/lib/archives/commands';
import { listTakenBack } from '@/lib/archives/queries/back';
import { findUser } from '@/lib/auth/accounts';
import { actorById } from '@/lib/auth/sessions';
import { refused, type Speech } from './speech';

/** Lists the projects that were taken back after they had been brought in: nobody reaches them, and nothing of them is gone. */
export async function tellTakenBack({ say }: Speech): Promise<void> {
  const found = await listTakenBack();
  for (const { id, name, at, by } of found) say(`taken back  ${id}  ${name}: by ${by.name} <${by.email}>, ${at}`);
  if (found.length === 0) say('No project was taken back.');
}

/** Gives such a project back to its members, in the name of the account named or else of whoever took it. */
export async function giveBack(named: string, { as }: { as?: string }, { say }: Speech): Promise<void> {
  const found = (await listTakenBack()).filter(({ id, name }) => id === named || name === named);
  if (found.length === 0) throw refused(`No project “${named}” was taken back.`);
  if (found.length > 1)
    throw refused(
      `Several projects called “${named}” were taken back; name one by its id: ${found.map(({ id }) => id).join(', ')}.`,
    );
  const { id, by } = found[0]!;
  const user = as ? await findUser(as) : by;
  const actor = user && (await actorById(user.id));
  if (!actor) throw refused(`There is no account ${as ?? by.email}, or it is disabled: say --as whom.`);
  const { body } = await giveBackProject({ actor, id: '', input: { projectId: id } });
  say(`given back  ${id}, with ${body.members === 1 ? 'its one member' : `its ${body.members} members`}`);
}
