import clsx from 'clsx';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const looks = {
  info: { frame: 'border-line bg-desk', sign: 'text-muted', Icon: Info },
  good: { frame: 'border-good/35 bg-good-soft', sign: 'text-good', Icon: CircleCheck },
  warn: { frame: 'border-warn/35 bg-warn-soft', sign: 'text-warn', Icon: TriangleAlert },
  bad: { frame: 'border-bad/35 bg-bad-soft', sign: 'text-bad', Icon: CircleAlert },
};

interface NoticeProps {
  tone?: keyof typeof looks;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Announced when it appears. */
  live?: boolean;
}

/** Something to know about this page: stale, own work, no permission, offline, a conflict. */
export function Notice({ tone = 'info', title, children, action, live = false }: NoticeProps) {
  const { frame, sign, Icon } = looks[tone];
  return (
    <div role={live ? 'alert' : undefined} className={clsx('flex gap-2.5 rounded-lg border px-3 py-2.5', frame)}>
      <Icon size={16} aria-hidden className={clsx('mt-0.5 shrink-0', sign)} />
      <div className="min-w-0 flex-1">
        {title ? <div className="font-semibold">{title}</div> : null}
        {children}
      </div>
      {action ? <div className="flex shrink-0 items-start gap-2">{action}</div> : null}
    </div>
  );
}
