import { describe, expect, it } from 'vitest';
import { houseWith } from './architecture.fixtures';
import * as plan from './architecture.plan';
import { at, circlesOf, imports, isCode, ours, type Page, readHouse, type Rule, shipped } from './architecture.source';

const { isTest, kindOf, levelOf, rank, roomOf } = plan;

// The house, as rules: where files stand, who may import whom, what is done in one place only. architecture.plan.ts names
// the rooms and the kinds of file, docs/architecture.md draws them, and each rule below comes with faults that it must
// report. There is no list of exceptions: a rule that stands in the way is changed here, with a record in docs/decisions.

const isGenerated = (path: string | undefined) => path?.startsWith('prisma/generated/');

const places: Rule[] = [
  {
    rule: 'the top level is a closed list of folders',
    check: (house) => {
      const closed = ['app', 'components', 'lib', 'prisma', 'e2e', 'docs', 'bench', 'scripts', 'clients'];
      return [...house.keys()].filter((path) => /^[^./][^/]*\//.test(path) && !closed.includes(path.split('/')[0]!));
    },
    faults: [{ 'src/claim.ts': '' }, { 'server/README.md': '' }],
  },
  {
    rule: 'lib/ holds permissions, events, reactions, these rules, and folders from the lists above',
    check: (house) => {
      const folders = [...plan.ROOMS.flat(), ...plan.PURE_FOLDERS, ...plan.CARRIERS].join('|');
      const closed = RegExp(`^lib/((permissions|events|reactions)(\\.test)?\\.ts$|architecture\\.|(${folders})/)`);
      return [...house.keys()].filter((path) => path.startsWith('lib/') && !closed.test(path));
    },
    faults: [{ 'lib/claim.ts': '' }, { 'lib/tags/tag.ts': '' }, { 'lib/services/claims.ts': '' }],
  },
  {
    rule: 'in a folder of lib/ only core and api name their files in advance; a role that outgrows its file is a folder, one verb a file',
    check: (house) => {
      const inside = RegExp(
        `^lib/(core/(${plan.CORE.join('|')})|api/(${plan.API.join('|')})|(?!core/|api/)\\w+/([\\w-]+|(${plan.ROLES.join('|')})/[\\w-]+))(\\.test|\\.fixtures)?\\.ts$`,
      );
      return [...house.keys()].filter((path) => /^lib\/\w+\//.test(path) && !inside.test(path));
    },
    faults: [
      { 'lib/core/strings.ts': '' },
      { 'lib/claims/models/claim.ts': '' },
      { 'lib/claims/card.tsx': '' },
      { 'lib/api/claims.ts': '' },
    ],
  },
  {
    rule: 'a component file is kebab-case and exports one component; beside it stand use-….ts, ….worker.ts and plain .ts without React',
    check: (house) =>
      ours(house).flatMap(({ path, components, imports }) => {
        if (!path.startsWith('components/') || isTest(path)) return [];
        if (!/^components\/[a-z-]+\/[a-z0-9-]+(\.worker)?\.tsx?$/.test(path))
          return [`${path} is not components/<noun>/<kebab-case>.tsx`];
        const name = path.split('/')[2]!;
        if (name.endsWith('.tsx'))
          return components.length === 1
            ? []
            : [`${path} exports ${components.length} components: ${components.join(', ')}`];
        const reacts = imports.some(
          (one) => /^(react|react-dom|@tanstack\/react-query)$/.test(one.package ?? '') && !one.typeOnly,
        );
        return reacts && !name.startsWith('use-')
          ? [`${path} uses React: it is a component (.tsx) or a hook (use-….ts)`]
          : [];
      }),
    faults: [
      { 'components/claims/two-cards.tsx': 'export function OneCard() {}\nexport const OtherCard = () => null;' },
      { 'components/claims/no-card.tsx': 'export const useCard = () => 1;' },
      { 'components/claims/ClaimList.tsx': 'export function ClaimList() {}' },
      { 'components/claims/parts/claim-row.tsx': 'export function ClaimRow() {}' },
      { 'components/claims/selection.ts': `import { useState } from 'react';\nexport const selection = useState;` },
    ],
  },
  {
    rule: 'app/ holds the names that Next.js gives, nothing else, and a page is at most 80 lines: everything seen is a component',
    check: (house) => {
      const given =
        /\/(page|layout|template|default|loading|error|global-error|not-found|icon|apple-icon|opengraph-image|manifest|robots)\.tsx?$|\/route\.ts$|\/globals\.css$|\.(ico|svg|png|webmanifest)$/;
      const strangers = [...house.keys()].filter((path) => path.startsWith('app/') && !given.test(path));
      const long = ours(house).filter(({ path, lines }) => /^app\/.*page\.tsx$/.test(path) && lines > 80);
      return [...strangers, ...long.map(({ path, lines }) => `${path} has ${lines} lines`)];
    },
    faults: [{ 'app/providers.tsx': '' }, { 'app/claims/page.tsx': '\n'.repeat(81) }],
  },
  {
    rule: 'files and folders are kebab-case, and none is called utils, helpers, misc, common, types or index',
    check: (house) =>
      [...house.keys()].filter((path) => {
        if (
          !/^(app|components|lib|scripts|e2e|bench|prisma\/seed)\//.test(path) ||
          !(isCode(path) || path.endsWith('.css'))
        )
          return false;
        const parts = path.split('/');
        const nameless = parts.some((part) => /^_?(utils?|helpers?|misc|common|types|index)(\.|$)/.test(part));
        return nameless || !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+){1,2}$/.test(parts.at(-1)!);
      }),
    faults: [
      { 'lib/claims/utils.ts': '' },
      { 'components/types/card.tsx': '' },
      { 'e2e/support/index.ts': '' },
      { 'scripts/startServer.mjs': '' },
    ],
  },
  {
    rule: 'no file is over 350 lines, and the drawing of the house not over 150',
    check: (house) =>
      [...house].flatMap(([path, source]) => {
        const lines = source.replace(/\n$/, '').split('\n').length;
        return lines > (path === 'docs/architecture.md' ? 150 : 350) ? [`${path} has ${lines} lines`] : [];
      }),
    faults: [
      { 'lib/claims/queries.ts': '\n'.repeat(351) },
      { 'app/globals.css': 'a{}\n'.repeat(351) },
      { 'docs/architecture.md': '\n'.repeat(151) },
    ],
  },
];

const directions: Rule[] = [
  {
    rule: 'a file imports only kinds of file below its own, types included; a command never calls a command',
    check: (house) =>
      shipped(house).flatMap((page) => {
        const kind = kindOf(page.path);
        // Components and the browser's client have rules of their own, further down.
        if (kind === 'components' || page.path === 'lib/api/client.ts') return [];
        const beside = plan.KINDS[rank(kind)]?.beside;
        const complaints = imports(page, ({ path, typeOnly }) => {
          if (path === undefined || !isCode(path) || (isGenerated(path) && typeOnly)) return false;
          const target = kindOf(path);
          const allowed = rank(target) < rank(kind) || (target === kind && beside);
          return !allowed && `(${kind}) imports ${path} (${target})`;
        });
        return [...complaints, ...at(page, page.commandCalls, 'calls a command')];
      }),
    faults: [
      { 'lib/claims/claim.ts': `import { may } from '@/lib/permissions';` },
      { 'lib/events.ts': `import type { Db } from './core/context';` },
      { 'lib/core/command.ts': `import '@/lib/reactions';` },
      { 'lib/auth/actor.ts': `import { findMember } from '@/lib/members/queries';` },
      { 'lib/articles/queries.ts': `export { touchArticle } from './steps';` },
      { 'lib/articles/steps.ts': `const verb = await import('./commands');` },
      { 'lib/highlights/commands.ts': `import { saveClaim } from '@/lib/claims/commands/save-claim';` },
      { 'lib/claims/commands/open-claim.ts': `import { saveClaim } from './save-claim';` },
      { 'lib/claims/commands.ts': `const add = command({}, 1);\nexport const addTwo = command({}, () => add());` },
      { 'lib/highlights/api.ts': `import { reactions } from '@/lib/reactions';` },
      { 'lib/api/routes.ts': `import Page from '@/app/layout';` },
      { 'lib/live/stream.ts': `type Claims = import('@/lib/claims/api').Claims;` },
    ],
  },
  {
    rule: 'a room imports only rooms above it; what follows in a room below goes through reactions.ts',
    check: (house) =>
      shipped(house).flatMap((page) => {
        const level = levelOf(roomOf(page.path));
        return imports(page, ({ path = '' }) => {
          const target = levelOf(roomOf(path));
          const own = roomOf(path) === roomOf(page.path);
          return !own && level >= 0 && target >= level && `imports ${path}, which is not above it`;
        });
      }),
    faults: [
      { 'lib/claims/queries.ts': `import { listHighlights } from '@/lib/highlights/queries';` },
      { 'lib/articles/article.ts': `import type { Entity } from '@/lib/entities/entity';` },
      { 'lib/reviews/steps.ts': `import { manifest } from '../exports/export';` },
    ],
  },
  {
    rule: 'a pure file runs anywhere: no database, no framework, nothing of Node',
    check: (house) =>
      shipped(house).flatMap((page) =>
        ['pure', 'rules'].includes(kindOf(page.path))
          ? imports(page, ({ package: name = '', path, typeOnly }) => {
              if (isGenerated(path)) return !typeOnly && `imports ${path}`;
              return (
                name !== '' &&
                !plan.RUNS_ANYWHERE.some((one) => name === one || name.startsWith(`${one}/`)) &&
                `imports ${name}`
              );
            })
          : [],
      ),
    faults: [
      { 'lib/claims/claim.ts': `import { ClaimStatus } from '@/prisma/generated/client';` },
      { 'lib/anchoring/pin.ts': `import { createHash } from 'node:crypto';` },
      { 'lib/claims/archive.ts': `import { cache } from 'react';` },
    ],
  },
  {
    rule: 'components import only the typed client, pure files, permissions, events and other components; the client brings nothing of the server along',
    check: (house) =>
      shipped(house).flatMap((page) => {
        const client = page.path === 'lib/api/client.ts';
        if (!client && kindOf(page.path) !== 'components') return [];
        return imports(page, ({ path, package: name = '', typeOnly }) => {
          if (path === undefined) return plan.SERVER_ONLY.test(name) && !(client && typeOnly) && `imports ${name}`;
          if (!isCode(path) || path === 'lib/api/client.ts' || ['pure', 'rules'].includes(kindOf(path))) return false;
          return !(client ? typeOnly : kindOf(path) === 'components') && `imports ${path} (${kindOf(path)})`;
        });
      }),
    faults: [
      {
        'components/claims/claim-card.tsx': `import type { findClaim } from '@/lib/claims/queries';\nexport const ClaimCard = 1;`,
      },
      { 'components/claims/claim-card.tsx': `import { saveClaim } from '@/lib/claims/commands/save-claim';` },
      { 'components/claims/use-claims.ts': `import type { Claim } from '@/prisma/generated/client';` },
      { 'components/claims/use-claims.ts': `import { headers } from 'next/headers';` },
      { 'components/claims/use-claims.ts': `new Worker(new URL('../../lib/core/db.ts', import.meta.url));` },
      { 'components/ui/button.tsx': `import Layout from '@/app/layout';` },
      { 'lib/api/client.ts': `import { endpoints } from './routes';` },
    ],
  },
  {
    rule: 'app/ reads through queries and writes through the plan.API: it imports no command, no step and no SQL',
    check: (house) =>
      shipped(house).flatMap((page) =>
        page.path.startsWith('app/')
          ? imports(page, ({ path = '', package: name = '' }) => {
              const behind =
                ['commands', 'steps'].includes(kindOf(path)) ||
                isGenerated(path) ||
                /^(pg|postgres|@prisma\/.*)$/.test(name);
              return behind && `imports ${path || name}`;
            })
          : [],
      ),
    faults: [
      { 'app/(workbench)/claims/page.tsx': `import { saveHighlight } from '@/lib/highlights/commands';` },
      { 'app/api/health/route.ts': `import { Pool } from 'pg';` },
    ],
  },
  {
    rule: 'what is shipped imports no tests',
    check: (house) =>
      shipped(house).flatMap((page) => imports(page, ({ path = '' }) => isTest(path) && `imports ${path}`)),
    faults: [
      { 'lib/claims/queries.ts': `import { houseWith } from '@/lib/architecture.fixtures';` },
      { 'lib/live/shutdown.ts': `import { setUp } from '@/lib/core/testing';` },
    ],
  },
  {
    rule: 'no imports run in a circle',
    check: (house) => circlesOf(house).map((circle) => [...circle, circle[0]].join(' → ')),
    faults: [
      {
        'lib/claims/claim.ts': `import './likelihood';`,
        'lib/claims/likelihood.ts': `import type { Status } from './claim';`,
      },
      { 'components/ui/button.tsx': `const Card = import('@/components/claims/claim-card');` },
      { 'lib/claims/likelihood.ts': `export * from './likelihood';` },
    ],
  },
  {
    rule: 'no barrels: no file only passes on what others export, and nothing exports everything of another',
    check: (house) =>
      ours(house).flatMap((page) => [
        ...(page.onlyReExports ? [page.path] : []),
        ...at(page, page.exportsEverything, 'exports everything'),
      ]),
    faults: [
      { 'lib/claims/public.ts': `export { bands } from './likelihood';` },
      { 'lib/claims/public.ts': `import { bands } from './likelihood';\nexport { bands };` },
      { 'lib/claims/claim.ts': `export * from './likelihood';\nexport const own = 1;` },
    ],
  },
];

/** Rules of the form "this is done there and nowhere else". */
const onlyIn = (rule: string, where: RegExp, marks: (page: Page) => number[], faults: Rule['faults']): Rule => ({
  rule,
  check: (house) =>
    shipped(house).flatMap((page) => (where.test(page.path) ? [] : at(page, marks(page), 'does what it may not'))),
  faults,
});
const NOWHERE = /^$/;
const NOT_A_QUERY = /^(?!lib\/\w+\/queries(\.ts$|\/))/;
const singlePlaces: Rule[] = [
  onlyIn('a transaction is opened in lib/core/db.ts only', /^lib\/core\/db\.ts$/, (page) => page.transactions, [
    { 'lib/claims/commands.ts': `db.$transaction([]);` },
    { 'prisma/seed/run.ts': `const { $transaction } = db;` },
    { 'app/layout.tsx': `db['$transaction']([]);` },
  ]),
  onlyIn(
    'the environment is read in lib/core/env.ts only, but for NODE_ENV and NEXT_RUNTIME',
    /^(lib\/core\/env\.ts$|(?!lib|app|components))/,
    (page) => page.environment,
    [
      { 'lib/auth/actor.ts': `const secret = process.env.AUTH_SECRET;` },
      { 'app/layout.tsx': `const { PORT } = globalThis.process.env;` },
      { 'components/ui/button.tsx': `const { env } = process;` },
      { 'lib/core/db.ts': `import { env } from 'node:process';` },
    ],
  ),
  onlyIn('there are no Server Actions: REST is the only door for writes', NOWHERE, (page) => page.serverActions, [
    { 'lib/claims/commands.ts': `'use server';\nexport const x = 1;` },
    { 'app/layout.tsx': `export default function Layout() { async function save() { 'use server'; } return save; }` },
  ]),
  onlyIn('who is asking is answered by actorFrom, never by getServerSession', NOWHERE, (page) => page.serverSessions, [
    { 'app/layout.tsx': `import { getServerSession } from 'next-auth';` },
  ]),
  onlyIn(
    'queries read tags, assessments, reviews, threads and events through visible(ctx)',
    NOT_A_QUERY,
    (page) => page.openReads,
    [
      { 'lib/claims/queries.ts': `export const countTags = (ctx) => ctx.db.tag.count({ where: { claimId: 1 } });` },
      {
        'lib/claims/queries.ts': `const all = (ctx) => visible(ctx);\nexport async function f({ db }) { return db.event.findMany(); }`,
      },
    ],
  ),
  onlyIn('pages are refreshed by the event stream, never by router.refresh', NOWHERE, (page) => page.routerRefreshes, [
    { 'components/ui/button.tsx': `const router = useRouter();\nrouter.refresh();` },
    { 'components/claims/use-claims.ts': `useRouter().refresh();` },
  ]),
];

const house = readHouse(process.cwd());
const clean = houseWith();

describe.each([...places, ...directions, ...singlePlaces])('$rule', ({ check, faults }) => {
  // The first of them reads every file.
  it('holds', () => expect(check(house)).toEqual([]), 120_000);

  it('has nothing to say about a clean house', () => expect(check(clean)).toEqual([]));

  it.each(faults.map((fault) => [Object.keys(fault)[0]!, fault] as const))('reports %s', (path, fault) => {
    const complaints = check(houseWith(fault));
    expect(complaints).not.toEqual([]);
    for (const complaint of complaints) expect(complaint).toContain(path);
  });
});

it('knows the kind of every file that we write, and has met each kind', () => {
  const kinds = ours(clean).map(({ path }) => kindOf(path));
  expect([...new Set(kinds)].sort()).toEqual([...new Set(plan.KINDS.map(({ kind }) => kind))].sort());
  expect(
    shipped(house)
      .map(({ path }) => path)
      .filter((path) => kindOf(path) === 'unknown'),
  ).toEqual([]);
  expect(ours(house).length).toBeGreaterThan(20);
});
