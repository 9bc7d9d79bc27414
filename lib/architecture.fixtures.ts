// A small house in which every rule of architecture.test.ts holds: one file of each kind, importing what its kind may.
// The faults in architecture.test.ts are laid over it, one at a time.

const home: Record<string, string> = {
  'package.json': '',
  'README.md': '',
  '.ci/run': '',
  'docs/architecture.md': '',
  'prisma/models/claim.prisma': '',
  'prisma/generated/client.ts': `export const PrismaClient = 1;`,
  'next.config.js': `export default { poweredByHeader: false };`,
  'instrumentation.ts': `export async function register() { if (process.env.NEXT_RUNTIME === 'nodejs') await import('./lib/live/shutdown'); }`,

  'lib/core/words.ts': `import { z } from 'zod';\nexport const words = (max: number) => z.string().max(max);`,
  'lib/core/errors.ts': `export class Refusal extends Error {}`,
  'lib/core/env.ts': `import { words } from './words';\nexport const env = () => words(2000).parse(process.env.DATABASE_URL);`,
  'lib/core/db.ts': `import { PrismaClient } from '@/prisma/generated/client';\nimport { env } from './env';\nexport const write = (fn: unknown) => new PrismaClient(env()).$transaction(fn);`,
  'lib/core/command.ts': `import { authorize } from '@/lib/permissions';\nimport { write } from './db';\nexport const command = (rule: unknown, run: unknown) => write([authorize, rule, run]);`,
  'lib/core/context.ts': `import type { Prisma } from '@/prisma/generated/client';\nexport type Db = Prisma.TransactionClient;`,
  'lib/auth/actor.ts': `import { decode } from 'next-auth/jwt';\nimport { env } from '@/lib/core/env';\nexport const actorFrom = () => decode(env());`,
  'lib/permissions.ts': `import { Refusal } from './core/errors';\nexport const authorize = () => { throw new Refusal(); };`,
  'lib/events.ts': `export type Event = { type: 'claim.approved' };`,
  'lib/anchoring/pin.ts': `import search from 'approx-string-match';\nexport const pin = search;`,

  'lib/articles/article.ts': `import { words } from '@/lib/core/words';\nexport const article = words(200);`,
  'lib/articles/queries.ts': `import type { Db } from '@/lib/core/context';\nexport const findArticle = (db: Db) => db.article;`,
  'lib/articles/steps.ts': `import { findArticle } from './queries';\nexport const touchArticle = findArticle;`,
  'lib/claims/claim.ts': `import type { Claim } from '@/prisma/generated/client';\nexport type Status = Claim['status'];`,
  'lib/claims/likelihood.ts': `/** Bounds in per cent. */\nexport const bands = [1, 99];`,
  'lib/claims/queries.ts': `export const findClaim = () => 1;`,
  'lib/claims/commands/save-claim.ts': `import { command } from '@/lib/core/command';\nexport const saveClaim = command({}, 1);`,
  'lib/highlights/highlight.ts': `import type { Status } from '@/lib/claims/claim';\nexport type Highlight = { status: Status };`,
  'lib/highlights/queries.ts': `import { findClaim } from '@/lib/claims/queries';\nexport const listHighlights = findClaim;`,
  'lib/highlights/steps.ts': `import { touchArticle } from '@/lib/articles/steps';\nexport const moveHighlights = touchArticle;`,
  'lib/highlights/commands.ts': `import { command } from '@/lib/core/command';\nimport { moveHighlights } from './steps';\nexport const saveHighlight = command({ verb: 'highlight.save' }, moveHighlights);\nexport const other = () => 1;`,
  'lib/highlights/commands.test.ts': `import { saveClaim } from '@/lib/claims/commands/save-claim';\nimport { saveHighlight } from './commands';\nsaveHighlight(saveClaim(process.env.DATABASE_URL));`,
  'lib/highlights/api.ts': `import { saveHighlight } from './commands';\nexport const highlightEndpoints = { saveHighlight };`,
  'lib/reactions.ts': `import { moveHighlights } from '@/lib/highlights/steps';\nexport const reactions = { 'article.revised': moveHighlights };`,
  'lib/api/endpoint.ts': `export type Endpoint = { method: string };`,
  'lib/api/routes.ts': `import '@/lib/reactions';\nimport { highlightEndpoints } from '@/lib/highlights/api';\nexport const endpoints = { ...highlightEndpoints };`,
  'lib/api/client.ts': `import type { endpoints } from './routes';\nexport const api = (name: keyof typeof endpoints) => fetch(name);`,
  'lib/live/shutdown.ts': `export const start = () => process.once('SIGTERM', () => 0);`,

  'components/ui/button.tsx': `export type Look = 'plain';\nexport const SIZES = [1];\nexport function Button() { return <button />; }`,
  'components/claims/use-claims.ts': `import { useQuery } from '@tanstack/react-query';\nimport { api } from '@/lib/api/client';\nexport const useClaims = () => useQuery({ queryFn: () => api('saveHighlight') });`,
  'components/claims/claim-card.tsx': `'use client';\nimport { Button } from '@/components/ui/button';\nimport { bands } from '@/lib/claims/likelihood';\nimport { may } from '@/lib/permissions';\nimport { useClaims } from './use-claims';\nexport function ClaimCard() { useClaims(); return <Button>{may(bands)}</Button>; }`,
  'components/claims/match.worker.ts': `import { pin } from '@/lib/anchoring/pin';\nonmessage = () => pin;`,
  'components/live/invalidate.ts': `import type { Event } from '@/lib/events';\nexport const keysOf = (event: Event) => [event.type];`,

  'app/layout.tsx': `import './globals.css';\nexport default function Layout() { return process.env.NODE_ENV; }`,
  'app/globals.css': `body { margin: 0 }`,
  'app/(workbench)/claims/page.tsx': `import { ClaimCard } from '@/components/claims/claim-card';\nimport { actorFrom } from '@/lib/auth/actor';\nimport { findClaim } from '@/lib/claims/queries';\nexport default function Page() { return <ClaimCard claim={findClaim(actorFrom())} />; }`,
  'app/api/v1/[[...path]]/route.ts': `import { handle } from 'hono/vercel';\nimport { endpoints } from '@/lib/api/routes';\nconst door = handle(endpoints);\nexport { door as GET };`,

  'scripts/start.mjs': `import { spawn } from 'node:child_process';\nspawn('next', { env: process.env });`,
  'scripts/cli/import.ts': `import { saveHighlight } from '@/lib/highlights/commands';\nsaveHighlight();`,
  'prisma/seed/run.ts': `import { saveHighlight } from '@/lib/highlights/commands';\nsaveHighlight();`,
  'e2e/stories/first-steps.spec.ts': `import { test } from '@playwright/test';\nimport { signIn } from '../support/sign-in';\ntest('x', signIn);`,
  'e2e/support/sign-in.ts': `export const signIn = () => 1;`,
  'bench/run.ts': `import { signIn } from '@/e2e/support/sign-in';\nsignIn();`,
};

/** The clean house, with some files changed or added. */
export const houseWith = (changes: Record<string, string> = {}) => new Map(Object.entries({ ...home, ...changes }));
