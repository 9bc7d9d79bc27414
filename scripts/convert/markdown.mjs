import { read } from './encoding.mjs';
import { dayIn } from './dates.mjs';
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

/** A line without its marks: emphasis, links (their words stay), images (counted), code, tags, escapes. */
function wordsOf(line, left) {
  const kept = [];
  const keep = (text) => `\ue000${kept.push(text) - 1}\ue001`;
  return line
    .replace(/[\ue000\ue001]/g, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!<>~|])/g, (_, letter) => keep(letter))
    .replace(/(`+)([^`]{1,2000})\1/g, (_, ticks, code) => keep(code.trim()))
    .replace(/!\[[^\]]{0,500}\](\([^)]{0,2000}\)|\[[^\]]{0,200}\])/g, () => ((left.images += 1), ''))
    .replace(/\[([^\]]{1,1000})\](\([^)]{0,2000}\)|\[[^\]]{0,200}\])/g, '$1')
    .replace(/<(https?:[^>\s]{1,2000}|[\w.+-]{1,100}@[\w.-]{1,200})>/g, '$1')
    .replace(/<\/?[A-Za-z][^>]{0,500}>/g, '')
    .replace(/(\*\*|__)(?=\S)([^]{1,2000}?\S)\1/g, '$2')
    .replace(/(^|[^\w*])([*_])(?=[^\s*_])([^]{0,2000}?[^\s*_])\2(?![\w*])/g, '$1$3')
    .replace(/~~([^~]{1,2000})~~/g, '$1')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name) => ENTITIES[name])
    .replace(/\ue000(\d+)\ue001/g, (_, at) => kept[Number(at)]);
}

const isRule = (line) => /^ {0,3}([-*_=])[ \t]*(\1[ \t]*){2,}$/.test(line) || /^ {0,3}=+\s*$/.test(line);
const isTableRule = (line) => /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$/.test(line);

/** One line of prose: what it says, and whether it goes on with the line before. */
function proseOf(line, left) {
  const bare = line.replace(/^( {0,3}>[ \t]?)+/, '');
  const heading = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$/.exec(bare);
  if (heading) return { said: wordsOf(heading[1], left), gap: '\n\n', closes: true };
  const item = /^(\s*)(?:[-*+]|(\d{1,9})[.)])[ \t]+(\[[ xX]\][ \t]+)?(.*)$/.exec(bare);
  if (item) return { said: `${item[2] ? `${item[2]}.` : '-'} ${wordsOf(item[4], left)}`, gap: '\n' };
  if (/^\s*\|.*\|\s*$/.test(bare))
    return {
      said: bare
        .trim()
        .slice(1, -1)
        .split('|')
        .map((cell) => wordsOf(cell.trim(), left))
        .join('\t'),
      gap: '\n',
    };
  return { said: wordsOf(bare.trim(), left), gap: ' ' };
}

/** Markdown as plain text with paragraphs: lines of one paragraph are joined, marks are taken away, code stays as it stands. */
export function textOfMarkdown(source, left = { images: 0 }) {
  const out = [];
  let gap = '';
  let fence = null;
  const put = (said, before) => {
    if (out.length > 0) out.push(gap.length > before.length ? gap : before);
    out.push(said);
    gap = '';
  };
  for (const line of source.split(/\r\n?|\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence ? mark?.startsWith(fence) : mark) {
      fence = fence ? null : mark;
      gap = '\n\n';
    } else if (fence) put(line, '\n');
    else if (!line.replace(/^( {0,3}>[ \t]?)+/, '').trim() || isRule(line)) gap = '\n\n';
    else if (!isTableRule(line) && !/^ {0,3}\[[^\]]{1,200}\]:\s/.test(line)) {
      const { said, gap: before, closes } = proseOf(line, left);
      if (said.trim()) put(said.trim(), before);
      if (closes) gap = '\n\n';
    }
  }
  return out.join('').trim();
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
    title: fields.title?.slice(0, 300) ?? (heading && wordsOf(heading, { images: 0 })) ?? null,
    byline: fields.author?.slice(0, 200) ?? null,
    publishedAt: dayIn(fields.date),
    url: /^https?:\/\/\S{1,1900}$/.test(fields.url ?? '') ? fields.url : null,
    language: fields.lang?.slice(0, 35) ?? null,
    ...encoded,
    warnings: left.images ? [`${left.images} ${left.images === 1 ? 'image' : 'images'} left out.`] : [],
  };
}
