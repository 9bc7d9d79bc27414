import { late } from '@/components/ui/late';
import { noAnswer } from '@/lib/api/client';

const repeatHere = late(() => import('./repeat-here'));
/** What tags the same spelling elsewhere in the article. Throws what a request throws that nothing answers. */
export async function repeating(): Promise<typeof import('./repeat-here')> {
  const here = repeatHere.read() ?? (await repeatHere.fetch().catch(() => null));
  if (!here) throw noAnswer();
  return here;
}
