import { randomUUID } from 'node:crypto';
import type { Row } from './rows.fixtures';

type Put = (table: string, row: Row) => Promise<string>;
const now = () => new Date();
const some = () => randomUUID();

/** A round that was revealed, and an open one: nothing is hidden from anybody. */
export async function fillRounds(
  put: Put,
  at: Record<'project_id' | 'author' | 'reviewer' | 'article' | 'entity' | 'claim' | 'tag' | 'review', string>,
) {
  const inside = () => ({ id: some(), project_id: at.project_id });
  const made = { name: 'First reading', blind: false, created_by: at.author, created_at: now() };
  const revealed = { blind: true, revealed_at: now(), revealed_by: at.author };
  await put('round', { ...inside(), ...made, ...revealed });
  const round_id = await put('round', { ...inside(), ...made });
  await put('round_item', { ...inside(), round_id, article_id: at.article, hides: false });
  await put('round_item', { ...inside(), round_id, claim_id: at.claim, hides: false });
  const by = { round_id, analyst_id: at.author };
  await put('round_analyst', { ...inside(), ...by });
  const span = { tag_id: at.tag, article_id: at.article, start: 0, end: 4, entity_id: at.entity };
  await put('round_span', { ...inside(), ...by, ...span });
  await put('round_judgment', { ...inside(), ...by, claim_id: at.claim, likelihood: 70 });
  const finished = { finished_by: at.reviewer, finished_at: now() };
  const begun = { round_id, article_id: at.article, started_by: at.reviewer, started_at: now(), ...finished };
  const adjudication_id = await put('adjudication', { ...inside(), ...begun });
  const act = { adjudication_id, author_id: at.reviewer, created_at: now(), agreed: false, own: false };
  const back = { withdrawn_by: at.reviewer, withdrawn_at: now(), third_id: at.tag };
  const decision_id = await put('decision', { ...inside(), ...act, ...back });
  const mark = { tag_id: at.tag, content_version: 1, taken: true, review_id: at.review };
  await put('decision_tag', { ...inside(), adjudication_id, decision_id, ...mark });
}
