// `npm test`: everything that must hold, one named step after another; a failed step does not keep the others from running. The last
// line says how many checks and tests passed and failed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import './node-version.mjs';
import { prepareBuild, prepareTools } from './preparing.mjs';
import { collect, root, signalAll } from './run.mjs';
import { complain, step, uncoloured } from './steps.mjs';
import { fromPlaywright, fromVitest, lastLine, one, sum } from './tally.mjs';

const tool = (...parts) => path.join(root, 'node_modules', ...parts);
const tools = {
  prettier: tool('prettier', 'bin', 'prettier.cjs'),
  eslint: tool('eslint', 'bin', 'eslint.js'),
  next: tool('next', 'dist', 'bin', 'next'),
  tsc: tool('typescript', 'bin', 'tsc'),
  knip: tool('knip', 'bin', 'knip.js'),
  prisma: tool('prisma', 'build', 'index.js'),
  vitest: tool('vitest', 'vitest.mjs'),
  playwright: tool('@playwright', 'test', 'cli.js'),
};
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'claimbench-test-'));
const tallies = [];

/** Prints what went wrong, each problem cut to what can be read. */
function report(problems) {
  for (const problem of problems) {
    const lines = uncoloured(problem).trim().split('\n');
    console.log(`${lines.slice(0, 60).join('\n').replace(/^/gm, '  ')}\n`);
  }
}

/** One step that is counted: `work` answers a tally; a fault in it counts as one failure. */
async function counted(name, work) {
  const tally = await step(name, async (say) => {
    try {
      return await work(say);
    } catch (error) {
      return one(
        false,
        [error.detail, error.message, error.detail === undefined && error.stack].filter(Boolean).join('\n'),
      );
    }
  });
  if (tally.failed) console.log(`  FAILED: ${name}`);
  report(tally.problems);
  tallies.push(tally);
}

/** A check that is one or several programs: it holds when all of them end with 0. */
const check = (name, ...commands) =>
  counted(name, async (say) => {
    for (const args of commands) {
      const { status, tail } = await collect(args, { onLine: say });
      if (status !== 0) return one(false, tail);
    }
    return one(true);
  });

const readReport = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null);

/** A run of tests whose own counts are taken over. */
const tests = (name, args, file, read, env = {}) =>
  counted(name, async (say) => {
    const { status, tail } = await collect(args, { env, onLine: say });
    const found = readReport(file);
    const tally = read(found, status === 0);
    return found ? tally : { ...tally, problems: [tail] };
  });

/** The migrations make exactly what the models describe. */
const drift = (admin) => {
  const compare = ['--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/models', '--exit-code'];
  return counted('Migrations match the models', async (say) => {
    const { status, tail } = await collect([tools.prisma, 'migrate', 'diff', ...compare], {
      env: { DATABASE_URL: admin },
      onLine: say,
    });
    return one(status === 0, status === 0 ? '' : tail);
  });
};

async function databaseTests() {
  const { openTestServer } = await import('./test-database.mjs');
  let server;
  await counted('Test database', async () => {
    server = await openTestServer();
    return one(true);
  });
  if (!server) return;
  try {
    process.env.CLAIMBENCH_TEST_DATABASE = server.admin;
    await drift(server.admin);
    const file = path.join(reports, 'vitest.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    await tests('Unit and database tests', [tools.vitest, 'run', ...reporters], file, fromVitest);
    await stories();
  } finally {
    await server.leave();
  }
}

async function stories() {
  await counted('Production build', async (say) => {
    if (!(await prepareBuild(say))) say('unchanged');
    return one(true);
  });
  const { findBrowser } = await import('./browser.mjs');
  let browser;
  await counted('Browser for the stories', async (say) => {
    browser = await findBrowser(say);
    return one(true);
  });
  const file = path.join(reports, 'playwright.json');
  const env = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  if (browser)
    await tests('Browser stories', [tools.playwright, 'test', '--reporter=line,json'], file, fromPlaywright, env);
}

async function main() {
  await prepareTools(step);
  await check('Formatting', [tools.prettier, '--check', '--log-level', 'warn', '.']);
  await check('Lint', [tools.eslint, '--max-warnings', '0', '.']);
  await check('Types', [tools.next, 'typegen'], [tools.tsc, '--noEmit']);
  await check('Dead code', [tools.knip, '--no-progress']);
  await databaseTests();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    signalAll('SIGKILL');
    process.exitCode = 130;
  });
try {
  await main();
} catch (error) {
  complain(error);
  tallies.push(one(false));
} finally {
  fs.rmSync(reports, { recursive: true, force: true });
}
const total = sum(tallies);
console.log(`\n${lastLine(total)}`);
process.exit(total.failed ? 1 : process.exitCode);
