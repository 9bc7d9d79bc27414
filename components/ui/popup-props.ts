import type { ReactElement, ReactNode, RefObject } from 'react';
import type { Lent } from './use-late-trigger';

// What is asked of popups: by the page, which has the button, and by what comes later, which draws them.

export interface MenuProps {
  /** One button. */
  trigger: ReactElement<Lent>;
  side?: 'top' | 'bottom' | 'left' | 'right';
  align?: 'start' | 'center' | 'end';
  className?: string;
  /** `MenuItem`, `MenuLink`, `MenuChoice`, `MenuSeparator`. */
  children: ReactNode;
}

export interface PopoverProps {
  /** The name of what opens; read aloud. */
  label: string;
  /** One button. */
  trigger: ReactElement<Lent>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  side?: 'top' | 'bottom' | 'left' | 'right';
  align?: 'start' | 'center' | 'end';
  className?: string;
  children: ReactNode;
}

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** Buttons, the main one last. */
  footer?: ReactNode;
  /** What has the focus first; the first control otherwise. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** Whether what it shows has come; keys that are typed until then are for its first field. */
  ready?: boolean;
  children?: ReactNode;
}

export interface DialogConfirmProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A question: "Reject this tag?" */
  title: string;
  /** What happens, and what stays safe. */
  description: ReactNode;
  /** The verb of the question, never "OK". */
  confirmLabel: string;
  onConfirm: () => void;
  danger?: boolean;
  busy?: boolean;
  confirmDisabled?: boolean;
  /** For instance a field for the reason. Enter in a field confirms. */
  children?: ReactNode;
}
