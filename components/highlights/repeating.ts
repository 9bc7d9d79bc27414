import { late } from '@/components/ui/late';
import { notifyProblem } from '@/components/ui/notify';
import { noAnswer } from '@/lib/api/client';
import type { Tag } from '@/lib/highlights/highlight';
import { problemOf, type Desk } from './desk';

const repeatHere = late(() => import('./repeat-here'));

/** What tags the same spelling elsewhere in the article. Throws what a request throws that nothing answers. */
export async function repeating(): Promise<typeof import('./repeat-here')> {
  const here = repeatHere.read() ?? (await repeatHere.fetch().catch(() => null));
  if (!here) throw noAnswer();
  return here;
}

/** The spelling of a tag in the rest of the article; where it cannot be done, that is said. */
export async function repeatTagged(desk: Desk, tag: Tag): Promise<null> {
  try {
    await (await repeating()).repeatSpelling(desk, tag);
  } catch (error) {
    notifyProblem(`The other places were not tagged. ${problemOf(error).message}`);
  }
  return null;
}
