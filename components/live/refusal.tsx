import { Notice } from '@/components/ui/notice';
import { useSaidAtFields } from '@/components/ui/said-at-fields';
import { TextLink } from '@/components/ui/text-link';
import type { Problem } from '@/lib/api/client';
import { leftToSay } from './left-to-say';

interface Missing {
  code: string;
  words: string;
  href: string | null;
}

/** Why the server refused a write, with what is missing and where to mend it; not what stands at a field of the form already. */
export function Refusal({ problem }: { problem: Problem | null }) {
  const said = useSaidAtFields();
  const message = problem && leftToSay(problem, said);
  if (!problem || !message) return null;
  const missing = (problem.extra.missing as Missing[] | undefined) ?? [];
  return (
    <Notice tone="bad" live>
      {message}
      {missing.length > 0 && (
        <ul className="mt-1 list-disc pl-4">
          {missing.map((one, at) => (
            <li key={at} className="wrap-anywhere">
              {one.href ? <TextLink href={one.href}>{one.words}</TextLink> : one.words}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
