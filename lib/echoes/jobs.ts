import { actorById } from '@/lib/auth/sessions';
import { unscoped } from '@/lib/core/db';
import { searchEchoes } from './commands';

/** Members in whose name a project's texts can be searched: one for each project that has a text which nobody searched. */
const waiting = () => unscoped().$queryRaw<{ project: string; user: string }[]>`
  SELECT DISTINCT ON (a.project_id) a.project_id AS project, m.user_id AS "user"
  FROM article a JOIN article_version v ON v.article_id = a.id AND v.number = a.current_number
    JOIN member m ON m.project_id = a.project_id AND m.deleted_at IS NULL AND m.role <> 'viewer'
    JOIN "user" u ON u.id = m.user_id AND u.disabled_at IS NULL
  WHERE NOT EXISTS (SELECT FROM echo_print p WHERE p.article_id = a.id AND p.article_version_id = v.id)
  ORDER BY a.project_id, m.role DESC, m.user_id`;

/**
 * Searches the texts that came in before echoes were searched for, project by project, when a server starts. It records nothing and
 * changes no article; whatever is left when the server ends is searched at its next start. Answers how many texts were searched.
 */
export async function searchOldTexts(): Promise<number> {
  let count = 0;
  for (const { project, user } of await waiting()) {
    const actor = await actorById(user);
    if (!actor) continue;
    for (let left = 1; left > 0;) {
      const { body } = await searchEchoes({ actor, id: project, input: {} });
      count += body.searched;
      left = body.searched === 0 ? 0 : body.left;
    }
  }
  return count;
}
