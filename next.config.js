import fs from 'node:fs';

/** The packages that the reader of files needs, with what they need: it is a process of its own, which the build does not see. */
function librariesOf(names, found = new Set()) {
  for (const name of names) {
    if (found.has(name) || !fs.existsSync(`node_modules/${name}/package.json`)) continue;
    found.add(name);
    librariesOf(
      Object.keys(JSON.parse(fs.readFileSync(`node_modules/${name}/package.json`)).dependencies ?? {}),
      found,
    );
  }
  return [...found];
}
const readers = ['@mozilla/readability', 'chardet', 'fflate', 'linkedom', 'mammoth', 'unpdf'];

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  // `npm test` checks the types of everything; here whoever only starts the product would wait as long again for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', '@node-rs/argon2', 'undici'],
  // `next start` cannot serve a standalone build: only the Dockerfile asks for one.
  output: process.env.CLAIMBENCH_STANDALONE === '1' ? 'standalone' : undefined,
  // Not a folder above, should a lock file lie there.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  outputFileTracingIncludes: {
    // A pattern: the brackets of the address would be read as a set of letters.
    '/api/v1/**': ['scripts/convert/*.mjs', ...librariesOf(readers).map((name) => `node_modules/${name}/**/*`)],
  },
  // Where whoever got an export looks for the keys that signed it.
  async rewrites() {
    return [{ source: '/.well-known/claimbench-keys.json', destination: '/api/keys' }];
  },
  // The API and the screens may say nothing about themselves to other sites; the nonce policy itself is set in proxy.ts, page by page.
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'x-content-type-options', value: 'nosniff' },
          { key: 'referrer-policy', value: 'no-referrer' },
          { key: 'x-frame-options', value: 'DENY' },
          { key: 'cross-origin-opener-policy', value: 'same-origin' },
          { key: 'cross-origin-resource-policy', value: 'same-origin' },
          { key: 'permissions-policy', value: 'camera=(), microphone=(), geolocation=()' },
        ],
      },
    ];
  },
};
