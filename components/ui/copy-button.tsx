'use client';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { announce } from './announce';
import { Button } from './button';
import type { ButtonSize, ButtonVariant } from './button-look';
import { notifyProblem } from './notify';

interface CopyButtonProps {
  /** The text, or a function that makes it when asked. */
  text: string | (() => string);
  children: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
}

/** Copies text and says so for two seconds. */
export function CopyButton({ text, children, variant = 'quiet', size = 'small' }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      setCopied(true);
      announce('Copied');
    } catch {
      notifyProblem('The browser did not allow copying', { description: 'Select the words and copy them yourself.' });
    }
  }
  const icon = copied ? <Check size={14} aria-hidden className="text-good" /> : <Copy size={14} aria-hidden />;
  return (
    <Button variant={variant} size={size} icon={icon} onClick={() => void copy()}>
      {copied ? 'Copied' : children}
    </Button>
  );
}
