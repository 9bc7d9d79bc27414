import { read } from './encoding.mjs';
import { textOfPage } from './html.mjs';
import { Unreadable } from './unreadable.mjs';

const MAX_PARTS = 2000;
const DEPTH = 4;

/** Headers of a part: names in small letters, folded lines joined. */
function splitHead(latin) {
  const end = /\r?\n\r?\n/.exec(latin);
  const head = (end ? latin.slice(0, end.index) : latin).replace(/\r?\n[ \t]+/g, ' ');
  const headers = {};
  for (const one of head.split(/\r?\n/)) {
    const at = one.indexOf(':');
    if (at > 0) headers[one.slice(0, at).trim().toLowerCase()] = one.slice(at + 1).trim();
  }
  return { headers, body: end ? latin.slice(end.index + end[0].length) : '' };
}

const parameter = (header = '', name) =>
  RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header)?.slice(1).find(Boolean) ?? null;

function bodyOf({ headers, body }) {
  const how = headers['content-transfer-encoding']?.toLowerCase();
  if (how === 'base64') return Buffer.from(body, 'base64');
  if (how !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

/** The first page of a message: the browser writes it first, and its pictures after it. */
function pageIn(part, depth = 0) {
  const type = part.headers['content-type'] ?? '';
  if (/^\s*(text\/html|application\/xhtml\+xml)/i.test(type)) return part;
  if (!/^\s*multipart\//i.test(type) || depth >= DEPTH) return null;
  const boundary = parameter(type, 'boundary');
  if (!boundary) return null;
  const parts = part.body.split(`--${boundary}`, MAX_PARTS + 2).slice(1);
  if (parts.length > MAX_PARTS)
    throw new Unreadable(`This saved page has more than ${MAX_PARTS.toLocaleString('en')} parts.`);
  for (const one of parts) {
    const found = pageIn(splitHead(one.replace(/^\r?\n/, '')), depth + 1);
    if (found) return found;
  }
  return null;
}

/** A page that the browser saved as one file (MIME, RFC 2557). */
export function readMhtml(bytes, { encoding: chosen }) {
  const message = splitHead(Buffer.from(bytes).toString('latin1'));
  const part = pageIn(message);
  if (!part) throw new Unreadable('There is no page in this file, though its name says a saved one.');
  const body = bodyOf(part);
  const declared = parameter(part.headers['content-type'], 'charset');
  const { text, ...encoded } = read(body, { chosen, declared, page: true });
  const url = part.headers['content-location'] ?? message.headers['snapshot-content-location'] ?? null;
  return { ...textOfPage(text.replace(/^\ufeff/, ''), { url }), ...encoded };
}
