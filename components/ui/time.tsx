'use client';
import { absoluteTime, relativeTime } from './moment';

interface TimeProps {
  /** ISO 8601. */
  at: string;
  detail?: 'date' | 'minute' | 'clock';
  className?: string;
}

/** A moment, absolute and in UTC; how long ago appears as its tooltip, worked out when somebody points at it. */
export function Time({ at, detail = 'minute', className }: TimeProps) {
  return (
    <time
      dateTime={at}
      className={className ? `whitespace-nowrap ${className}` : 'whitespace-nowrap'}
      onPointerEnter={(event) => {
        event.currentTarget.title = `${relativeTime(at, Date.now())} · ${absoluteTime(at)}`;
      }}
    >
      {absoluteTime(at, detail)}
    </time>
  );
}
