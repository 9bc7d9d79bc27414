// Makes the command line one file beside the standalone server, for the image, which holds no sources. What that build brings along
// anyway, and what is not JavaScript, stays outside.
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import './node-version.mjs';
import { root } from './run.mjs';

const file = path.join(root, '.next', 'standalone', 'claimbench.mjs');
await build({
  entryPoints: [path.join(root, 'scripts', 'cli', 'main.ts')],
  outfile: file,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  external: ['pg', 'pg-native', 'undici', '@node-rs/argon2'],
  tsconfig: path.join(root, 'tsconfig.json'),
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.CLAIMBENCH_CALLED': '"claimbench"' },
  // Packages of the older kind ask for Node's own by `require`.
  banner: {
    js: "#!/usr/bin/env -S node --disable-warning=DeprecationWarning\nimport { createRequire as requireOf } from 'node:module';\nconst require = requireOf(import.meta.url);",
  },
});
chmodSync(file, 0o755);
