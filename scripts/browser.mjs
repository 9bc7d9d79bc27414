// Finds a Chromium for the stories: an explicit path, an installed one, Playwright's own download, or, as root on Debian, apt's.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Fault, collect, root } from './run.mjs';

// The shell draws no window of its own: stories take half the time with it.
const names = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
];

/** Where browsers are installed on this system, most wanted first. */
function candidates(platform = process.platform, env = process.env) {
  if (platform === 'darwin')
    return ['/Applications', path.join(os.homedir(), 'Applications')].flatMap((folder) =>
      ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  if (platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) =>
        [
          'Chromium\\Application\\chrome.exe',
          'Google\\Chrome\\Application\\chrome.exe',
          'Microsoft\\Edge\\Application\\msedge.exe',
        ].map((file) => `${folder}\\${file}`),
      );
  const folders = [...(env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
  return names.flatMap((name) => folders.filter(Boolean).map((folder) => path.join(folder, name)));
}

/** Whether a file is a browser that runs here: a package may be there without the libraries that it needs. */
function works(file) {
  if (!fs.existsSync(file)) return false;
  // On Windows and macOS asking for the version may open a window.
  if (process.platform !== 'linux') return true;
  return spawnSync(file, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

/** A browser that is there already: the explicit one, unseen, or an installed one that runs. Undefined when there is none. */
// An empty name is none, as in a shell script that passes on what it was not given.
export const installedBrowser = () => process.env.CHROMIUM_PATH || candidates().find(works);

async function playwrights() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

/** Playwright's own download, where the network lets it; the wait for one that does not is limited. */
async function download(say) {
  const cli = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  await collect([cli, 'install', 'chromium'], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
    onLine: say,
  });
  const file = await playwrights();
  return works(file) ? file : null;
}

function fromApt(say) {
  if (process.getuid?.() !== 0 || !fs.existsSync('/etc/debian_version')) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args) => {
    say(`apt-get ${args.join(' ')}`);
    spawnSync('apt-get', args, { env, stdio: 'ignore', timeout: 600_000 });
  };
  run('update', '-qq');
  // Older releases have no package for the shell alone.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    run('install', '-y', '-qq', name);
    if (works(`/usr/bin/${name}`)) return `/usr/bin/${name}`;
  }
  return null;
}

/**
 * The path of a browser that runs.
 * @param {(line: string) => void} [say]
 * @throws Fault when there is none and none can be had
 */
export async function findBrowser(say = () => {}) {
  const asked = process.env.CHROMIUM_PATH;
  if (asked && !works(asked)) throw new Fault(`CHROMIUM_PATH names ${asked}, which is no browser that runs here.`);
  const own = await playwrights();
  const there = installedBrowser() ?? (works(own) ? own : null) ?? (await download(say)) ?? fromApt(say);
  if (there) return there;
  throw new Fault('There is no browser for the stories: install Chromium or Chrome, or set CHROMIUM_PATH to one.');
}
