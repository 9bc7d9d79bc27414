import Link from 'next/link';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/text-link';

/** Around the pages that tell programmers of the API: they need no session. */
export function ApiFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-1 flex-col">
      <header
        data-frame-part
        className="sticky top-0 z-20 flex h-(--bar-height) shrink-0 items-center gap-4 border-b border-line bg-page px-4 md:px-6"
      >
        <Link href="/" className="rounded-sm font-semibold">
          Claimbench
        </Link>
        <nav aria-label="API" className="flex min-w-0 flex-1 items-center gap-4">
          <Link href="/api-docs" className="flex h-7 touch items-center rounded-sm text-muted hover:text-ink">
            API
          </Link>
          <span className="ml-auto flex items-center gap-4">
            <TextLink href="/account">Tokens</TextLink>
            <TextLink href="/api/v1/openapi.json" prefetch={false}>
              OpenAPI<span className="max-sm:hidden"> document</span>
            </TextLink>
          </span>
        </nav>
      </header>
      <main id="main" className="flex flex-1 flex-col pb-12">
        {children}
      </main>
    </div>
  );
}
