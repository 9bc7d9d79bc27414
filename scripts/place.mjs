// Where the embedded PostgreSQL's binaries and data go. It refuses to run as root, so root starts it as another user, who must be
// able to enter every folder above both; where that user cannot, they go to a place of their own, remembered in the data folder.
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Fault } from './run.mjs';
import { writeWhole } from './secrets.mjs';

const NOBODY = 65534;
const asRoot = process.getuid?.() === 0;

/**
 * The user that PostgreSQL runs as: ourselves, or for root whoever owns the data already, else nobody (65534).
 * @param {string} cluster folder that may not exist yet
 * @returns {{ uid: number, gid: number } | null} null when no change of user is needed
 */
export function serverUser(cluster) {
  if (!asRoot) return null;
  const stat = fs.statSync(cluster, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : { uid: NOBODY, gid: NOBODY };
}

/** The first folder on the way down to `target` that `user` may not enter, or null. */
export function barrier(target, user) {
  let existing = path.resolve(target);
  while (!fs.existsSync(existing)) existing = path.dirname(existing);
  existing = fs.realpathSync(existing);
  const steps = existing.split(path.sep).map((_, index, parts) => parts.slice(0, index + 1).join(path.sep) || path.sep);
  return (
    steps.find((folder) => {
      const { mode, uid, gid } = fs.statSync(folder);
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
      return (mode & bit) === 0;
    }) ?? null
  );
}

/** Whether `user` can be given files in `folder`: some shared folders let nobody do that, root included. */
function canGive(folder, user) {
  const probe = path.join(folder, `probe-${process.pid}`);
  try {
    fs.mkdirSync(probe, { mode: 0o700 });
    fs.chownSync(probe, user.uid, user.gid);
    return fs.statSync(probe).uid === user.uid;
  } catch {
    return false;
  } finally {
    fs.rmSync(probe, { recursive: true, force: true });
  }
}

const runs = (binary, user) => spawnSync(binary, ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;

/** A folder outside the checkout that other users can reach: where a system keeps such data. */
function elsewhere(user) {
  const candidates = ['/var/lib', '/var/tmp', os.tmpdir()];
  const base = candidates.find((folder) => fs.existsSync(folder) && !barrier(folder, user) && canGive(folder, user));
  if (!base)
    throw new Fault(
      'PostgreSQL does not run as root, and there is no folder that another user could keep its data in.',
    );
  return path.join(base, 'claimbench', crypto.randomUUID().slice(0, 8));
}

/** Copies the binaries, whole or not at all, readable by everybody. */
function copyBinaries(native, target) {
  const fresh = `${target}.${process.pid}.new`;
  fs.cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  for (const entry of fs.readdirSync(fresh, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath, entry.name);
    fs.chmodSync(file, entry.isDirectory() || fs.statSync(file).mode & 0o100 ? 0o755 : 0o644);
  }
  fs.chmodSync(fresh, 0o755);
  fs.renameSync(fresh, target);
}

/**
 * Decides on cluster folder, binaries and user, and makes the folders above the cluster.
 * @param {string} data the data folder, which exists
 * @param {{ native: string, version: string }} binaries the installed platform package
 * @returns {{ cluster: string, bin: string, user: { uid: number, gid: number } | null, moved: string | null }} `moved` says
 *   where they are when that is not where one would look for them
 */
export function settle(data, { native, version }) {
  const pointer = path.join(data, 'pg.place');
  const inside = path.join(data, 'pg');
  const kept = fs.existsSync(pointer) ? fs.readFileSync(pointer, 'utf8').trim() : null;
  const user = serverUser(kept ? path.join(kept, 'pg') : inside);
  const bin = path.join(native, 'bin');
  if (!user) return { cluster: kept ? path.join(kept, 'pg') : inside, bin, user, moved: null };
  const wall = barrier(data, user) ?? (canGive(data, user) ? null : data);
  if (wall && !kept && fs.existsSync(path.join(inside, 'PG_VERSION')))
    throw new Fault(
      `The database in ${inside} is out of reach of its user ${user.uid}: let others enter ${wall} (chmod o+x).`,
    );
  const away = kept ?? (wall ? elsewhere(user) : null);
  if (away && !kept) writeWhole(pointer, `${away}\n`);
  if (away) fs.mkdirSync(away, { recursive: true, mode: 0o755 });
  const place = away ?? data;
  const reached = runs(path.join(bin, 'initdb'), user) && !barrier(native, user);
  const copy = path.join(place, `postgresql-${version}`);
  if (!reached && !fs.existsSync(copy)) copyBinaries(native, copy);
  const cluster = path.join(place, 'pg');
  const why = wall ? `PostgreSQL runs as user ${user.uid}, who cannot enter ${wall}: ` : '';
  const parts = [away && 'data', !reached && 'binaries'].filter(Boolean).join(' and ');
  const moved = parts ? `${why}PostgreSQL's ${parts} are in ${place}.` : null;
  return { cluster, bin: reached ? bin : path.join(copy, 'bin'), user, moved };
}
