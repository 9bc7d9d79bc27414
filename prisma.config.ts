import path from 'node:path';
import { defineConfig } from 'prisma/config';

// Where Prisma's download host cannot be reached, its own engine runs as WebAssembly.
// PRISMA_NATIVE_ENGINE=1, or Windows (which cannot spawn a .mjs), keeps the downloaded binary.
if (!process.env.PRISMA_NATIVE_ENGINE && process.platform !== 'win32')
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve('scripts/schema-engine.mjs');

export default defineConfig({
  schema: 'prisma/models',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/unset' },
});
