// Secrets that are made once and kept in the data folder, readable by nobody else.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * The secret in `file`, made when missing: 0600, at least 32 characters, whole or not there at all.
 * @param {string} file
 */
export function keptSecret(file) {
  try {
    const kept = fs.readFileSync(file, 'utf8').trim();
    if (kept) return kept;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const made = crypto.randomBytes(32).toString('base64url');
  writeWhole(file, `${made}\n`, 0o600);
  return made;
}

/**
 * Writes a small file so that a kill or a power cut leaves the old one or the new one.
 * @param {string} file
 * @param {string} text
 * @param {number} [mode]
 */
export function writeWhole(file, text, mode = 0o644) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}.new`;
  fs.rmSync(aside, { force: true });
  const handle = fs.openSync(aside, 'wx', mode);
  try {
    fs.writeSync(handle, text);
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
  fs.renameSync(aside, file);
}
