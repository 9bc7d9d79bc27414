import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/inter/wght-italic.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { FootLine } from '@/components/frame/foot-line';
import { bootScript } from '@/components/ui/boot-script';
import { UiRoot } from '@/components/ui/ui-root';
import { env } from '@/lib/core/env';

// A page rendered at build time would carry no nonce and never come alive under the content security policy.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'Claimbench', template: '%s · Claimbench' },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* Here and not in `metadata`: the router keeps what that says with every page that was walked to. */}
        <meta
          name="description"
          content="Read sources, tag what matters, review each other, export the claims that hold."
        />
        {/* A workbench is nothing to search for. */}
        <meta name="robots" content="noindex, nofollow" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f1f3f2" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#131617" />
        {/* Browsers hide a nonce once it is read, so the attribute never compares equal. */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: bootScript }} />
      </head>
      <body>
        <UiRoot nonce={nonce}>
          {children}
          <FootLine fetches={env().CLAIMBENCH_FETCH} tells={env().CLAIMBENCH_WEBHOOKS} />
        </UiRoot>
      </body>
    </html>
  );
}
