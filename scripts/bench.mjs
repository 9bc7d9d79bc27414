// `npm run bench`: what the product costs, against floors measured in the same run. `npm run bench -- reader` takes one row. Builds when
// the build is older than the sources.
// A missed target is printed as missed; only a measurement that could not be taken ends with 1.
import path from 'node:path';
import './node-version.mjs';
import { prepareBuild, prepareTools } from './preparing.mjs';
import { root, signalAll, start } from './run.mjs';
import { complain, step } from './steps.mjs';

const measure = (browser) =>
  new Promise((resolve, reject) => {
    const args = ['--import', 'tsx', path.join(root, 'bench', 'run.ts'), ...process.argv.slice(2)];
    const child = start(args, { env: { CHROMIUM_PATH: browser } });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });

async function main() {
  await prepareTools(step);
  await step('Production build', prepareBuild);
  const { findBrowser } = await import('./browser.mjs');
  const browser = await step('Browser', findBrowser);
  return measure(browser);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    signalAll(signal);
    process.exitCode = 130;
  });
try {
  process.exitCode = await main();
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
