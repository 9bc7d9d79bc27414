import clsx from 'clsx';

const tones: Record<string, string> = {
  get: 'text-accent',
  post: 'text-good',
  put: 'text-warn',
  patch: 'text-warn',
  delete: 'text-bad',
};

/** An HTTP method, always as wide as the longest. */
export const MethodMark = ({ method }: { method: string }) => (
  <span className={clsx('w-14 shrink-0 font-mono text-sm font-semibold uppercase', tones[method])}>{method}</span>
);
