/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ['pg', '@node-rs/argon2', 'undici'],
  // `next start` cannot serve a standalone build: only the Dockerfile asks for one.
  output: process.env.CLAIMBENCH_STANDALONE === '1' ? 'standalone' : undefined,
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
