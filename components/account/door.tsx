import type { ReactNode } from 'react';

/** The page before one is in: a name, one line, one form. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="flex flex-1 items-center justify-center p-4">
      <div className="flex w-full max-w-sm flex-col gap-6 rounded-lg border border-line bg-page p-6">
        <header className="flex flex-col gap-1">
          <p className="text-sm font-medium text-muted">Claimbench</p>
          <h1 className="text-xl font-semibold">{title}</h1>
        </header>
        {children}
      </div>
    </main>
  );
}
