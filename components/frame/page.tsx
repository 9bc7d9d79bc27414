import clsx from 'clsx';
import type { ReactNode } from 'react';

interface PageProps {
  /** The one h1. */
  title: ReactNode;
  /** Beside the title: counts, a state. */
  aside?: ReactNode;
  /** What can be done here, the main thing last. */
  actions?: ReactNode;
  /** Filters and the like, on a line of their own. */
  toolbar?: ReactNode;
  /** `flush`: tables reach both edges. `reading`: a column for text. */
  width?: 'full' | 'flush' | 'reading';
  children: ReactNode;
}

/** The ordinary page: title, actions, filters, content. The reader makes its own. */
export function Page({ title, aside, actions, toolbar, width = 'full', children }: PageProps) {
  const column = clsx('w-full', width === 'reading' && 'mx-auto max-w-3xl');
  return (
    <div className="flex flex-1 flex-col pt-4">
      <header className={clsx(column, 'flex flex-wrap items-center gap-x-3 gap-y-2 px-4 md:px-6')}>
        <h1 className="min-w-0 text-xl font-semibold tracking-tight text-balance">{title}</h1>
        {aside}
        {actions ? <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div> : null}
      </header>
      {toolbar ? (
        <div className={clsx(column, 'flex flex-wrap items-center gap-2 px-4 pt-3 md:px-6')}>{toolbar}</div>
      ) : null}
      <div className={clsx(column, 'flex-1 pt-4', width !== 'flush' && 'px-4 md:px-6')}>{children}</div>
    </div>
  );
}
