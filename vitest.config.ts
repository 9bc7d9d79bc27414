import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    environment: 'node',
    include: ['{app,components,lib,prisma,scripts,bench}/**/*.test.{ts,tsx}'],
    globalSetup: 'scripts/test-database.mjs',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
