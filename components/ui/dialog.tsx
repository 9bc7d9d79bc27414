'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import clsx from 'clsx';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { IconButton } from './icon-button';
import { KeyBarrier } from './key-barrier';
import { PortalHost } from './use-portal-host';

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** Buttons, the main one last. */
  footer?: ReactNode;
  initialFocus?: RefObject<HTMLElement | null>;
  children?: ReactNode;
}

const widths = { small: 'sm:max-w-96', medium: 'sm:max-w-xl', large: 'sm:max-w-4xl' };

export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, size = 'medium', footer, initialFocus, children } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 flex items-end justify-center sm:items-start sm:p-6 sm:pt-[12vh]">
          <Base.Popup
            initialFocus={initialFocus}
            className={clsx(
              'floating flex max-h-[90dvh] w-full flex-col outline-none max-sm:rounded-b-none sm:max-h-[76vh]',
              widths[size],
            )}
          >
            <KeyBarrier />
            <PortalHost.Provider value={undefined}>
              <header className="flex items-start gap-3 px-4 pt-3 pb-2">
                <div className="min-w-0 flex-1">
                  <Base.Title className="text-md font-semibold">{title}</Base.Title>
                  {description ? <Base.Description className="mt-1 text-muted">{description}</Base.Description> : null}
                </div>
                <Base.Close render={<IconButton label="Close" icon={<X size={16} aria-hidden />} />} />
              </header>
              {children ? <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">{children}</div> : null}
              {footer ? (
                <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">{footer}</footer>
              ) : null}
            </PortalHost.Provider>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
