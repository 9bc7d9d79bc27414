import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOwn } from './rows.fixtures';
import { HIDDEN, ONLY_ADDED, OF_PEOPLE, OF_PROJECTS, WITHOUT_POLICIES } from './tables.fixtures';

// What stands in PostgreSQL beside the models: the drift check does not see it. Each list is the whole list, so that a migration
// which adds, drops or weakens anything of it has to say so here too.

let db: pg.Client;
beforeAll(async () => {
  db = await openOwn('catalog');
});
afterAll(() => db.end());

/** The one column of a query's rows, in the order of code units whatever the database's collation. */
async function lines(sql: string): Promise<string[]> {
  const { rows } = await db.query<[string]>({ text: sql, rowMode: 'array' });
  return rows.map(([line]) => line).sort();
}
const OURS = `relnamespace = 'public'::regnamespace`;

it('holds every table under policies, except three', async () => {
  expect(
    await lines(`SELECT relname FROM pg_class WHERE ${OURS} AND relkind IN ('r', 'p') AND NOT relrowsecurity`),
  ).toEqual(WITHOUT_POLICIES);
  expect(
    await lines(`SELECT relname FROM pg_class WHERE ${OURS} AND relkind IN ('r', 'p') AND relrowsecurity`),
  ).toEqual([...OF_PROJECTS, ...OF_PEOPLE, 'draft', 'mute', 'notification', 'project'].sort());
});

it('has no view, which would read past the policies as its owner', async () => {
  expect(await lines(`SELECT relname FROM pg_class WHERE ${OURS} AND relkind IN ('v', 'm', 'f')`)).toEqual([]);
});

it('limits rows by project, or by person', async () => {
  const inProject = '(project_id = ANY (( SELECT app_projects() AS app_projects)::uuid[]))';
  const HANGING: Record<string, string> = {
    anchor: '(EXISTS ( SELECT\n   FROM highlight h\n  WHERE (h.id = anchor.highlight_id)))',
    hold: '((user_id = ( SELECT app_user_id() AS app_user_id)) OR (tag_id IS NULL) OR (EXISTS ( SELECT\n   FROM tag t\n  WHERE (t.id = hold.tag_id))))',
    thread_position: '(EXISTS ( SELECT\n   FROM thread t\n  WHERE (t.id = thread_position.thread_id)))',
    comment_version: '(EXISTS ( SELECT\n   FROM comment c\n  WHERE (c.id = comment_version.comment_id)))',
    decision:
      '(NOT (EXISTS ( SELECT\n   FROM (adjudication a\n     JOIN round_item i ON (((i.article_id = a.article_id) AND i.hides)))\n  WHERE (a.id = decision.adjudication_id))))',
    delivery:
      '((seq IS NULL) OR (EXISTS ( SELECT\n   FROM event e\n  WHERE ((e.project_id = delivery.project_id) AND (e.seq = delivery.seq)))))',
    decision_tag: '(EXISTS ( SELECT\n   FROM tag t\n  WHERE (t.id = decision_tag.tag_id)))',
  };
  const own = '(user_id = ( SELECT app_user_id() AS app_user_id))';
  expect(
    await lines(`SELECT concat_ws(' · ', tablename, policyname, permissive, roles::text, cmd, qual, 'check ' || with_check)
      FROM pg_policies WHERE schemaname = 'public'`),
  ).toEqual(
    [
      ...OF_PROJECTS.filter((table) => !HIDDEN.includes(table) && !(table in HANGING)).map(
        (table) => `${table} · project · PERMISSIVE · {public} · ALL · ${inProject}`,
      ),
      ...HIDDEN.map(
        (table) =>
          `${table} · project · PERMISSIVE · {public} · ALL · (${inProject} AND ((blind_round_id IS NULL) OR (blind_for = ( SELECT app_user_id() AS app_user_id))))`,
      ),
      ...Object.entries(HANGING).map(
        ([table, on]) =>
          `${table} · project · PERMISSIVE · {public} · ALL · (${inProject} AND ${on}) · check ${inProject}`,
      ),
      ...OF_PEOPLE.map((table) => `${table} · own · PERMISSIVE · {public} · ALL · ${own}`),
      `draft · own · PERMISSIVE · {public} · ALL · (${inProject} AND ${own})`,
      `mute · own · PERMISSIVE · {public} · ALL · (${inProject} AND ${own})`,
      `notification · own · PERMISSIVE · {public} · ALL · (${inProject} AND ${own} AND (blind_round_id IS NULL)) · check ${inProject}`,
      `project · project · PERMISSIVE · {public} · ALL · (id = ANY (( SELECT app_projects() AS app_projects)::uuid[]))`,
    ].sort(),
  );
});

it('leaves row-level security to the app role alone: forced, it would hide everything from a plain owner’s begin_write', async () => {
  expect(await lines(`SELECT relname FROM pg_class WHERE ${OURS} AND relforcerowsecurity`)).toEqual([]);
});

it('checks these', async () => {
  expect(
    await lines(`SELECT conname || ' ' || pg_get_constraintdef(oid) || CASE WHEN convalidated AND enforced THEN '' ELSE ' (off)' END
      FROM (SELECT *, coalesce(to_jsonb(c)->>'conenforced', 'true')::boolean AS enforced FROM pg_constraint c) c
      WHERE contype = 'c' AND connamespace = 'public'::regnamespace`),
  ).toEqual([
    'adjudication_finished CHECK ((num_nonnulls(finished_at, finished_by) = ANY (ARRAY[0, 2])))',
    'anchor_span CHECK (((0 <= start) AND (start < "end") AND (length(quote) > 0)))',
    'answer_pair_two CHECK ((low_id <> high_id))',
    "article_marking CHECK ((marking = ANY (ARRAY['clear'::text, 'green'::text, 'amber'::text, 'amber+strict'::text, 'red'::text])))",
    'article_published CHECK (((published_from <= published_to) AND (num_nonnulls(published_from, published_to, published_precision) = ANY (ARRAY[0, 3]))))',
    'article_retracted CHECK ((num_nonnulls(retracted_at, retracted_by, retracted_reason) = ANY (ARRAY[0, 3])))',
    'article_version_length CHECK (((length > 0) AND (length <= 5000000) AND (number > 0)))',
    'assessment_likelihood CHECK ((((likelihood >= 1) AND (likelihood <= 99)) AND (num_nonnulls(band, likelihood) <= 1)))',
    'claim_survivor CHECK (((survivor_id IS NULL) OR ((survivor_id <> id) AND (deleted_at IS NOT NULL))))',
    'claim_version_object CHECK ((num_nonnulls(object_id, value) <= 1))',
    'claim_version_period CHECK ((period_from <= period_to))',
    'claim_version_period_from CHECK (((num_nonnulls(period_from, period_from_latest) = ANY (ARRAY[0, 2])) AND (period_from <= period_from_latest) AND ((period_from IS NOT NULL) OR (NOT (period_starts OR period_from_about)))))',
    'claim_version_period_said_on CHECK (((period_said_on IS NULL) OR (period_note IS NOT NULL)))',
    'claim_version_period_to CHECK (((num_nonnulls(period_to_earliest, period_to) = ANY (ARRAY[0, 2])) AND (period_to_earliest <= period_to) AND ((period_to IS NOT NULL) OR (NOT (period_ends OR period_to_about)))))',
    'claim_version_reading CHECK (((value IS NOT NULL) OR ((num_nonnulls(value_low, value_high, value_unit, value_from, value_to) = 0) AND (NOT value_about))))',
    'claim_version_reading_date CHECK (((num_nonnulls(value_from, value_to) = ANY (ARRAY[0, 2])) AND (value_from <= value_to) AND ((value_from IS NULL) OR (num_nonnulls(value_low, value_high, value_unit) = 0))))',
    "claim_version_reading_number CHECK (((value_low <= value_high) AND (value_low > '-Infinity'::double precision) AND (value_low < 'Infinity'::double precision) AND (value_high > '-Infinity'::double precision) AND (value_high < 'Infinity'::double precision) AND ((value_unit IS NULL) OR (num_nonnulls(value_low, value_high) > 0)) AND ((NOT value_about) OR (num_nonnulls(value_low, value_high, value_from) > 0))))",
    "claim_version_statement CHECK ((btrim(statement) <> ''::text))",
    'comment_lifted CHECK (((num_nonnulls(lifted_at, lifted_by, lift_reason) = ANY (ARRAY[0, 3])) AND ((lifted_at IS NULL) OR blocks_approval)))',
    'decision_agreed CHECK (((NOT agreed) OR (num_nonnulls(reason, third_id) = 0)))',
    'decision_withdrawn CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))',
    'delivery_answered CHECK ((((status IS NULL) OR (failure IS NULL)) AND (length(answer) <= 1000)))',
    'delivery_state CHECK (((num_nonnulls(due_at, delivered_at, given_up_at) = 1) AND (tries >= 0)))',
    'distinction_pair CHECK (((num_nonnulls(low_entity_id, low_claim_id) = 1) AND (num_nonnulls(high_entity_id, high_claim_id) = 1) AND (num_nonnulls(low_entity_id, high_claim_id) = 1) AND COALESCE((low_entity_id <> high_entity_id), (low_claim_id <> high_claim_id))))',
    "distinction_reason CHECK ((btrim(reason) <> ''::text))",
    'draft_size CHECK (((seq > 0) AND (length(body) <= 200000) AND ((gone_at IS NULL) = (length(body) > 0))))',
    "echo_decision_from CHECK (((from_id IS NOT NULL) = ((decision IS NOT NULL) AND (decision = 'derived'::lineage))))",
    "echo_decision_reason CHECK (((decision IS NULL) OR (btrim(reason) <> ''::text)))",
    "echo_from CHECK ((((from_id IS NOT NULL) = ((decision IS NOT NULL) AND (decision = 'derived'::lineage))) AND ((from_id IS NULL) OR ((from_id = a_id) OR (from_id = b_id)))))",
    "echo_measure CHECK (((words > 0) AND (likeness > (0)::double precision) AND (likeness <= (1)::double precision) AND ((kind = 'exact'::echo_kind) = (likeness = (1)::double precision))))",
    'echo_pair CHECK ((a_id < b_id))',
    'echo_spans CHECK (((0 <= a_start) AND (a_start < a_end) AND (0 <= b_start) AND (b_start < b_end)))',
    "entity_name_blank CHECK (((btrim(name) <> ''::text) AND (btrim(type) <> ''::text)))",
    'entity_protected CHECK (((protected_at IS NULL) = (protected_by IS NULL)))',
    'entity_survivor CHECK (((survivor_id IS NULL) OR ((survivor_id <> id) AND (deleted_at IS NOT NULL))))',
    "export_job_state CHECK (((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'stopped'::text])) AND ((state = ANY (ARRAY['done'::text, 'failed'::text, 'stopped'::text])) = (ended_at IS NOT NULL)) AND ((state = 'failed'::text) = (failure IS NOT NULL)) AND ((state <> 'stopped'::text) OR (stopped_by IS NOT NULL)) AND (claims >= 0) AND (attempt >= 0)))",
    'export_part_size CHECK (((number >= 0) AND (octet_length(content) <= 1048576)))',
    "grade_mark CHECK (\nCASE\n    WHEN (COALESCE(tag_id, claim_id) IS NULL) THEN (mark ~ '^[A-F]$'::text)\n    ELSE (mark ~ '^[1-6]$'::text)\nEND)",
    'grade_one_subject CHECK ((num_nonnulls(publisher_id, entity_id, tag_id, claim_id) = 1))',
    'grade_withdrawn CHECK (((deleted_at IS NULL) = (deleted_by IS NULL)))',
    "highlight_carried CHECK (((num_nonnulls(carried_how, carried_from, carried_at) = ANY (ARRAY[0, 3])) AND ((carried_quote IS NULL) OR (carried_how IS NOT NULL)) AND (carried_how = ANY (ARRAY['same-place'::text, 'same-words'::text, 'through-differences'::text, 'fuzzy'::text, 'by-hand'::text]))))",
    'highlight_quote CHECK ((length(quote) > 0))',
    'highlight_span CHECK (((0 <= start) AND (start < "end")))',
    'highlight_translation CHECK (((translation IS NULL) = (translated_by IS NULL)))',
    'hold_one_subject CHECK ((num_nonnulls(tag_id, claim_id) = 1))',
    'hold_time CHECK ((since <= until))',
    "judgement_text CHECK (((number > 0) AND (btrim(text) <> ''::text)))",
    'merge_pair CHECK (((num_nonnulls(survivor_entity_id, merged_entity_id) = ANY (ARRAY[0, 2])) AND (num_nonnulls(survivor_claim_id, merged_claim_id) = ANY (ARRAY[0, 2])) AND (num_nonnulls(survivor_entity_id, survivor_claim_id) = 1) AND (survivor_entity_id IS DISTINCT FROM COALESCE(merged_entity_id, survivor_claim_id)) AND (survivor_claim_id IS DISTINCT FROM COALESCE(merged_claim_id, survivor_entity_id))))',
    "merge_reason CHECK ((btrim(reason) <> ''::text))",
    'merge_undone CHECK (((undone_at IS NULL) = (undone_by IS NULL)))',
    "mute_subject CHECK ((subject_type = ANY (ARRAY['thread'::text, 'claim'::text])))",
    "notice_setting_digest CHECK (((digest = ANY (ARRAY['off'::text, 'hourly'::text, 'daily'::text])) AND ((digest = 'off'::text) = (due_at IS NULL))))",
    'presence_place CHECK (((num_nonnulls(article_id, claim_id) <= 1) AND (num_nonnulls(text_version, at) = ANY (ARRAY[0, 2])) AND ((at IS NULL) OR (article_id IS NOT NULL)) AND (at >= 0) AND (text_version > 0)))',
    'project_approvals CHECK (((approvals_needed >= 1) AND (approvals_needed <= 10)))',
    "project_marking CHECK ((marking = ANY (ARRAY['clear'::text, 'green'::text, 'amber'::text, 'amber+strict'::text, 'red'::text])))",
    "project_name_blank CHECK ((btrim(name) <> ''::text))",
    "publisher_name_blank CHECK ((btrim(name) <> ''::text))",
    'question_settled CHECK (((num_nonnulls(settled_at, settled_by, settled_reason) = ANY (ARRAY[0, 3])) AND ((settled_at IS NOT NULL) OR (settled_id IS NULL)) AND ((settled_at IS NULL) OR (new_evidence IS NULL))))',
    "question_text CHECK ((btrim(text) <> ''::text))",
    'refused_contradiction_two CHECK ((low_id <> high_id))',
    "refused_name_name_blank CHECK (((btrim(name) <> ''::text) AND (folded <> ''::text)))",
    'refused_name_target CHECK ((num_nonnulls(entity_id, type) = 1))',
    "review_declined CHECK (((reply IS DISTINCT FROM 'declined'::reply) OR (COALESCE(btrim(reply_reason), ''::text) <> ''::text)))",
    'review_one_subject CHECK (((num_nonnulls(tag_id, claim_version_id) = 1) AND ((tag_id IS NULL) = (tag_version IS NULL)) AND ((claim_version_id IS NULL) = (creator_id IS NULL))))',
    "review_own_claim CHECK (((verdict <> 'accept'::verdict) OR (creator_id IS NULL) OR (reviewer_id <> creator_id)))",
    'review_own_work CHECK ((reviewer_id <> author_id))',
    'review_reply CHECK ((((reply IS NULL) = (replied_at IS NULL)) AND ((reply IS NULL) OR (proposal IS NOT NULL))))',
    "review_taken CHECK ((((reply IS NOT NULL) AND (reply = 'taken'::reply)) = (led_to IS NOT NULL)))",
    'round_item_one CHECK ((num_nonnulls(article_id, claim_id) = 1))',
    "round_name_blank CHECK ((btrim(name) <> ''::text))",
    'round_revealed CHECK (((num_nonnulls(revealed_at, revealed_by) = ANY (ARRAY[0, 2])) AND ((revealed_at IS NOT NULL) OR (NOT early)) AND (blind OR (revealed_at IS NULL))))',
    'round_span_one_target CHECK (((num_nonnulls(entity_id, claim_id) = 1) AND ((claim_id IS NULL) = (stance IS NULL))))',
    "saved_view_filters CHECK ((jsonb_typeof(filters) = 'object'::text))",
    "saved_view_name_blank CHECK ((btrim(name) <> ''::text))",
    "shared_link_ceiling CHECK ((ceiling = ANY (ARRAY['clear'::text, 'green'::text, 'amber'::text, 'amber+strict'::text])))",
    'shared_link_revoked CHECK (((revoked_at IS NULL) = (revoked_by IS NULL)))',
    'shared_link_subject CHECK (((num_nonnulls(claim_id, export_id) = 1) AND (num_nonnulls(claim_id, wording, record) = ANY (ARRAY[0, 3]))))',
    'shared_link_time CHECK (((created_at < expires_at) AND (opens >= 0)))',
    'split_pair CHECK ((entity_id <> new_entity_id))',
    "split_reason CHECK ((btrim(reason) <> ''::text))",
    'split_undone CHECK (((undone_at IS NULL) = (undone_by IS NULL)))',
    'tag_confidence CHECK (((confidence >= 0) AND (confidence <= 100)))',
    'tag_mention_plain CHECK (((claim_id IS NOT NULL) OR ((num_nonnulls(speaker_id, via_id, via_on, implied_how) = 0) AND (NOT denies) AND (NOT implied))))',
    'tag_one_target CHECK ((num_nonnulls(entity_id, claim_id) = 1))',
    'tag_stance CHECK (((claim_id IS NULL) = (stance IS NULL)))',
    'thread_closed CHECK ((num_nonnulls(outcome, closed_by, closed_at) = ANY (ARRAY[0, 3])))',
    'thread_one_home CHECK ((num_nonnulls(article_id, highlight_id, tag_id, entity_id, claim_id, question_id) = 1))',
    "thread_position_text CHECK ((btrim(text) <> ''::text))",
    'upload_size CHECK (((size = octet_length(bytes)) AND (size > 0) AND (size <= 26214400)))',
    "user_outside CHECK (((outside IS NULL) OR ((password_hash IS NULL) AND (disabled_at IS NOT NULL) AND (email = ('outside:'::text || id)))))",
    'webhook_gave_up CHECK (((gave_up_at IS NULL) OR (failing_since IS NOT NULL)))',
    'webhook_told CHECK (((told_seq >= 0) AND (secret_number > 0) AND (cardinality(kinds) > 0)))',
  ]);
});

it('refuses changes of twelve tables by trigger, and of what came in as a file; reads what a verdict is on from the tag, and marks what is hidden', async () => {
  const tables = [
    'anchor',
    'article_version',
    'claim_version',
    'comment_version',
    'echo_decision',
    'entity_version',
    'event',
    'export',
    'judgement',
    'round_judgment',
    'round_span',
  ];
  expect(
    await lines(`SELECT pg_get_triggerdef(g.oid) || ' ' || g.tgenabled::text FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid
      WHERE ${OURS} AND NOT tgisinternal`),
  ).toEqual(
    [
      ...tables.map(
        (table) =>
          `CREATE TRIGGER ${table}_immutable BEFORE DELETE OR UPDATE ON public.${table} FOR EACH ROW EXECUTE FUNCTION refuse_change() O`,
      ),
      ...[...HIDDEN, 'notification'].map(
        (table) =>
          `CREATE TRIGGER ${table}_hidden BEFORE INSERT ON public.${table} FOR EACH ROW EXECUTE FUNCTION hide_row() O`,
      ),
      ...['assessment', 'grade', 'highlight', 'matrix_cell', 'tag'].map(
        (table) =>
          `CREATE TRIGGER ${table}_handed_in BEFORE UPDATE ON public.${table} FOR EACH ROW WHEN (((old.blind_round_id IS NOT NULL) AND (new.blind_round_id IS NOT NULL))) EXECUTE FUNCTION keep_handed_in() O`,
      ),
      ...['export_part', 'exported_claim'].map(
        (table) =>
          `CREATE TRIGGER ${table}_immutable BEFORE DELETE OR UPDATE ON public.${table} FOR EACH ROW EXECUTE FUNCTION refuse_change_of_part() O`,
      ),
      'CREATE TRIGGER member_taken_back BEFORE INSERT OR UPDATE OF deleted_at ON public.member FOR EACH ROW WHEN ((new.deleted_at IS NULL)) EXECUTE FUNCTION keep_taken_back() O',
      'CREATE TRIGGER project_taken_back BEFORE UPDATE OF taken_back_at ON public.project FOR EACH ROW WHEN ((new.taken_back_at IS NOT NULL)) EXECUTE FUNCTION keep_taken_back() O',
      'CREATE TRIGGER review_judged BEFORE INSERT ON public.review FOR EACH ROW EXECUTE FUNCTION judge_content() O',
      'CREATE TRIGGER tag_cites_other BEFORE UPDATE OF claim_id ON public.tag FOR EACH ROW WHEN ((old.claim_id IS DISTINCT FROM new.claim_id)) EXECUTE FUNCTION hide_row() O',
      'CREATE TRIGGER upload_bytes BEFORE UPDATE OF name, sha256, size, bytes ON public.upload FOR EACH ROW EXECUTE FUNCTION refuse_other_bytes() O',
    ].sort(),
  );
});

it('indexes a part of the rows, or an expression, here only', async () => {
  expect(
    await lines(`SELECT replace(pg_get_indexdef(indexrelid), 'public.', '') || CASE WHEN indisvalid THEN '' ELSE ' (invalid)' END
      FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid WHERE ${OURS} AND (indpred IS NOT NULL OR indexprs IS NOT NULL)`),
  ).toEqual(
    [
      ...[...HIDDEN, 'notification'].map(
        (table) =>
          `CREATE INDEX ${table}_blind ON ${table} USING btree (blind_round_id) WHERE (blind_round_id IS NOT NULL)`,
      ),
      'CREATE INDEX alias_search ON alias USING gin (search_fold(name) gin_trgm_ops) WITH (fastupdate=off)',
      'CREATE INDEX article_title_search ON article USING gin (search_vector(title)) WITH (fastupdate=off)',
      'CREATE INDEX article_version_search ON article_version USING gin (search_vector(text)) WITH (fastupdate=off)',
      'CREATE INDEX claim_version_letters ON claim_version USING gin (lower(statement) gin_trgm_ops) WITH (fastupdate=off)',
      'CREATE INDEX question_search ON question USING gin (search_vector(text)) WITH (fastupdate=off)',
      'CREATE INDEX claim_version_search ON claim_version USING gin (search_vector(statement)) WITH (fastupdate=off)',
      'CREATE INDEX comment_search ON comment USING gin (search_vector(text)) WITH (fastupdate=off)',
      "CREATE INDEX export_job_left ON export_job USING btree (lease_until) WHERE ((lease_until IS NOT NULL) AND (state = ANY (ARRAY['failed'::text, 'stopped'::text])))",
      "CREATE INDEX export_job_open ON export_job USING btree (created_at) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]))",
      'CREATE INDEX entity_search ON entity USING gin (search_fold(name) gin_trgm_ops) WITH (fastupdate=off)',
      'CREATE INDEX delivery_due ON delivery USING btree (webhook_id, due_at) WHERE (due_at IS NOT NULL)',
      'CREATE INDEX notification_unread ON notification USING btree (user_id) WHERE (read_at IS NULL)',
      'CREATE INDEX tag_citing ON tag USING btree (project_id, claim_id) WHERE ((claim_id IS NOT NULL) AND (deleted_at IS NULL))',
      'CREATE UNIQUE INDEX answer_live ON answer USING btree (question_id, claim_id) WHERE (deleted_at IS NULL)',
      'CREATE UNIQUE INDEX answer_not_known ON answer USING btree (question_id) WHERE (not_known AND (deleted_at IS NULL))',
      'CREATE UNIQUE INDEX answer_pair_live ON answer_pair USING btree (LEAST(low_id, high_id), GREATEST(low_id, high_id)) WHERE (deleted_at IS NULL)',
      'CREATE UNIQUE INDEX article_bytes ON article USING btree (project_id, sha256) WHERE (deleted_at IS NULL)',
      'CREATE UNIQUE INDEX decision_tag_standing ON decision_tag USING btree (adjudication_id, tag_id) WHERE (released_at IS NULL)',
      'CREATE UNIQUE INDEX distinction_claims ON distinction USING btree (LEAST(low_claim_id, high_claim_id), GREATEST(low_claim_id, high_claim_id)) WHERE (deleted_at IS NULL)',
      'CREATE UNIQUE INDEX distinction_entities ON distinction USING btree (LEAST(low_entity_id, high_entity_id), GREATEST(low_entity_id, high_entity_id)) WHERE (deleted_at IS NULL)',
      'CREATE UNIQUE INDEX grade_live ON grade USING btree (analyst_id, COALESCE(publisher_id, entity_id, tag_id, claim_id)) WHERE ((deleted_at IS NULL) AND (NOT settled))',
      'CREATE UNIQUE INDEX grade_settled ON grade USING btree (COALESCE(publisher_id, entity_id, tag_id, claim_id)) WHERE ((deleted_at IS NULL) AND settled)',
      'CREATE UNIQUE INDEX merge_standing_claim ON merge USING btree (merged_claim_id) WHERE (undone_at IS NULL)',
      'CREATE UNIQUE INDEX merge_standing_entity ON merge USING btree (merged_entity_id) WHERE (undone_at IS NULL)',
      'CREATE UNIQUE INDEX publisher_live_name ON publisher USING btree (project_id, lower(name)) WHERE (deleted_at IS NULL)',
      'CREATE UNIQUE INDEX refused_contradiction_live ON refused_contradiction USING btree (LEAST(low_id, high_id), GREATEST(low_id, high_id)) WHERE (deleted_at IS NULL)',
      'CREATE UNIQUE INDEX round_item_hidden_article ON round_item USING btree (article_id) WHERE hides',
      'CREATE UNIQUE INDEX round_item_hidden_claim ON round_item USING btree (claim_id) WHERE hides',
      'CREATE UNIQUE INDEX saved_view_live_name ON saved_view USING btree (project_id, created_by, lower(name)) WHERE (deleted_at IS NULL)',
    ].sort(),
  );
});

it('waits with one foreign key until the transaction ends, and with four where a write says so: rows that name each other', async () => {
  expect(
    await lines(`SELECT conname || CASE WHEN condeferred THEN ' initially deferred' ELSE '' END FROM pg_constraint
      WHERE condeferrable AND connamespace = 'public'::regnamespace`),
  ).toEqual([
    'claim_id_wording_fkey initially deferred',
    'claim_project_id_survivor_id_fkey',
    'entity_project_id_institution_id_fkey',
    'entity_project_id_survivor_id_fkey',
    'question_project_id_settled_id_fkey',
  ]);
});

it('grants the app role this much of each table, and nobody else anything', async () => {
  const writable = [...OF_PROJECTS, 'draft', 'mute', 'notice_setting', 'notification', 'project', 'session', 'token'];
  const granted = (table: string) => {
    if (ONLY_ADDED.includes(table)) return `claimbench_app ${table} INSERT SELECT`;
    const gone = ['alias', 'draft', 'hold', 'mute', 'reading', 'thread_position', 'upload'].includes(table);
    return `claimbench_app ${table} ${gone ? 'DELETE ' : ''}INSERT SELECT UPDATE`;
  };
  expect(
    await lines(`SELECT coalesce(r.rolname, 'PUBLIC') || ' ' || t.relname || ' ' || string_agg(a.privilege_type, ' ' ORDER BY a.privilege_type)
      FROM pg_class t, aclexplode(t.relacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
      WHERE ${OURS} AND a.grantee <> t.relowner GROUP BY r.rolname, t.relname`),
  ).toEqual([...new Set([...writable, ...ONLY_ADDED])].map(granted).sort());
  expect(
    await lines(`SELECT concat_ws(' ', coalesce(r.rolname, 'PUBLIC'), t.relname, c.attname, a.privilege_type)
      FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid, aclexplode(c.attacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee WHERE ${OURS}`),
  ).toEqual(
    ['created_at', 'disabled_at', 'email', 'id', 'name', 'outside'].map(
      (column) => `claimbench_app user ${column} SELECT`,
    ),
  );
});

it('gives the app role no way past them', async () => {
  expect(
    await lines(`SELECT concat_ws(' ', rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication,
        has_schema_privilege(oid, 'public', 'CREATE'), (SELECT count(*) FROM pg_auth_members m WHERE m.member = r.oid),
        (SELECT count(*) FROM pg_class WHERE relowner = r.oid))
      FROM pg_roles r WHERE rolname = 'claimbench_app'`),
  ).toEqual(['f f f f f f f 0 0']);
});

it('lets thirteen functions run as their owner: search, what hides, shows and counts with hidden rows, who comes with an archive, and what unsays a verdict, each with a path of its own', async () => {
  expect(
    await lines(`SELECT oid::regprocedure || ' ' || array_to_string(proconfig, '; ') FROM pg_proc
      WHERE prosecdef AND pronamespace = 'public'::regnamespace`),
  ).toEqual([
    'bring_people(jsonb) search_path=public, pg_temp',
    'hide_round(uuid) search_path=public, pg_temp',
    'search_articles(uuid,text,integer) search_path=public, pg_temp',
    'search_claims(uuid,text,integer) search_path=public, pg_temp',
    'search_comments(uuid,text,integer) search_path=public, pg_temp',
    'search_entities(uuid,text,integer) search_path=public, pg_temp; pg_trgm.word_similarity_threshold=0.5',
    'search_name_counts(uuid,text,uuid) search_path=public, pg_temp',
    'search_prints(uuid,bigint[],uuid) search_path=public, pg_temp; enable_seqscan=off',
    'search_questions(uuid,text,integer) search_path=public, pg_temp',
    'show_round(uuid) search_path=public, pg_temp',
    'unsay_verdicts(uuid[],timestamp with time zone[]) search_path=public, pg_temp',
    'waiting_claims(uuid[]) search_path=public, pg_temp',
    'wordings_like(uuid,text,integer) search_path=public, pg_temp',
  ]);
});

it('ties rows to rows of the same project: a foreign key between two tables of projects holds the project', async () => {
  expect(
    await lines(`SELECT conname FROM pg_constraint c WHERE contype = 'f' AND connamespace = 'public'::regnamespace
      AND confrelid <> 'project'::regclass
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.conrelid AND a.attname = 'project_id')
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.confrelid AND a.attname = 'project_id')
      AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.conrelid AND a.attname = 'project_id' AND a.attnum = c.conkey[1])`),
    // The claim's own versions, which another key ties to the claim and its project.
  ).toEqual(['claim_id_wording_fkey']);
});
