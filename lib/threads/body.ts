import { wellFormed } from '@/lib/core/words';

// Pure: the document of a comment. What is stored is rebuilt piece by piece from a closed list, so nothing that the list
// does not name survives; a reader of the column can render it without looking again.

type Mark = { type: 'bold' } | { type: 'italic' } | { type: 'link'; attrs: { href: string } };
type Marked = { marks?: Mark[] };
type Inline =
  | ({ type: 'text'; text: string } & Marked)
  | ({ type: 'hardBreak' } & Marked)
  | ({ type: 'mention'; attrs: { id: string; label: string } } & Marked);
type Paragraph = { type: 'paragraph'; content?: Inline[] };
type ListItem = { type: 'listItem'; content: [Paragraph, ...Block[]] };
/** Words of an article with their place: the slice of that version, or the comment is refused. */
export type Quotation = {
  type: 'quotation';
  attrs: { articleId: string; version: number; start: number; end: number; quote: string };
};
type Block =
  | Paragraph
  | Quotation
  | { type: 'blockquote'; content: Block[] }
  | { type: 'bulletList'; content: ListItem[] }
  | { type: 'orderedList'; attrs: { start: number }; content: ListItem[] };
export type Doc = { type: 'doc'; content: Block[] };
type Node = Doc | Block | ListItem | Inline;

/** Where a document is not as it should be, and how. */
export type Fault = { path: (string | number)[]; message: string };

export const MAX_WORDS = 20_000; // UTF-16 units of text in one comment
const MAX_DEPTH = 16;
const MAX_NODES = 2_000;
const MAX_HREF = 2_000;

class Misfit extends Error {
  constructor(
    readonly path: Fault['path'],
    message: string,
  ) {
    super(message);
  }
}

type Walk = { path: Fault['path']; depth: number; spent: { nodes: number; words: number } };
type Raw = Record<string, unknown>;

const inside = (walk: Walk, ...path: Fault['path']): Walk => ({ ...walk, path: [...walk.path, ...path] });

/** A plain object with no other keys than these. Own keys are counted, `__proto__` among them. */
function shaped(value: unknown, keys: string[], walk: Walk): Raw {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Misfit(walk.path, 'This is not a piece of a document.');
  for (const key of Reflect.ownKeys(value))
    if (typeof key !== 'string' || !keys.includes(key))
      throw new Misfit([...walk.path, String(key)], `A comment cannot hold “${String(key).slice(0, 40)}” here.`);
  return value as Raw;
}

function wordsIn(value: unknown, max: number, walk: Walk): string {
  if (typeof value !== 'string' || value === '' || value.length > max || !wellFormed(value))
    throw new Misfit(walk.path, `Words are expected here, at most ${max} characters.`);
  return value;
}

/** The address as the browser would read it, or null: only http, https and mailto may be linked. */
export function safeHref(href: string): string | null {
  if (href.length > MAX_HREF || !wellFormed(href) || !URL.canParse(href)) return null;
  const url = new URL(href);
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) && url.href.length <= MAX_HREF ? url.href : null;
}

// The editor writes these beside what we keep; they are looked at no further and not stored.
const EDITOR_LINK = ['href', 'target', 'rel', 'class', 'title'];
const EDITOR_MENTION = ['id', 'label', 'mentionSuggestionChar'];

function markOf(value: unknown, walk: Walk): Mark {
  const { type, attrs } = shaped(value, ['type', 'attrs'], walk);
  if (type === 'bold' || type === 'italic') {
    if (attrs !== undefined) shaped(attrs, [], inside(walk, 'attrs'));
    return { type };
  }
  if (type !== 'link') throw new Misfit(inside(walk, 'type').path, 'A comment knows bold, italic and links.');
  const given = shaped(attrs, EDITOR_LINK, inside(walk, 'attrs')).href;
  const href = typeof given === 'string' ? safeHref(given) : null;
  if (href === null)
    throw new Misfit(inside(walk, 'attrs', 'href').path, 'A link starts with http://, https:// or mailto:.');
  return { type, attrs: { href } };
}

function marksOf(value: unknown, walk: Walk): Marked {
  if (value === undefined) return {};
  if (!Array.isArray(value) || value.length > 3) throw new Misfit(walk.path, 'These are not the marks of a text.');
  const marks = value.map((mark, index) => markOf(mark, inside(walk, index)));
  if (new Set(marks.map((mark) => mark.type)).size !== marks.length)
    throw new Misfit(walk.path, 'A mark stands twice on the same words.');
  return marks.length ? { marks } : {};
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What each kind of node may hold and carry; the functions rebuild it. */
const kinds = new Map<string, { keys: string[]; build: (raw: Raw, walk: Walk) => Node }>([
  ['doc', { keys: ['content'], build: (raw, walk) => ({ type: 'doc', content: many(raw, walk, isBlock) }) }],
  ['paragraph', { keys: ['content'], build: paragraphOf }],
  [
    'blockquote',
    { keys: ['content'], build: (raw, walk) => ({ type: 'blockquote', content: many(raw, walk, isBlock) }) },
  ],
  [
    'bulletList',
    { keys: ['content'], build: (raw, walk) => ({ type: 'bulletList', content: many(raw, walk, isItem) }) },
  ],
  [
    'orderedList',
    {
      keys: ['content', 'attrs'],
      build: (raw, walk) => ({
        type: 'orderedList',
        attrs: { start: startOf(raw.attrs, inside(walk, 'attrs')) },
        content: many(raw, walk, isItem),
      }),
    },
  ],
  ['listItem', { keys: ['content'], build: itemOf }],
  ['quotation', { keys: ['attrs'], build: quotationOf }],
  ['text', { keys: ['text', 'marks'], build: textNodeOf }],
  [
    'hardBreak',
    { keys: ['marks'], build: (raw, walk) => ({ type: 'hardBreak', ...marksOf(raw.marks, inside(walk, 'marks')) }) },
  ],
  ['mention', { keys: ['attrs', 'marks'], build: mentionOf }],
]);

const isBlock = (node: Node): node is Block =>
  ['paragraph', 'quotation', 'blockquote', 'bulletList', 'orderedList'].includes(node.type);
const isItem = (node: Node): node is ListItem => node.type === 'listItem';
const isInline = (node: Node): node is Inline => ['text', 'hardBreak', 'mention'].includes(node.type);

function nodeOf(value: unknown, walk: Walk): Node {
  if (walk.depth > MAX_DEPTH) throw new Misfit(walk.path, `A comment nests at most ${MAX_DEPTH} levels.`);
  if (++walk.spent.nodes > MAX_NODES) throw new Misfit([], 'This comment is in too many pieces.');
  const type = (value as Raw | null)?.type;
  const kind = typeof type === 'string' ? kinds.get(type) : undefined;
  if (!kind) throw new Misfit(inside(walk, 'type').path, 'A comment cannot hold this kind of content.');
  return kind.build(shaped(value, ['type', ...kind.keys], walk), walk);
}

function children(raw: Raw, walk: Walk): Node[] {
  if (!Array.isArray(raw.content) || raw.content.length === 0)
    throw new Misfit(inside(walk, 'content').path, 'There is nothing in this.');
  return raw.content.map((child: unknown, index) =>
    nodeOf(child, { ...inside(walk, 'content', index), depth: walk.depth + 1 }),
  );
}

function many<N extends Node>(raw: Raw, walk: Walk, fits: (node: Node) => node is N): N[] {
  const nodes = children(raw, walk);
  const wrong = nodes.findIndex((node) => !fits(node));
  if (wrong >= 0) throw new Misfit(inside(walk, 'content', wrong).path, 'This does not belong in here.');
  return nodes as N[];
}

function paragraphOf(raw: Raw, walk: Walk): Paragraph {
  const empty = raw.content === undefined || (Array.isArray(raw.content) && raw.content.length === 0);
  return { type: 'paragraph', ...(empty ? {} : { content: many(raw, walk, isInline) }) };
}

function itemOf(raw: Raw, walk: Walk): ListItem {
  const [first, ...rest] = many(raw, walk, isBlock);
  if (first?.type !== 'paragraph')
    throw new Misfit(inside(walk, 'content', 0).path, 'A list item starts with a paragraph.');
  return { type: 'listItem', content: [first, ...rest] };
}

const QUOTED = ['articleId', 'version', 'start', 'end', 'quote'];
const isCount = (value: unknown): value is number => Number.isInteger(value) && 0 <= (value as number);

function quotationOf(raw: Raw, walk: Walk): Quotation {
  const { articleId, version, start, end, quote } = shaped(raw.attrs, QUOTED, inside(walk, 'attrs'));
  const words = wordsIn(quote, MAX_WORDS, inside(walk, 'attrs', 'quote'));
  if ((walk.spent.words += words.length) > MAX_WORDS)
    throw new Misfit([], `A comment has at most ${MAX_WORDS} characters.`);
  const stands =
    isCount(version) && isCount(start) && isCount(end) && end - start === words.length && version < 2 ** 31;
  if (!stands || typeof articleId !== 'string' || !UUID.test(articleId))
    throw new Misfit(inside(walk, 'attrs').path, 'This is not a place in an article.');
  return { type: 'quotation', attrs: { articleId, version, start, end, quote: words } };
}

function startOf(value: unknown, walk: Walk): number {
  if (value === undefined) return 1;
  const { start = 1, type = null } = shaped(value, ['start', 'type'], walk);
  const counts = typeof start === 'number' && Number.isInteger(start) && start >= 0 && start <= 100_000;
  if (!counts || type !== null) throw new Misfit(walk.path, 'A numbered list counts from a whole number.');
  return start;
}

function textNodeOf(raw: Raw, walk: Walk): Inline {
  const text = wordsIn(raw.text, MAX_WORDS, inside(walk, 'text'));
  if ((walk.spent.words += text.length) > MAX_WORDS)
    throw new Misfit([], `A comment has at most ${MAX_WORDS} characters.`);
  return { type: 'text', text, ...marksOf(raw.marks, inside(walk, 'marks')) };
}

function mentionOf(raw: Raw, walk: Walk): Inline {
  const attrs = shaped(raw.attrs, EDITOR_MENTION, inside(walk, 'attrs'));
  const label = wordsIn(attrs.label, 200, inside(walk, 'attrs', 'label'));
  if (typeof attrs.id !== 'string' || !UUID.test(attrs.id))
    throw new Misfit(inside(walk, 'attrs', 'id').path, 'This is not the id of a member.');
  if ((walk.spent.words += label.length) > MAX_WORDS)
    throw new Misfit([], `A comment has at most ${MAX_WORDS} characters.`);
  return { type: 'mention', attrs: { id: attrs.id, label }, ...marksOf(raw.marks, inside(walk, 'marks')) };
}

function rebuilt(value: unknown): Doc {
  const node = nodeOf(value, { path: [], depth: 0, spent: { nodes: 0, words: 0 } });
  if (node.type !== 'doc') throw new Misfit(['type'], 'A comment is a document.');
  if (textOf(node).trim() === '') throw new Misfit([], 'A comment cannot be blank.');
  return node;
}

/** What keeps this from being the document of a comment, or null. Never throws, whatever it is given. */
export function faultOf(value: unknown): Fault | null {
  try {
    rebuilt(value);
    return null;
  } catch (error) {
    if (error instanceof Misfit) return { path: error.path, message: error.message };
    throw error;
  }
}

/** The document of plain words: blank lines part paragraphs, single ones break lines. */
function docOf(text: string): Doc {
  const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n{2,}/);
  return { type: 'doc', content: paragraphs.map((lines) => paragraphOfLines(lines.split('\n'))) };
}

function paragraphOfLines(lines: string[]): Paragraph {
  const content = lines.flatMap((line, index): Inline[] => [
    ...(index > 0 ? [{ type: 'hardBreak' as const }] : []),
    ...(line === '' ? [] : [{ type: 'text' as const, text: line }]),
  ]);
  return { type: 'paragraph', ...(content.length ? { content } : {}) };
}

/** The document to store for a body that came in: the editor's, rebuilt, or plain words as one. Throws for what `faultOf` reports. */
export function documentOf(body: { text: string } | { type: 'doc' }): Doc {
  return 'type' in body ? rebuilt(body) : docOf(body.text);
}

const inlineText = (node: Inline): string =>
  node.type === 'text' ? node.text : node.type === 'hardBreak' ? '\n' : `@${node.attrs.label}`;

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return (block.content ?? []).map(inlineText).join('');
    case 'quotation':
      return block.attrs.quote.replace(/^/gm, '> ');
    case 'blockquote':
      return block.content.map(blockText).join('\n\n').replace(/^/gm, '> ');
    case 'bulletList':
      return block.content.map((item) => itemText(item, '- ')).join('\n');
    case 'orderedList':
      return block.content.map((item, index) => itemText(item, `${block.attrs.start + index}. `)).join('\n');
  }
}

const itemText = (item: ListItem, sign: string) =>
  sign +
  item.content
    .map(blockText)
    .join('\n')
    .replace(/\n/g, `\n${' '.repeat(sign.length)}`);

/** The same in plain words: for search, for the inbox and for exports. */
export const textOf = (doc: Doc): string => doc.content.map(blockText).join('\n\n');

/** The start of a long text, at most 300 UTF-16 units, never half a character. */
export const excerptOf = (text: string): string =>
  text.length <= 300 ? text : `${text.slice(0, 299).replace(/[\uD800-\uDBFF]$/, '')}…`;

const within = (block: Block | ListItem): (Block | ListItem)[] =>
  block.type === 'paragraph' || block.type === 'quotation' ? [] : block.content;

function inlines(blocks: (Block | ListItem)[]): Inline[] {
  return blocks.flatMap((block) => (block.type === 'paragraph' ? (block.content ?? []) : inlines(within(block))));
}

/** The words of articles that a document quotes. */
export const quotationsIn = (doc: Doc): Quotation['attrs'][] => {
  const quoted = (block: Block | ListItem): Quotation['attrs'][] =>
    block.type === 'quotation' ? [block.attrs] : within(block).flatMap(quoted);
  return doc.content.flatMap(quoted);
};

/** Ids of the members that are mentioned, each once, in the order of their first mention. */
export const mentionsIn = (doc: Doc): string[] => [
  ...new Set(inlines(doc.content).flatMap((node) => (node.type === 'mention' ? [node.attrs.id] : []))),
];

/** The same document with each mention under the name that `nameOf` gives: a label never says somebody else's name. */
export function withNames(doc: Doc, nameOf: (memberId: string) => string): Doc {
  const renamed = (node: Block | ListItem | Inline): Block | ListItem | Inline => {
    if (node.type === 'mention') return { ...node, attrs: { id: node.attrs.id, label: nameOf(node.attrs.id) } };
    if (!('content' in node) || !node.content) return node;
    return { ...node, content: (node.content as (Block | ListItem | Inline)[]).map(renamed) } as Block;
  };
  return { type: 'doc', content: doc.content.map((block) => renamed(block) as Block) };
}
