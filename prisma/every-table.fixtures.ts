import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { fillRounds } from './round-rows.fixtures';
import { again, insert, type Row, type Rows } from './rows.fixtures';

const now = () => new Date();
const some = () => randomUUID();

/**
 * A project with at least one row in every table that belongs to a project or to a person, and each optional reference set in some
 * row. To be called as the owner. The first member wrote everything, the second reviewed,
 * the third did nothing.
 */
export async function fillEveryTable(db: pg.Client): Promise<Rows> {
  const made: Rows = {};
  const put = async (table: string, row: Row) => {
    const stored = await insert(db, table, row);
    (made[table] ??= []).push(stored);
    return stored.id as string;
  };
  await db.query('BEGIN');
  const user = () =>
    put('user', { id: some(), name: 'Somebody', email: `${some()}@example.org`, password_hash: 'hash' });
  const [author, reviewer, onlooker] = [await user(), await user(), await user()];
  const project_id = await put('project', { id: some(), name: 'A full project', created_by: author });
  for (const [user_id, role] of [
    [author, 'analyst'],
    [reviewer, 'reviewer'],
    [onlooker, 'viewer'],
  ])
    await put('member', { id: some(), project_id, user_id, role });
  const inside = () => ({ id: some(), project_id });
  const written = () => ({ ...inside(), author_id: author, created_at: now() });
  const added = () => ({ ...inside(), created_by: author, created_at: now() });

  const publisher = await put('publisher', { ...inside(), name: 'A daily', created_at: now() });
  const article = await put('article', {
    ...added(),
    id: between('7'), // see putEchoes
    title: 'An article',
    sha256: some(),
    publisher_id: publisher,
    relays_publisher_id: publisher,
  });
  const upload = await put('upload', {
    ...added(),
    name: 'words.txt',
    kind: 'text',
    sha256: some(),
    size: 11,
    bytes: Buffer.from('Some words.'),
    found: '{}',
  });
  const version = await put('article_version', {
    ...inside(),
    upload_id: upload,
    pages: [0],
    article_id: article,
    number: 1,
    text: 'Some words.',
    sha256: some(),
    length: 11,
    created_by: author,
    retrieved_at: now(),
  });
  const highlight = await put('highlight', {
    ...written(),
    article_id: article,
    article_version_id: version,
    start: 0,
    end: 4,
    quote: 'Some',
    prefix: '',
    suffix: ' words.',
    translation: 'Quelques',
    translated_by: author,
  });
  await put('anchor', {
    ...inside(),
    article_id: article,
    article_version_id: version,
    highlight_id: highlight,
    start: 0,
    end: 4,
    quote: 'Some',
    created_at: now(),
  });
  const body = await put('entity', { ...added(), type: 'organisation', name: 'A body' });
  const entity = await put('entity', { ...added(), type: 'unnamed-source', name: 'an officer', institution_id: body });
  made.entity!.reverse();
  await put('alias', { ...added(), entity_id: entity, name: 'the officer' });
  const claim = await put('claim', { ...added(), updated_at: now() });
  const wording = await put('claim_version', {
    ...written(),
    claim_id: claim,
    number: 1,
    statement: 'Some words were said.',
    creator_id: author,
    subject_id: entity,
    object_id: body,
    place_id: entity,
  });
  await put('assessment', {
    ...inside(),
    claim_id: claim,
    analyst_id: author,
    likelihood: 70,
    wording: 1,
    created_at: now(),
    updated_at: now(),
  });
  const outsider = await put('outsider', { ...inside(), name: 'Jo', source: 'brat', created_at: now() });
  const tag = { ...written(), highlight_id: highlight, outsider_id: outsider, updated_at: now() };
  const citation = await put('tag', {
    ...tag,
    claim_id: claim,
    stance: 'supports',
    speaker_id: entity,
    via_id: publisher,
  });
  await put('tag', { ...tag, id: some(), entity_id: entity });
  const verdict = { ...written(), reviewer_id: reviewer, verdict: 'accept' };
  const review = await put('review', { ...verdict, tag_id: citation, tag_version: 1 });
  await put('review', { ...verdict, id: some(), claim_version_id: wording, creator_id: author });
  const homes = { article_id: article, highlight_id: highlight, tag_id: citation, entity_id: entity, claim_id: claim };
  for (const [home, id] of Object.entries(homes)) await put('thread', { ...added(), updated_at: now(), [home]: id });
  const comment = await put('comment', {
    ...{ ...written(), outsider_id: outsider },
    ...{ thread_id: made.thread![0]!.id, body: '{}', text: 'Is it so?' },
  });
  await put('thread_position', {
    ...{ ...inside(), thread_id: made.thread![0]!.id, holder_id: author, text: 'It is.' },
    ...{ written_by: reviewer, written_at: now() },
  });
  await put('entity_version', {
    ...{ ...inside(), entity_id: entity, number: 1, before: '{}' },
    ...{ replaced_by: author, replaced_at: now() },
  });
  await put('comment_version', { ...inside(), comment_id: comment, number: 1, body: '{}', created_at: now() });
  await put('notification', {
    ...inside(),
    user_id: author,
    kind: 'reply',
    subject_type: 'comment',
    subject_id: comment,
    thing_id: comment,
    comment_id: comment,
    actor_id: reviewer,
    created_at: now(),
  });
  const refusal = { project_id, name: 'Some', folded: 'some', refused_by: author, refused_at: now() };
  await put('refused_name', { ...refusal, id: some(), entity_id: body });
  await put('refused_name', { ...refusal, id: some(), type: 'place' });
  await putEchoes(put, { project_id, article, version, author });
  await fillSameness(put, { project_id, author, entities: [entity, body], claim, wording: made.claim_version![0]! });
  const question = await fillQuestions(put, {
    tag: citation,
    project_id,
    author,
    claims: made.claim!.map(({ id }) => id as string),
  });
  const became = { became_claim_id: claim, became_question_id: question };
  await put('thread', { ...added(), updated_at: now(), question_id: question, ...became });
  const graded = () => ({ ...inside(), analyst_id: author, created_at: now() });
  await put('grade', { ...graded(), publisher_id: publisher, mark: 'B' });
  await put('grade', { ...graded(), entity_id: entity, mark: 'F', settled: true });
  await put('grade', { ...graded(), tag_id: citation, mark: '6' });
  await fillRounds(put, { project_id, author, reviewer, entity, article, claim, tag: citation, review });
  await put('grade', { ...graded(), claim_id: claim, mark: '3', settled: true });
  await put('saved_view', { ...added(), updated_at: now(), name: 'Denied ones', filters: '{"rests":["denied"]}' });
  const held = () => ({ ...inside(), since: now(), until: now() });
  await put('hold', { ...held(), user_id: reviewer, tag_id: citation });
  await put('hold', { ...held(), user_id: author, claim_id: claim });
  await put('presence', {
    project_id,
    user_id: author,
    id: some(),
    article_id: article,
    text_version: 1,
    at: 4,
    seen_at: now(),
  });
  await put('presence', { project_id, user_id: author, id: some(), claim_id: claim, seen_at: now() });
  await put('reading', { ...inside(), article_version_id: version, reader_id: reviewer, created_at: now() });
  await put('invitation', {
    ...added(),
    email: 'somebody@example.org',
    role: 'viewer',
    token_hash: randomBytes(32),
    expires_at: now(),
  });
  await put('event', {
    project_id,
    seq: 1,
    type: 'article.added',
    subject_type: 'article',
    subject_id: article,
    version: 1,
    actor_id: author,
    at: now(),
    fields: [],
    hash: randomBytes(32),
  });
  const hears = { address: 'https://example.org/hook', kinds: ['claims'], told_seq: 1 };
  const webhook = await put('webhook', { ...added(), ...hears });
  await put('delivery', { ...inside(), webhook_id: webhook, seq: 1, created_at: now(), due_at: now() });
  const job = { format: 'json', filter: '{}', state: 'done', ended_at: now() };
  const exported = await put('export_job', { ...added(), ...job });
  await put('export_job', { ...added(), ...job, state: 'stopped', stopped_by: author });
  await put('export_part', { id: some(), project_id, export_id: exported, number: 0, content: randomBytes(4) });
  await put('import', { ...added(), format: 'brat', unit: 'code points', files: ['a.ann'], counts: '{}', left: '[]' });
  await put('export', {
    ...added(),
    id: exported,
    format: 'json',
    filter: '{}',
    file_name: 'export.json',
    content_type: 'application/json',
    sha256: some(),
    manifest: '{}',
    head_seq: 1,
    head_hash: randomBytes(32),
  });
  const digests = { wording: 1, sha256: some(), parts: '', in_file: true };
  await put('exported_claim', { ...inside(), export_id: exported, claim_id: claim, ...digests });
  const until = new Date('2100-01-01');
  const shared = () => ({ ...added(), token_hash: randomBytes(32), ceiling: 'green', expires_at: until });
  await put('shared_link', { ...shared(), claim_id: claim, wording: 1, record: '{}' });
  await put('shared_link', { ...shared(), export_id: exported });
  await put('draft', {
    ...inside(),
    user_id: author,
    target_id: some(),
    slot: some(),
    seq: 1,
    body: '{}',
    updated_at: now(),
  });
  await put('mute', { ...inside(), user_id: author, subject_type: 'claim', subject_id: some(), created_at: now() });
  await fillAccount(put, author, project_id);
  await db.query('COMMIT');
  return made;
}

/** An id that comes before or after others that begin otherwise. */
const between = (first: string) => first + some().slice(1);

/** Two articles that share words. Their ids stand on either side of the first article's, so that any project's first may take either place. */
async function putEchoes(
  put: (table: string, row: Row) => Promise<string>,
  { project_id, article, version, author }: Record<'project_id' | 'article' | 'version' | 'author', string>,
) {
  const inside = () => ({ id: some(), project_id });
  const sides: Row = {};
  for (const [side, first] of [
    ['a', '0'],
    ['b', 'f'],
  ] as const) {
    const id = await put('article', {
      ...{ id: between(first), project_id, title: 'An echo', sha256: some() },
      ...{ created_by: author, created_at: now() },
    });
    const copied = await put('article_version', {
      ...inside(),
      ...{ article_id: id, number: 1, text: 'Some words.', sha256: some(), length: 11 },
      ...{ created_by: author, retrieved_at: now() },
    });
    const span = { id, version_id: copied, start: 0, end: 10, quote: 'Some words' };
    for (const [name, value] of Object.entries(span)) sides[`${side}_${name}`] = value;
  }
  await put('echo_print', { ...inside(), article_id: article, article_version_id: version, prints: [1, 2] });
  const shared = { ...sides, project_id, kind: 'exact', words: 2, likeness: 1, created_at: now() };
  const echo = await put('echo', { ...shared, id: some() });
  await put('echo', { ...shared, id: some(), decision: 'derived', from_id: sides.a_id });
  const said = { echo_id: echo, decision: 'derived', from_id: sides.a_id, reason: 'It says so.' };
  await put('echo_decision', { ...inside(), ...said, decided_by: author, decided_at: now() });
}

type Put = (table: string, row: Row) => Promise<string>;
type Named = { project_id: string; author: string; entities: [string, string]; claim: string; wording: Row };

/** A merge of two entities and one of two claims, a split, and a distinction of each kind. */
async function fillSameness(put: Put, { project_id, author, entities: [one, other], claim, wording }: Named) {
  const made = () => ({ id: some(), project_id, created_by: author, created_at: now() });
  const reason = 'They are one.';
  const gone = { survivor_id: one, deleted_at: now(), deleted_by: author };
  const merged = await put('entity', { ...made(), type: 'person', name: 'A double', ...gone });
  const echo = await put('claim', { ...made(), updated_at: now(), survivor_id: claim, deleted_at: now() });
  await put('claim_version', again(wording, { id: some(), claim_id: echo }));
  await put('merge', { ...made(), reason, survivor_entity_id: one, merged_entity_id: merged });
  await put('merge', { ...made(), reason, survivor_claim_id: claim, merged_claim_id: echo });
  await put('split', { ...made(), reason, entity_id: one, new_entity_id: other, moved: '{"tags":[],"aliases":[]}' });
  const said = () => ({ id: some(), project_id, author_id: author, created_at: now(), sameness: 'different', reason });
  const [low, high] = [one, other].sort();
  await put('distinction', { ...said(), low_entity_id: low, high_entity_id: high });
  const [first, second] = [claim, echo].sort();
  await put('distinction', { ...said(), low_claim_id: first, high_claim_id: second });
}

/** A settled question with two answers, and two claims of which somebody said that they make none. */
async function fillQuestions(
  put: Put,
  { project_id, author, claims, tag }: Pick<Named, 'project_id' | 'author'> & { claims: string[]; tag: string },
) {
  const inside = () => ({ id: some(), project_id, created_at: now() });
  const added = () => ({ ...inside(), created_by: author });
  const written = () => ({ ...inside(), author_id: author });
  const asked = { text: 'Were some words said?', updated_at: now(), assignee_id: author };
  const question = await put('question', { ...added(), ...asked });
  const answers: string[] = [];
  for (const claim_id of claims.slice(0, 2))
    answers.push(await put('answer', { ...added(), question_id: question, claim_id }));
  const settled = { settled_at: now(), settled_by: author, settled_reason: 'They were heard.' };
  await put('question', { ...added(), ...asked, ...settled, settled_id: answers[0] });
  const cell = { answer_id: answers[0], tag_id: tag, analyst_id: author, updated_at: now() };
  await put('matrix_cell', { ...inside(), ...cell });
  const [low_id, high_id] = [...answers].sort();
  await put('answer_pair', { ...written(), low_id, high_id });
  await put('judgement', { ...written(), question_id: question, number: 1, text: 'They were.' });
  const [low, high] = claims.slice(0, 2).sort();
  await put('refused_contradiction', { ...written(), low_id: low, high_id: high });
  return question;
}

async function fillAccount(put: Put, user_id: string, project_id: string) {
  const secret = () => ({ id: some(), user_id, created_at: now(), expires_at: now() });
  await put('session', { ...secret(), secret_hash: randomBytes(32), seen_at: now() });
  await put('sign_in_link', { ...secret(), token_hash: randomBytes(32) });
  const token_id = await put('token', { ...secret(), name: 'A script', secret_hash: randomBytes(32), scopes: [] });
  await put('token_project', { id: some(), token_id, user_id, project_id });
  await put('notice_setting', { id: some(), user_id, off: ['reply'], updated_at: now() });
  await put('account_event', {
    id: some(),
    user_id,
    type: 'token.made',
    subject_type: 'token',
    subject_id: some(),
    at: now(),
  });
  await put('idempotency_answer', {
    user_id,
    key: some(),
    request_hash: randomBytes(32),
    status: 200,
    body: '{}',
    created_at: now(),
  });
}
