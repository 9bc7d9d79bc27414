import { Fragment, type ReactNode } from 'react';

interface FactsProps {
  /** Left out where the value is null; a blank that matters is written in words. */
  facts: readonly { term: string; value: ReactNode }[];
}

/** What is known of something, term by term: publisher, date, address. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
      {facts
        .filter((fact) => fact.value !== null)
        .map((fact) => (
          <Fragment key={fact.term}>
            <dt className="text-muted">{fact.term}</dt>
            <dd className="min-w-0 wrap-anywhere">{fact.value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
