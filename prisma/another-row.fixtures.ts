import { randomBytes, randomUUID } from 'node:crypto';
import type { Row, Rows } from './rows.fixtures';

const authorOf = (a: Rows) => a.member![0]!.user_id;

const OTHER: Record<string, (a: Rows) => Row> = {
  // Another thread's: each side has one.
  thread_position: (a) => ({ thread_id: a.thread![1]!.id }),
  alias: () => ({ name: randomUUID() }),
  answer: () => ({ deleted_at: new Date() }),
  answer_pair: () => ({ deleted_at: new Date() }),
  article: () => ({ sha256: randomUUID() }),
  article_version: () => ({ number: 2 }),
  claim_version: () => ({ number: 2 }),
  comment_version: () => ({ number: 2 }),
  entity_version: () => ({ number: 2 }),
  distinction: () => ({ deleted_at: new Date() }),
  merge: (a) => ({ undone_at: new Date(), undone_by: authorOf(a) }),
  echo_print: (a) => ({ article_id: a.article![1]!.id, article_version_id: a.article_version![1]!.id }),
  export_part: () => ({ number: 1 }),
  exported_claim: (a) => ({ claim_id: a.claim![1]!.id }),
  grade: (a) => ({ deleted_at: new Date(), deleted_by: authorOf(a) }),
  outsider: () => ({ name: randomUUID() }),
  hold: (a) => ({ user_id: a.member![2]!.user_id }),
  judgement: () => ({ number: 2 }),
  refused_contradiction: () => ({ deleted_at: new Date() }),
  publisher: () => ({ name: randomUUID() }),
  refused_name: () => ({ folded: randomUUID() }),
  adjudication: (a) => ({ round_id: a.round![0]!.id }),
  decision_tag: (a) => ({ tag_id: a.tag!.at(-1)!.id }),
  round_analyst: (a) => ({ round_id: a.round![0]!.id }),
  round_item: (a) => ({ round_id: a.round![0]!.id }),
  delivery: () => ({ seq: null }),
  round_judgment: () => ({ claim_id: randomUUID() }),
  shared_link: () => ({ token_hash: randomBytes(32) }),
  round_span: () => ({ tag_id: randomUUID() }),
};

/** What makes a copy of a row that `a` holds another row, beside a new id. */
export const anotherRow = (a: Rows, table: string): Row => OTHER[table]?.(a) ?? {};
