import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anotherRow } from './another-row.fixtures';
import { asApp, refusal } from './as-app.fixtures';
import { fillEveryTable } from './every-table.fixtures';
import { again, insert, openOwn, type Row, type Rows } from './rows.fixtures';
import { NAMING_MEMBERS } from './tables.fixtures';

// What must never be false, tried by raw SQL as the app role: rows that a command with a mistake in it would write.

let db: pg.Client;
let a: Rows;
let b: Rows;
beforeAll(async () => {
  db = await openOwn('constraints');
  [a, b] = [await fillEveryTable(db), await fillEveryTable(db)];
});
afterAll(() => db.end());

const author = (rows: Rows) => rows.member![0]!.user_id;
const reviewer = (rows: Rows) => rows.member![1]!.user_id;
const inA = () => ({ projects: [a.project![0]!.id], user: author(a) });

/** What refuses a copy of a stored row with these changes; null when nothing does. */
const tried = (table: string, row: Row, changes: Row) =>
  refusal(
    asApp(db, inA(), () =>
      insert(db, table, again(row, { id: randomUUID(), ...anotherRow(a, table), ...changes }), true),
    ),
  );

/** What is one person's is refused by its policy before a key is looked at. */
const refuser = (table: string, key: string) =>
  ['draft', 'mute'].includes(table) || key === 'token_project_project_id_user_id_fkey' ? 'policy' : key;

describe('a reference into another project', () => {
  type Key = { name: string; child: string; parent: string; columns: string[]; keys: string[] };
  const KEYS = `SELECT c.conname AS name, child.relname AS child, parent.relname AS parent,
      ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY k(n, i) JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.n ORDER BY k.i) AS columns,
      ARRAY(SELECT a.attname::text FROM unnest(c.confkey) WITH ORDINALITY k(n, i) JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.n ORDER BY k.i) AS keys
    FROM pg_constraint c JOIN pg_class child ON child.oid = c.conrelid JOIN pg_class parent ON parent.oid = c.confrelid
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND cardinality(c.conkey) > 1 AND NOT c.condeferred ORDER BY 1`;

  it('is refused by every composite key, and the same row with its own references is not', async () => {
    const { rows: keys } = await db.query<Key>(KEYS);
    expect(keys.length).toBeGreaterThan(30);
    const found: Record<string, { across: string | null; own: string | null }> = {};
    for (const { name, child, parent, columns, keys: named } of keys) {
      const row = a[child]!.find((one) => columns.every((column) => one[column] !== null));
      if (!row) throw new Error(`No row of ${child} sets ${columns.join(', ')}: every-table.fixtures.ts should.`);
      // The column that names the row: the others of a key, an author's copy say, stay true.
      const index = named.findIndex((key) => key === 'id' || key === 'user_id');
      // An event is named by its place in its own project's log: another project's is one that this log does not have.
      const across = parent === 'event' ? { seq: 99 } : { [columns[index]!]: b[parent]![0]![named[index]!] };
      found[name] = { across: await tried(child, row, across), own: await ownOf(child, row) };
    }
    expect(found).toEqual(
      Object.fromEntries(keys.map(({ name, child }) => [name, { across: refuser(child, name), own: null }])),
    );
  });

  /** A copy with its own references; of some rows there is only one, and that refuses it, not a reference. */
  const ownOf = async (table: string, row: Row) => {
    const refused = await tried(table, row, {});
    const single: Record<string, string> = {
      anchor: 'anchor_article_version_id_highlight_id_key',
      assessment: 'assessment_claim_id_analyst_id_key',
      claim: 'claim_id_wording_fkey',
      draft: 'draft_user_id_target_id_slot_key',
      mute: 'mute_user_id_subject_id_key',
      matrix_cell: 'matrix_cell_answer_id_tag_id_analyst_id_key',
      reading: 'reading_article_version_id_reader_id_key',
      saved_view: 'saved_view_live_name',
      token_project: 'token_project_token_id_project_id_key',
    };
    return refused === single[table] ? null : refused;
  };
});

/** A value in place of the object that the stored row has. */
const inWords = (): Row => ({ object_id: null, value: 'five' });

/** For each check a row that it must refuse; the changes are made to a stored row of the table that fits. */
const BROKEN: [check: string, table: string, changes: () => Row, from?: (row: Row) => boolean][] = [
  ['adjudication_finished', 'adjudication', () => ({ finished_by: null })],
  ['anchor_span', 'anchor', () => ({ start: 4, end: 4 })],
  ['anchor_span', 'anchor', () => ({ quote: '' })],
  [
    'article_published',
    'article',
    () => ({ published_from: '2024-02-02', published_to: '2024-02-01', published_precision: 'day' }),
  ],
  ['article_published', 'article', () => ({ published_from: '2024-02-02' })],
  ['answer_pair_two', 'answer_pair', () => ({ high_id: a.answer_pair![0]!.low_id })],
  ['article_retracted', 'article', () => ({ retracted_at: new Date() })],
  ['article_version_length', 'article_version', () => ({ length: 0 })],
  ['article_version_length', 'article_version', () => ({ length: 5_000_001 })],
  ['assessment_likelihood', 'assessment', () => ({ likelihood: 100 })],
  ['assessment_likelihood', 'assessment', () => ({ likelihood: 0 })],
  ['assessment_likelihood', 'assessment', () => ({ band: 'likely' })],
  ['claim_survivor', 'claim', () => ({ survivor_id: a.claim![0]!.id, deleted_at: null })],
  ['claim_version_object', 'claim_version', () => ({ value: 'five' })],
  ['claim_version_period', 'claim_version', () => ({ period_from: '2010-01-01', period_to: '2009-12-31' })],
  ['claim_version_period_from', 'claim_version', () => ({ period_from: '2010-01-01' })],
  [
    'claim_version_period_from',
    'claim_version',
    () => ({ period_from: '2010-02-01', period_from_latest: '2010-01-01' }),
  ],
  ['claim_version_period_from', 'claim_version', () => ({ period_starts: true })],
  ['claim_version_period_said_on', 'claim_version', () => ({ period_said_on: '2021-07-13' })],
  ['claim_version_period_to', 'claim_version', () => ({ period_to_earliest: '2010-02-01', period_to: '2010-01-01' })],
  ['claim_version_period_to', 'claim_version', () => ({ period_ends: true })],
  ['claim_version_period_to', 'claim_version', () => ({ period_to_about: true })],
  ['claim_version_reading', 'claim_version', () => ({ value_low: 5 })],
  ['claim_version_reading', 'claim_version', () => ({ value_from: '2010-01-01', value_to: '2010-12-31' })],
  ['claim_version_reading_date', 'claim_version', () => ({ ...inWords(), value_from: '2010-01-01' })],
  [
    'claim_version_reading_date',
    'claim_version',
    () => ({ ...inWords(), value_from: '2010-01-01', value_to: '2010-12-31', value_low: 5 }),
  ],
  ['claim_version_reading_number', 'claim_version', () => ({ ...inWords(), value_low: 5, value_high: 4 })],
  ['claim_version_reading_number', 'claim_version', () => ({ ...inWords(), value_high: 'NaN' })],
  ['claim_version_reading_number', 'claim_version', () => ({ ...inWords(), value_low: 'Infinity' })],
  ['claim_version_reading_number', 'claim_version', () => ({ ...inWords(), value_unit: 'men' })],
  ['claim_version_reading_number', 'claim_version', () => ({ ...inWords(), value_about: true })],
  ['claim_version_statement', 'claim_version', () => ({ statement: '  ' })],
  ['comment_lifted', 'comment', () => ({ lifted_at: new Date(), blocks_approval: true })],
  ['comment_lifted', 'comment', () => ({ lifted_at: new Date(), lifted_by: author(a), lift_reason: 'Answered.' })],
  ['decision_agreed', 'decision', () => ({ agreed: true })],
  ['decision_withdrawn', 'decision', () => ({ withdrawn_by: null })],
  ['delivery_answered', 'delivery', () => ({ status: 200, failure: 'No connection.' })],
  ['delivery_state', 'delivery', () => ({ delivered_at: new Date() })],
  ['distinction_pair', 'distinction', () => ({ high_entity_id: null })],
  ['distinction_pair', 'distinction', () => ({ low_entity_id: a.entity![0]!.id, high_entity_id: a.entity![0]!.id })],
  ['distinction_reason', 'distinction', () => ({ reason: ' ' })],
  ['echo_decision_from', 'echo_decision', () => ({ from_id: null })],
  ['echo_decision_from', 'echo_decision', () => ({ decision: null })],
  ['echo_decision_reason', 'echo_decision', () => ({ reason: ' ' })],
  ['echo_from', 'echo', () => ({ from_id: a.article![0]!.id }), (row) => row.decision === null],
  ['echo_from', 'echo', () => ({ from_id: randomUUID() }), (row) => row.decision !== null],
  ['echo_measure', 'echo', () => ({ words: 0 })],
  ['echo_measure', 'echo', () => ({ kind: 'near' })],
  ['echo_measure', 'echo', () => ({ kind: 'near', likeness: 1.1 })],
  ['echo_pair', 'echo', () => ({ b_id: a.echo![0]!.a_id })],
  ['echo_spans', 'echo', () => ({ a_end: 0 })],
  ['echo_spans', 'echo', () => ({ b_start: -1 })],
  ['entity_name_blank', 'entity', () => ({ name: ' ' })],
  ['entity_name_blank', 'entity', () => ({ type: '' })],
  ['entity_survivor', 'entity', () => ({ survivor_id: a.entity![1]!.id, deleted_at: null })],
  ['highlight_carried', 'highlight', () => ({ carried_how: 'fuzzy' })],
  ['highlight_carried', 'highlight', () => ({ carried_how: 'guessed', carried_from: 1, carried_at: new Date() })],
  ['highlight_carried', 'highlight', () => ({ carried_quote: 'Other words' })],
  ['highlight_quote', 'highlight', () => ({ quote: '' })],
  ['highlight_span', 'highlight', () => ({ start: 4, end: 4 })],
  ['grade_mark', 'grade', () => ({ mark: '2' }), (row) => row.publisher_id !== null],
  ['grade_mark', 'grade', () => ({ mark: 'G' }), (row) => row.entity_id !== null],
  ['grade_mark', 'grade', () => ({ mark: '7' }), (row) => row.tag_id !== null],
  ['grade_mark', 'grade', () => ({ mark: 'B' }), (row) => row.claim_id !== null],
  ['grade_one_subject', 'grade', () => ({ publisher_id: null }), (row) => row.publisher_id !== null],
  ['grade_withdrawn', 'grade', () => ({ deleted_by: null })],
  ['highlight_span', 'highlight', () => ({ start: 5, end: 4 })],
  ['highlight_span', 'highlight', () => ({ start: -1 })],
  ['highlight_translation', 'highlight', () => ({ translated_by: null })],
  ['hold_one_subject', 'hold', () => ({ tag_id: null })],
  ['hold_time', 'hold', () => ({ since: new Date(4_000_000_000_000) })],
  ['judgement_text', 'judgement', () => ({ text: ' ' })],
  ['judgement_text', 'judgement', () => ({ number: 0 })],
  ['merge_pair', 'merge', () => ({ merged_entity_id: null })],
  ['merge_pair', 'merge', () => ({ merged_entity_id: a.merge![0]!.survivor_entity_id })],
  ['merge_pair', 'merge', () => ({ survivor_claim_id: a.claim![0]!.id })],
  ['merge_reason', 'merge', () => ({ reason: '' })],
  ['merge_undone', 'merge', () => ({ undone_by: null })],
  ['presence_place', 'presence', () => ({ claim_id: a.claim![0]!.id }), (row) => row.article_id !== null],
  ['presence_place', 'presence', () => ({ at: null }), (row) => row.article_id !== null],
  ['presence_place', 'presence', () => ({ at: 3, text_version: 1 }), (row) => row.claim_id !== null],
  ['project_approvals', 'project', () => ({ approvals_needed: 0 })],
  ['project_name_blank', 'project', () => ({ name: '' })],
  ['publisher_name_blank', 'publisher', () => ({ name: '   ' })],
  ['question_settled', 'question', () => ({ settled_at: new Date() })],
  ['question_settled', 'question', () => ({ settled_id: a.answer![0]!.id })],
  ['question_settled', 'question', () => ({ new_evidence: new Date() }), (row) => row.settled_at !== null],
  ['question_text', 'question', () => ({ text: ' ' })],
  ['refused_contradiction_two', 'refused_contradiction', () => ({ high_id: a.refused_contradiction![0]!.low_id })],
  ['refused_name_name_blank', 'refused_name', () => ({ name: ' ' })],
  ['refused_name_name_blank', 'refused_name', () => ({ folded: '' })],
  ['refused_name_target', 'refused_name', () => ({ type: 'person' }), (row) => row.type === null],
  ['refused_name_target', 'refused_name', () => ({ entity_id: null }), (row) => row.type === null],
  ['review_one_subject', 'review', () => ({ claim_version_id: a.claim_version![0]!.id, creator_id: author(a) })],
  ['review_one_subject', 'review', () => ({ tag_version: null })],
  ['review_reply', 'review', () => ({ proposal: '{}', reply: 'taken', led_to: 2 })],
  ['review_reply', 'review', () => ({ reply: 'taken', replied_at: new Date(), led_to: 2 })],
  ['review_taken', 'review', () => ({ proposal: '{}', reply: 'taken', replied_at: new Date() })],
  [
    'review_declined',
    'review',
    () => ({ proposal: '{}', reply: 'declined', replied_at: new Date(), reply_reason: ' ' }),
  ],
  ['review_own_work', 'review', () => ({ reviewer_id: author(a) })],
  // Somebody else's wording of one's own claim.
  [
    'review_own_claim',
    'review',
    () => ({ author_id: reviewer(a), reviewer_id: author(a) }),
    (row) => row.tag_id === null,
  ],
  ['round_item_one', 'round_item', () => ({ article_id: null, claim_id: null })],
  ['round_item_one', 'round_item', () => ({ claim_id: a.claim![0]!.id }), (row) => row.article_id !== null],
  ['round_name_blank', 'round', () => ({ name: ' ' })],
  ['round_revealed', 'round', () => ({ revealed_at: new Date() }), (row) => !row.blind],
  ['round_revealed', 'round', () => ({ blind: true, early: true }), (row) => !row.blind],
  ['round_span_one_target', 'round_span', () => ({ entity_id: null })],
  ['round_span_one_target', 'round_span', () => ({ stance: 'supports' })],
  ['saved_view_filters', 'saved_view', () => ({ name: 'Others', filters: '[]' })],
  ['draft_size', 'draft', () => ({ body: '' })],
  ['export_job_state', 'export_job', () => ({ state: 'over' })],
  ['export_job_state', 'export_job', () => ({ state: 'failed' })],
  ['export_job_state', 'export_job', () => ({ state: 'stopped' })],
  ['export_part_size', 'export_part', () => ({ content: Buffer.alloc(1024 * 1024 + 1) })],
  ['mute_subject', 'mute', () => ({ subject_type: 'article' })],
  ['notice_setting_digest', 'notice_setting', () => ({ digest: 'daily' })],
  ['thread_position_text', 'thread_position', () => ({ text: ' ' })],
  ['saved_view_name_blank', 'saved_view', () => ({ name: ' ' })],
  ['article_marking', 'article', () => ({ sha256: 'other', marking: 'purple' })],
  ['project_marking', 'project', () => ({ marking: '' })],
  ['entity_protected', 'entity', () => ({ protected_at: new Date() })],
  ['shared_link_ceiling', 'shared_link', () => ({ ceiling: 'red' })],
  ['shared_link_revoked', 'shared_link', () => ({ revoked_at: new Date() })],
  ['shared_link_subject', 'shared_link', () => ({ export_id: a.export![0]!.id })],
  ['shared_link_subject', 'shared_link', () => ({ record: null })],
  ['shared_link_time', 'shared_link', () => ({ opens: -1 })],
  ['split_pair', 'split', () => ({ new_entity_id: a.split![0]!.entity_id })],
  ['split_reason', 'split', () => ({ reason: '' })],
  ['split_undone', 'split', () => ({ undone_at: new Date() })],
  ['tag_confidence', 'tag', () => ({ confidence: 101 })],
  ['tag_confidence', 'tag', () => ({ confidence: -1 })],
  ['tag_mention_plain', 'tag', () => ({ denies: true }), (row) => row.claim_id === null],
  ['tag_one_target', 'tag', () => ({ entity_id: a.entity![0]!.id })],
  ['tag_stance', 'tag', () => ({ stance: null })],
  ['thread_closed', 'thread', () => ({ outcome: 'settled' })],
  ['thread_one_home', 'thread', () => ({ claim_id: a.claim![0]!.id })],
  ['thread_one_home', 'thread', () => ({ article_id: null })],
  ['upload_size', 'upload', () => ({ size: 12 })],
  ['webhook_gave_up', 'webhook', () => ({ gave_up_at: new Date() })],
  ['webhook_told', 'webhook', () => ({ kinds: [] })],
];

describe('what must never be false', () => {
  it('is refused by its check', async () => {
    const found = [];
    for (const [check, table, changes, fits = () => true] of BROKEN) {
      const row = a[table]!.find(fits)!;
      // Rows of a project are under its policy: a new project would be nobody's yet.
      const own: Row = table === 'project' ? { id: row.id } : {};
      found.push([check, Object.keys(changes()), await tried(table, row, { ...own, ...changes() })]);
    }
    expect(found).toEqual(BROKEN.map(([check, , changes]) => [check, Object.keys(changes()), check]));
  });

  it('is refused of people, whom no request makes, by theirs', async () => {
    const named = `INSERT INTO "user" (id, name, email, outside) VALUES (gen_random_uuid(), 'Jo', 'jo@example.org', 'jo@example.org')`;
    await expect(db.query(named)).rejects.toThrow('user_outside');
  });

  it('has an example here for each check that there is', async () => {
    const { rows } = await db.query<{ name: string }>(
      `SELECT conname AS name FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
    );
    expect([...new Set([...BROKEN.map(([check]) => check), 'user_outside'])].sort()).toEqual(
      rows.map(({ name }) => name).sort(),
    );
  });

  it('includes a second assessment by the same analyst, the same bytes twice, one name for two publishers', async () => {
    const { assessment, article, publisher, reading, member } = a as Record<string, [Row, ...Row[]]>;
    const other = { id: randomUUID() };
    expect(await tried('assessment', assessment![0], other)).toBe('assessment_claim_id_analyst_id_key');
    expect(await tried('assessment', assessment![0], { analyst_id: reviewer(a) })).toBeNull();
    expect(await tried('article', article![0], { sha256: article![0].sha256 })).toBe('article_bytes');
    expect(await tried('article', article![0], { sha256: article![0].sha256, deleted_at: new Date() })).toBeNull();
    expect(await tried('publisher', publisher![0], { name: 'A DAILY' })).toBe('publisher_live_name');
    expect(await tried('reading', reading![0], other)).toBe('reading_article_version_id_reader_id_key');
    expect(await tried('member', member![0], other)).toBe('member_project_id_user_id_key');
  });
});

describe('a forged author', () => {
  const stranger = () => author(b);

  it('cannot be somebody who is not a member, wherever a member is named', async () => {
    const { rows: keys } = await db.query<{ name: string; table: string; column: string }>(
      `SELECT c.conname AS name, c.conrelid::regclass::text AS table, a.attname AS column FROM pg_constraint c
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[2] WHERE c.contype = 'f' AND c.confrelid = 'member'::regclass`,
    );
    expect(keys.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(NAMING_MEMBERS);
    for (const { name, table, column } of keys)
      expect(await tried(table, a[table]![0]!, { [column]: stranger() })).toBe(refuser(table, name));
  });

  it('cannot be a colleague where a verdict copies the author or the creator of its subject', async () => {
    const [ofTag, ofClaim] = a.review as [Row, Row];
    // The reviewer is the author's name for it, so that the checks of own work have nothing to say.
    const forged = { author_id: reviewer(a), reviewer_id: author(a) };
    expect(await tried('review', ofTag, forged)).toBe('review_project_id_tag_id_author_id_fkey');
    const versionKey = 'review_project_id_claim_version_id_author_id_creator_id_fkey';
    expect(await tried('review', ofClaim, { ...forged, creator_id: reviewer(a) })).toBe(versionKey);
    expect(await tried('claim_version', a.claim_version![0]!, { creator_id: reviewer(a) })).toBe(
      'claim_version_project_id_claim_id_creator_id_fkey',
    );
  });
});

it('a claim without its first version does not outlive its transaction', async () => {
  expect(await tried('claim', a.claim![0]!, {})).toBe('claim_id_wording_fkey');
});
