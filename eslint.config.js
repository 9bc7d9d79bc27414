import nextVitals from 'eslint-config-next/core-web-vitals';
import nextTypescript from 'eslint-config-next/typescript';
import prettier from 'eslint-config-prettier/flat';

// lib/architecture.test.ts is the law of the house; what a single file shows is said here too, in the editor.

const CODE = ['**/*.{ts,tsx,js,mjs}'];
const TESTS = [
  '**/*.{test,spec,fixtures}.{ts,tsx}',
  'lib/architecture.*.ts',
  'lib/core/testing.ts',
  'e2e/**',
  'bench/**',
];

const call = (name) => `CallExpression[callee.property.name='${name}']`;
const everywhere = [
  {
    selector: 'MemberExpression[property.name=/^(\\$queryRawUnsafe|\\$executeRawUnsafe)$/]',
    message: 'Raw SQL takes its values as parameters: $queryRaw`…` or $executeRaw`…`.',
  },
  {
    selector: "MemberExpression[object.name=/router$/i][property.name='refresh']",
    message: 'The event stream refreshes pages: invalidate the keys of the query instead.',
  },
];
const html = [
  {
    selector:
      "JSXAttribute[name.name='dangerouslySetInnerHTML'], Property[key.name='dangerouslySetInnerHTML'], AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/], CallExpression[callee.property.name='insertAdjacentHTML']",
    message: 'Text reaches the page through text nodes and React only.',
  },
];
const outsideWords = [
  {
    selector:
      "CallExpression[callee.object.name='z'][callee.property.name='string'], CallExpression[callee.object.property.name='coerce'][callee.property.name='string']",
    message:
      'Strings come in through words(), wordsOrBlank() or exactText() of lib/core/words.ts: no NUL, no lone surrogate, a limit.',
  },
  {
    selector: call('int'),
    message: 'Integers come in through whole() of lib/core/words.ts, or z.int32(): 2^40 does not fit a column.',
  },
];

/** What files of a zone may not import, as patterns of gitignore. */
const zone = (files, message, ...group) => ({
  files,
  ignores: TESTS,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: [
          {
            name: 'next-auth',
            importNames: ['getServerSession'],
            message: 'actorFrom() of lib/auth/actor.ts answers who is asking.',
          },
        ],
        patterns: [{ group, message }],
      },
    ],
  },
});
/** How many lines a function may have, without blanks and comments. */
const longest = (max, files) => ({
  files,
  ignores: TESTS,
  rules: { 'max-lines-per-function': ['error', { max, skipBlankLines: true, skipComments: true }] },
});
const ABOVE = ['@/app/**', '@/components/**', '@/scripts/**', '@/e2e/**', '@/bench/**', '@/prisma/seed/**'];
const DOORS = ['**/api', '**/jobs', '**/reactions', '**/api/routes', '**/jobs/*'];
const SERVER = [
  '@/lib/core/*',
  '!@/lib/core/words',
  '!@/lib/core/errors',
  '@/lib/auth/**',
  '@/lib/live/**',
  '@/prisma/**',
];

export default [
  {
    ignores: [
      'prisma/generated/',
      '.next/',
      '.data/',
      'next-env.d.ts',
      'test-results/',
      'playwright-report/',
      'coverage/',
      'clients/typescript/operations.ts',
    ],
  },
  { linterOptions: { noInlineConfig: true } },
  ...nextVitals,
  ...nextTypescript,
  {
    files: CODE,
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-unused-expressions': 'error',
      'no-restricted-syntax': ['error', ...everywhere, ...html, ...outsideWords],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      // `import('…')` as a type stays allowed: it is how a test types what it loads late.
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { disallowTypeAnnotations: false, fixStyle: 'inline-type-imports' },
      ],
    },
  },

  zone(['lib/**'], 'lib/ knows nothing of pages, components and scripts.', ...ABOVE),
  zone(
    ['lib/*/queries.ts', 'lib/*/queries/**'],
    'A query only reads.',
    ...ABOVE,
    ...DOORS,
    '**/steps',
    '**/steps/*',
    '**/commands',
    '**/commands/*',
  ),
  zone(
    ['lib/*/steps.ts', 'lib/*/steps/**'],
    'A step is called by commands.',
    ...ABOVE,
    ...DOORS,
    '**/commands',
    '**/commands/*',
  ),
  zone(
    ['lib/*/commands.ts', 'lib/*/commands/**'],
    'A command calls steps, never a command.',
    ...ABOVE,
    ...DOORS,
    '**/commands',
    '**/commands/*',
  ),
  zone(
    ['components/**'],
    'Components import the typed client, pure files, permissions, events and other components.',
    '@/app/**',
    '**/queries',
    '**/steps',
    '**/commands',
    '@/lib/*/api',
    '**/reactions',
    '@/lib/api/*',
    '!@/lib/api/client',
    '!@/lib/api/openapi',
    ...SERVER,
  ),
  zone(
    ['app/**'],
    'Pages read through queries; writes go through the API.',
    '**/steps',
    '**/steps/*',
    '**/commands',
    '**/commands/*',
    '@/prisma/**',
    'pg',
    'postgres',
  ),

  longest(50, ['**/*.{ts,js,mjs}']),
  // Most of a component is markup.
  longest(80, ['**/*.tsx']),
  { files: ['lib/core/words.ts'], rules: { 'no-restricted-syntax': ['error', ...everywhere, ...html] } },
  // The script that sets the colours before the first paint; it carries the nonce.
  { files: ['app/layout.tsx'], rules: { 'no-restricted-syntax': ['error', ...everywhere, ...outsideWords] } },
  // Tests may take a shape apart with plain zod, and hand a broken value in.
  { files: TESTS, rules: { 'no-restricted-syntax': ['error', ...html] } },
  // Playwright's fixtures call a function named `use`, which is no hook.
  { files: ['e2e/**'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
  { files: ['*.config.{js,mjs,ts}'], rules: { 'import/no-anonymous-default-export': 'off' } },
  prettier,
];
