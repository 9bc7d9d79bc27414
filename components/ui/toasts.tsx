'use client';
import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import { Toaster as Sonner } from 'sonner';
import { STAYS } from './message-ids';

const look = {
  toast: 'floating flex w-full items-start gap-2 px-3 py-2.5 text-base',
  title: 'font-medium',
  description: 'text-muted',
  content: 'min-w-0 flex-1',
  icon: 'mt-0.5 shrink-0 text-muted',
  closeButton:
    'order-last flex size-6 shrink-0 items-center justify-center rounded-sm text-muted hover:bg-hover hover:text-ink touch',
  actionButton: 'shrink-0 rounded-sm px-2 py-0.5 touch font-medium text-accent hover:bg-hover',
  cancelButton: 'shrink-0 rounded-sm px-2 py-0.5 touch text-muted hover:bg-hover',
};

/** The library’s part of `Toaster`. */
export function Toasts() {
  return (
    <Sonner
      // The library would bring its own typeface.
      style={{ fontFamily: 'inherit' }}
      position="bottom-right"
      gap={8}
      offset={{ bottom: 'calc(var(--dock-height) + 16px)', right: 16 }}
      mobileOffset={{ bottom: 'calc(var(--dock-height) + 8px)', left: 8, right: 8 }}
      icons={{
        success: <CircleCheck size={16} className="text-good" aria-hidden />,
        error: <CircleAlert size={16} className="text-bad" aria-hidden />,
        info: <Info size={16} aria-hidden />,
      }}
      toastOptions={{ unstyled: true, classNames: look, duration: STAYS }}
    />
  );
}
