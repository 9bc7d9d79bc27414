import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    environment: 'node',
    include: ['{app,components,lib,prisma,scripts,bench}/**/*.test.{ts,tsx}'],
    // A thread begins sooner than a process: a quarter of the processor's time, over all files.
    pool: 'threads',
    // One more than by default: on two cores, that would be one test file at a time, and many of them wait for the database.
    maxWorkers: '100%',
    globalSetup: 'scripts/test-database.mjs',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
