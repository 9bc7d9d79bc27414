import { read } from './encoding.mjs';
import { dayIn } from './dates.mjs';
import { footnotesOf, REFERENCE } from './markdown-notes.mjs';
import { raised } from './raised.mjs';
import { Unreadable } from './unreadable.mjs';

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0', '#39': "'" };

/** The fields between `---` at the top, where there are any: title, date, url, lang. */
function frontMatter(text) {
  const found = /^---\r?\n([^]{0,20000}?)\r?\n---[ \t]*(\r?\n|$)/.exec(text);
  const fields = {};
  for (const one of found?.[1].split(/\r?\n/) ?? []) {
    const [, name, value] = /^([A-Za-z_-]{1,40}):\s*(.{1,2000}?)\s*$/.exec(one) ?? [];
    if (name) fields[name.toLowerCase()] = value.replace(/^(["'])(.*)\1$/, '$2');
  }
  return { fields, rest: found ? text.slice(found[0].length) : text };
}

const raisedIn = (tag, name, said, at, line) =>
  raised(said, { down: /b$/i.test(name), before: line.charAt(at - 1), after: line.charAt(at + tag.length) }) ?? said;

/** A line without its marks: emphasis, links (their words stay), images (counted), code, tags, escapes. */
function wordsOf(line, left) {
  const kept = [];
  const keep = (text) => `\ue000${kept.push(text) - 1}\ue001`;
  return line
    .replace(/[\ue000\ue001]/g, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!<>~|])/g, (_, letter) => keep(letter))
    .replace(/(`+)([^`]{1,2000})\1/g, (_, ticks, code) => keep(code.trim()))
    .replace(/!\[[^\]]{0,500}\](\([^)]{0,2000}\)|\[[^\]]{0,200}\])/g, () => ((left.images += 1), ''))
    .replace(/\[(?!\^)([^\]]{1,1000})\](\([^)]{0,2000}\)|\[(?!\^)[^\]]{0,200}\])/g, '$1')
    .replace(/<(https?:[^>\s]{1,2000}|[\w.+-]{1,100}@[\w.-]{1,200})>/g, '$1')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<\/?(?!su[bp]\b)[A-Za-z][^>]{0,500}>/gi, '')
    .replace(/<(su[bp])\b[^>]{0,200}>([^<>]{1,200})<\/\1>/gi, raisedIn)
    .replace(/<\/?su[bp]\b[^>]{0,500}>/gi, '')
    .replace(/(\*\*|__)(?=\S)([^]{1,2000}?\S)\1/g, '$2')
    .replace(/(^|[^\w*])([*_])(?=[^\s*_])([^]{0,2000}?[^\s*_])\2(?![\w*])/g, '$1$3')
    .replace(/~~([^~]{1,2000})~~/g, '$1')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name) => ENTITIES[name])
    .replace(/\ue000(\d+)\ue001/g, (_, at) => kept[Number(at)]);
}

const isRule = (line) => /^ {0,3}([-*_=])[ \t]*(\1[ \t]*){2,}$/.test(line) || /^ {0,3}=+\s*$/.test(line);
const isTableRule = (line) => /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$/.test(line);

/** The cells of a row, empty ones too; a bar that is escaped is a letter. */
const cellsOf = (row, left) =>
  row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => wordsOf(cell.trim(), left));

/** How deep items of lists stand in one another, by their indents. */
class Nesting {
  indents = [];
  depthOf(indent) {
    while (this.indents.length > 0 && this.indents.at(-1) >= indent) this.indents.pop();
    return this.indents.push(indent) - 1;
  }
  end() {
    this.indents = [];
  }
}

/** One line of prose: what it says, and whether it goes on with the line before. `columns`: of the table that it is in, or 0. */
function proseOf(line, left, nesting, columns) {
  const bare = unquoted(line);
  if (columns > 0 || /^\s*\|.*\|\s*$/.test(bare)) {
    const cells = cellsOf(bare, left);
    while (cells.length < columns) cells.push('');
    return { said: cells.some(Boolean) ? cells.join('\t') : '', gap: '\n' };
  }
  const heading = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$/.exec(bare);
  if (heading) return { said: wordsOf(heading[1], left).trim(), gap: '\n\n', closes: true };
  const item = /^(\s*)(?:[-*+]|(\d{1,9})[.)])[ \t]+(\[[ xX]\][ \t]+)?(.*)$/.exec(bare);
  if (item) {
    const depth = nesting.depthOf(item[1].replaceAll('\t', '    ').length);
    const mark = `${'  '.repeat(Math.min(depth, 20))}${item[2] ? `${item[2]}.` : '-'}`;
    return { said: `${mark} ${wordsOf(item[4], left).trim()}`.trimEnd(), gap: '\n' };
  }
  if (!/^\s/.test(bare)) nesting.end();
  return { said: wordsOf(bare.trim(), left).trim(), gap: ' ' };
}

/** `[name]: address "title"` is nothing to read; whatever else begins so is. */
const isAddress = (line) =>
  /^ {0,3}\[(?!\^)[^\]]{1,200}\]:[ \t]*(<[^>]{0,2000}>|\S{1,2000})([ \t]+("[^"]*"|'[^']*'|\([^)]*\)))?[ \t]*$/.test(
    line,
  );

/** Parts with the largest gap that was asked for between them. */
class Page {
  parts = [];
  gap = '';
  put(said, before) {
    if (this.parts.length > 0) this.parts.push(this.gap.length > before.length ? this.gap : before);
    this.parts.push(said);
    this.gap = '';
  }
  // Blank cells at the beginning and the end of a table stay.
  toString() {
    return this.parts.join('').replace(/^[ \n]+|[ \n]+$/g, '');
  }
}

const unquoted = (line) => line.replace(/^( {0,3}>[ \t]?)+/, '');
/** What ends a table without a blank line before it. */
const isOther = (line) => /^ {0,3}(#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t])/.test(line);

/** Markdown as plain text with paragraphs: lines of one paragraph are joined, marks are taken away, code stays as it stands. */
export function textOfMarkdown(source, left = { images: 0 }) {
  const page = new Page();
  const nesting = new Nesting();
  let fence = null;
  let columns = 0;
  const lines = footnotesOf(source.split(/\r\n?|\n/));
  for (const [at, line] of lines.entries()) {
    const bare = unquoted(line);
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence ? mark?.startsWith(fence) : mark) {
      fence = fence ? null : mark;
      page.gap = '\n\n';
    } else if (fence) page.put(line, '\n');
    else if (!bare.trim() || isRule(line)) {
      columns = 0;
      page.gap = '\n\n';
    } else if (!isTableRule(bare) && !isAddress(line)) {
      if (isOther(bare)) columns = 0;
      else if (bare.includes('|') && isTableRule(unquoted(lines[at + 1] ?? '')))
        columns = cellsOf(bare, { images: 0 }).length;
      const { said, gap: before, closes } = proseOf(line, left, nesting, columns);
      if (said) page.put(said, before);
      if (closes) page.gap = '\n\n';
    }
  }
  return page.toString();
}

export function readMarkdown(bytes, { encoding: chosen }) {
  const { text: source, ...encoded } = read(bytes, { chosen });
  const { fields, rest } = frontMatter(source.replace(/^\ufeff/, ''));
  const left = { images: 0 };
  const text = textOfMarkdown(rest, left);
  if (!text) throw new Unreadable('There are no words in this file.');
  const heading = /^ {0,3}#[ \t]+(.{1,300}?)[ \t]*#*$/m.exec(rest)?.[1];
  return {
    text,
    title: fields.title?.slice(0, 300) ?? (heading && wordsOf(heading.replace(REFERENCE, ''), { images: 0 })) ?? null,
    byline: fields.author?.slice(0, 200) ?? null,
    publishedAt: dayIn(fields.date),
    url: /^https?:\/\/\S{1,1900}$/.test(fields.url ?? '') ? fields.url : null,
    language: fields.lang?.slice(0, 35) ?? null,
    ...encoded,
    warnings: left.images ? [`${left.images} ${left.images === 1 ? 'image' : 'images'} left out.`] : [],
  };
}
