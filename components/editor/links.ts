import { safeHref } from '@/lib/threads/body';

const BARE_SITE = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#][^\s]*)?$/u;
const BARE_MAIL = /^[^\s@:/]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u;

/** The address that a typed or pasted link means, as it is stored: http, https or mailto; null for anything else. */
export function hrefOf(typed: string): string | null {
  const text = typed.trim();
  if (BARE_MAIL.test(text)) return safeHref(`mailto:${text}`);
  return BARE_SITE.test(text) ? safeHref(`https://${text}`) : safeHref(text);
}
