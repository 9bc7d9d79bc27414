import type pg from 'pg';
import type { Finding } from './finding';

// What the data promises beyond its constraints. Each query answers the ids of what breaks the rule.
const rules: Record<string, string> = {
  'project: nobody leads it': `SELECT p.id FROM project p
    WHERE p.taken_back_at IS NULL AND NOT EXISTS (SELECT FROM member m WHERE m.project_id = p.id AND m.role = 'lead' AND m.deleted_at IS NULL)`,
  'project: it was taken back, and has members': `SELECT p.id FROM project p
    WHERE p.taken_back_at IS NOT NULL AND EXISTS (SELECT FROM member m WHERE m.project_id = p.id AND m.deleted_at IS NULL)`,
  'project: its log does not say that it was taken back, or given back': `SELECT p.id FROM project p
    LEFT JOIN LATERAL (SELECT e.type FROM event e WHERE e.project_id = p.id AND e.type IN ('project.taken-back', 'project.given-back')
      ORDER BY e.seq DESC LIMIT 1) said ON true
    WHERE (p.taken_back_at IS NOT NULL) <> coalesce(said.type = 'project.taken-back', false)`,
  'article: its current version is missing, or its hash is another one': `SELECT a.id FROM article a
    LEFT JOIN article_version v ON v.article_id = a.id AND v.number = a.current_number WHERE v.sha256 IS DISTINCT FROM a.sha256`,
  'article: its versions are not numbered 1, 2, 3 up to the current one': `SELECT a.id FROM article a JOIN article_version v ON v.article_id = a.id
    GROUP BY a.id HAVING min(v.number) <> 1 OR max(v.number) <> a.current_number OR count(*) <> a.current_number`,
  'highlight: it stands on an older version, and is not marked as lost': `SELECT h.id FROM highlight h
    JOIN article a ON a.id = h.article_id JOIN article_version v ON v.id = h.article_version_id
    WHERE h.deleted_at IS NULL AND h.orphaned_at IS NULL AND v.number <> a.current_number`,
  'claim: its wordings are not numbered 1, 2, 3 up to the current one': `SELECT c.id FROM claim c LEFT JOIN claim_version v ON v.claim_id = c.id
    GROUP BY c.id HAVING coalesce(max(v.number), 0) <> c.wording OR count(v.id) <> c.wording`,
  'tag: its content is newer than itself': 'SELECT id FROM tag WHERE content_version > version',
  'review: it is by whoever made what it is on': `SELECT r.id FROM review r LEFT JOIN tag t ON t.id = r.tag_id
    LEFT JOIN claim_version v ON v.id = r.claim_version_id WHERE r.reviewer_id = coalesce(t.author_id, v.author_id)`,
  'review: it is on a later version of the tag than there is': `SELECT r.id FROM review r JOIN tag t ON t.id = r.tag_id WHERE r.tag_version > t.version`,
  'review: an accept of a claim without what it rested on': `SELECT id FROM review
    WHERE claim_version_id IS NOT NULL AND verdict = 'accept' AND (basis IS NULL OR basis_hash IS NULL)`,
  'thread: it has no comment': `SELECT t.id FROM thread t WHERE NOT EXISTS (SELECT FROM comment c WHERE c.thread_id = t.id)`,
};

/** The tables whose rows the log speaks of, and the event that each row begins with. */
const logged: Record<string, string | null> = {
  project: 'project.created',
  publisher: 'publisher.added',
  article: 'article.added',
  entity: 'entity.added',
  claim: 'claim.added',
  thread: 'thread.started',
  comment: 'comment.added',
  export: 'export.made',
  invitation: 'member.invited',
  // Several of these may be made by one write, which then names them in its fields or not at all.
  member: null,
  highlight: null,
  tag: null,
  review: null,
};

/** What stays behind when a project moves: the log that came with it tells of it all the same. */
const STAYS = ['export', 'invitation', 'member'];
const cameWith = `AND NOT EXISTS (SELECT FROM event b WHERE b.project_id = e.project_id AND b.type = 'project.brought' AND b.seq > e.seq)`;

const logRules = Object.entries(logged).flatMap(([table, first]) => [
  [
    `${table}: the log tells of it, and it is not there`,
    `SELECT DISTINCT e.subject_id AS id FROM event e WHERE e.subject_type = '${table}'
     AND NOT EXISTS (SELECT FROM "${table}" t WHERE t.id = e.subject_id AND t.${table === 'project' ? 'id' : 'project_id'} = e.project_id)
     ${STAYS.includes(table) ? cameWith : ''}`,
  ],
  ...(first
    ? [
        [
          `${table}: it is there, and the log does not tell of it`,
          `SELECT t.id FROM "${table}" t WHERE NOT EXISTS (SELECT FROM event e
           WHERE e.subject_id = t.id AND e.type = '${first}' AND e.project_id = t.${table === 'project' ? 'id' : 'project_id'})`,
        ],
      ]
    : []),
]);

/** What must be so between rows, and between the rows and the log. */
export async function verifyRules(db: pg.ClientBase): Promise<Finding> {
  const all = [...Object.entries(rules), ...logRules];
  const faults: string[] = [];
  for (const [rule, sql] of all) {
    const { rows } = await db.query<{ id: string }>(sql!);
    faults.push(...rows.map(({ id }) => `${rule!.replace(':', ` ${id}:`)}`));
  }
  return { looked: `${all.length} rules`, faults };
}
