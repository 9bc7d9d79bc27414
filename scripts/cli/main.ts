import '@/lib/reactions';
import { Command, CommanderError, InvalidArgumentError, type Option } from 'commander';
import { closePools } from '@/lib/core/db';
import { env, WrongSettings } from '@/lib/core/env';
import { fromDatabase, Refusal } from '@/lib/core/errors';
import { tlps } from '@/lib/formats/marking';
import { importAnnotations } from './annotations';
import { createAccount, disableAccount, endToken, linkAccount, makeToken, tellTokens } from './accounts';
import { archiveProject, unarchive } from './archive';
import { backup } from './backup';
import { exportProject, formatsListed } from './export';
import { importFiles } from './import';
import { restore } from './restore';
import { giveBack, tellTakenBack } from './taken-back';
import { Misuse, terminalSpeech } from './speech';
import { unusable } from './unusable';
import { verify } from './verify';
import { verifyFile } from './verify-file';

// The verbs of `npm run -s claimbench --`. Exit status: 0 done, 1 refused with the reason on standard error, 2 wrong usage.

const speech = terminalSpeech();
const CALL = process.env.CLAIMBENCH_CALLED ?? 'npm run -s claimbench --';
/** Shows a verb at work, below its options. */
const example = (...lines: string[]) => `\nFor example:\n${lines.map((line) => `  ${CALL} ${line}\n`).join('')}`;
const ABOUT = `
Works on the database that DATABASE_URL names, or else on the one that npm start keeps, whether the server runs or not.
Every command has a --help of its own with an example: ${CALL} token create --help
Exit status: 0 done; 1 refused, or faults were found; 2 wrong usage.
`;
/** Says of an option that it has to be there, and nothing of switches that are off. */
const optionWords = ({ description, mandatory, defaultValue }: Option): string =>
  `${description}${mandatory ? ' (required)' : ''}${defaultValue ? ` (else ${JSON.stringify(defaultValue)})` : ''}`;
const EMAIL = ['--email <address>', 'of the account'] as const;

function daysOf(typed: string): number {
  const days = Number(typed);
  if (!Number.isInteger(days) || days < 1 || days > 365) throw new InvalidArgumentError('From 1 to 365.');
  return days;
}

async function firstLine(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin) if ((text += String(chunk)).includes('\n')) break;
  return text.split(/\r?\n/)[0]!;
}

function userVerbs(program: Command) {
  const user = program.command('user').description('make accounts, let somebody in again, or in no more');
  user
    .command('create')
    .description('make an account; it signs in by a one-time link unless it is given a password')
    .requiredOption(...EMAIL)
    .requiredOption('--name <name>', 'as colleagues see it')
    .option('--password-stdin', 'read a password, 15 characters or more, from standard input')
    .addHelpText('after', example('user create --email ada@example.org --name "Ada"'))
    .action(async ({ email, name, passwordStdin }: { email: string; name: string; passwordStdin?: boolean }) =>
      createAccount({ email, name, ...(passwordStdin ? { password: await firstLine() } : {}) }, speech),
    );
  user
    .command('link')
    .description('a fresh one-time link to sign in')
    .requiredOption(...EMAIL)
    .addHelpText('after', example('user link --email ada@example.org'))
    .action((options: { email: string }) => linkAccount(options, speech));
  user
    .command('disable')
    .description('end sessions and tokens and let the account in no more')
    .requiredOption(...EMAIL)
    .addHelpText('after', example('user disable --email ada@example.org'))
    .action((options: { email: string }) => disableAccount(options, speech));
}

function tokenVerbs(program: Command) {
  const token = program.command('token').description('make, list and revoke access tokens for scripts');
  token
    .command('create')
    .description('make an access token; it is the last line')
    .requiredOption(...EMAIL)
    .option('--name <name>', 'what it is for', 'Command line')
    .option('--days <days>', 'until it ends', daysOf, 90)
    .option('--read-only', 'it may only read', false)
    .option('--project <projects...>', 'the only projects that it reaches, by id or name; else all of the account’s')
    .addHelpText('after', example('token create --email ada@example.org --days 30 --read-only --project "Harbour"'))
    .action((options: Parameters<typeof makeToken>[0]) => makeToken(options, speech));
  token
    .command('list')
    .description('the tokens of an account: id, name, what each may and reaches, when it ends, when it was used')
    .requiredOption(...EMAIL)
    .addHelpText('after', example('token list --email ada@example.org'))
    .action((options: { email: string }) => tellTokens(options, speech));
  token
    .command('revoke')
    .description('end a token at once')
    .argument('<token>', 'its id or its name')
    .requiredOption(...EMAIL)
    .addHelpText('after', example('token revoke "Nightly export" --email ada@example.org'))
    .action((name: string, { email }: { email: string }) => endToken({ email, token: name }, speech));
}

function archiveVerbs(program: Command) {
  program
    .command('archive')
    .description('write a whole project into a file, to move it or to keep it')
    .argument('<project>', 'its id or its name')
    .requiredOption('--out <file>', 'a file that does not exist yet')
    .option('--as <address>', 'the account that takes it; else whoever has led the project longest')
    .addHelpText('after', example('archive "Harbour" --out harbour.archive.jsonl'))
    .action((project: string, options: { out: string; as?: string }) =>
      archiveProject({ project, ...options }, speech),
    );
  program
    .command('unarchive')
    .description('bring a project in from its archive as a new one')
    .argument('<file>', 'made by archive, or fetched from the page of a project')
    .requiredOption('--as <address>', 'the account that brings it in and leads it')
    .option('--dry-run', 'say what would come and write nothing')
    .addHelpText('after', example('unarchive harbour.archive.jsonl --as ada@example.org --dry-run'))
    .action((file: string, options: { as: string; dryRun?: boolean }) => unarchive(file, options, speech));
  program
    .command('taken-back')
    .description('list the projects that were brought in and taken back; nothing of them is gone')
    .addHelpText('after', example('taken-back'))
    .action(() => tellTakenBack(speech));
  program
    .command('give-back')
    .description('give a project that was taken back to those who were its members')
    .argument('<project>', 'its id or its name')
    .option('--as <address>', 'the account in whose name; else whoever took it back')
    .addHelpText('after', example('give-back "Harbour"'))
    .action((project: string, options: { as?: string }) => giveBack(project, options, speech));
}

function keepingVerbs(program: Command) {
  program
    .command('export')
    .description('make an export of the approved claims, kept in the project, and write it to a file')
    .requiredOption('--project <project>', 'its id or its name')
    .requiredOption('--format <format>', `one of ${formatsListed}`)
    .requiredOption('--out <file>', 'a file that does not exist yet')
    .option('--as <address>', 'the account that exports; else whoever has led the project longest')
    .option(
      '--since <export>',
      'the id of an earlier export: only what is new or changed since, and what was withdrawn',
    )
    .option('--claim <ids...>', 'of the approved claims these alone, by id')
    .option('--ceiling <tlp>', `what is marked above it stays out: ${tlps.join(', ')}`)
    .option('--marking <tlp>', 'who may read the export, at least; it rises with what is in it')
    .addHelpText(
      'after',
      example(
        'export --project "Harbour" --format markdown --out harbour.md',
        'export --project "Harbour" --format json --ceiling green --out for-partners.json',
        'export --project "Harbour" --format claimreview --claim 0198c9a2-5d00-7000-8000-000000000001 --out review.jsonld',
      ),
    )
    .action((options: Parameters<typeof exportProject>[0]) => exportProject(options, speech));
  program
    .command('backup')
    .description('write the whole database as it is now into a file, while people work')
    .argument('<file>', 'a file that does not exist yet')
    .addHelpText('after', example('backup /safe/2026-11-28.backup'))
    .action(async (file: string) => void (await backup(env().DATABASE_URL, file, speech)));
  program
    .command('restore')
    .description('fill an empty database of the same version from a backup, and check it')
    .argument('<file>', 'made by backup')
    .addHelpText('after', example('restore /safe/2026-11-28.backup'))
    .action(async (file: string) => {
      if ((await restore(env().DATABASE_URL, file, speech)) > 0) process.exitCode = 1;
    });
}

type ImportOptions = { project: string; as?: string; encoding?: string; annotations?: boolean; dryRun?: boolean };

function checkingVerb(program: Command) {
  program
    .command('verify')
    .description('check the log, every quote, and the rules that the data keeps; or one export, without a database too')
    .argument('[file]', 'an export, its manifest, or a zip of both; without it the whole database is checked')
    .option('--key <key>', 'whose signature it has to have: a file with the public key, or its 43 signs')
    .option('--offline', 'look nothing up in a database', false)
    .addHelpText('after', example('verify', 'verify harbour.md --key claimbench-keys.json'))
    .action(async (file: string | undefined, { key, offline }: { key?: string; offline: boolean }) => {
      const url = offline ? null : process.env.DATABASE_URL || null;
      const faults = file
        ? await verifyFile(file, { url, ...(key ? { key } : {}) }, speech)
        : await verify(env().DATABASE_URL, speech);
      if (faults > 0) process.exitCode = 1;
    });
}

function verbs(): Command {
  const program = new Command('claimbench')
    .exitOverride()
    .showHelpAfterError()
    .configureHelp({ optionDescription: optionWords })
    .addHelpText('after', ABOUT);
  userVerbs(program);
  keepingVerbs(program);
  archiveVerbs(program);
  tokenVerbs(program);
  program
    .command('import')
    .description('bring in text, web pages, Markdown, PDF, DOCX and ZIP files of these as articles')
    .argument('<files...>', 'files and folders')
    .requiredOption('--project <project>', 'its id or its name')
    .option('--as <address>', 'the account that brings them in; else whoever has led the project longest')
    .option('--encoding <name>', 'of texts that are not UTF-8, windows-1251 say; else it is guessed')
    .option('--annotations', 'the files are annotations of another tool: doccano, Label Studio, brat and others')
    .option('--dry-run', 'with --annotations: say what would come and write nothing')
    .addHelpText(
      'after',
      example(
        'import reports/ minutes.docx --project "Harbour" --as ada@example.org',
        'import labels.jsonl --annotations --dry-run --project "Harbour"',
      ),
    )
    .action(async (files: string[], options: ImportOptions) => {
      if (options.annotations) return importAnnotations(files, options, speech);
      if (options.dryRun) throw new Misuse('--dry-run goes with --annotations.');
      if ((await importFiles(files, options, speech)) > 0) process.exitCode = 1;
    });
  checkingVerb(program);
  return program;
}

function statusOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Misuse) {
    speech.warn(error.message);
    return 2;
  }
  if (error instanceof WrongSettings) {
    speech.warn(`The settings of the server are needed here too, in the environment or a file .env.\n${error.message}`);
    return 2;
  }
  const refusal = error instanceof Refusal ? error : fromDatabase(error);
  const words = refusal?.message ?? unusable(error, process.env.DATABASE_URL ?? '');
  speech.warn(words ?? `Something went wrong: ${(error as Error).stack ?? String(error)}`);
  return 1;
}

try {
  await verbs().parseAsync();
} catch (error) {
  process.exitCode = statusOf(error);
} finally {
  await closePools();
}
