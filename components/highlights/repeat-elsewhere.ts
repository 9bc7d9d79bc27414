import { notify, notifyProblem } from '@/components/ui/notify';
import { api } from '@/lib/api/client';
import type { Tag } from '@/lib/highlights/highlight';
import { undoOf } from './change-tags';
import { problemOf, type Desk } from './desk';
import { unmakeElsewhere } from './inverse-many';
import { placesIn } from './sent';

/** The same spelling in another article. Answers whether it was tagged there. */
export async function repeatIn(desk: Desk, tag: Tag, articleId: string, title: string): Promise<boolean> {
  try {
    const { items } = await api('repeatTag', { params: { id: tag.id }, body: { articleId } });
    if (items.length === 0) return true;
    desk.undo.push(unmakeElsewhere(items));
    notify(`Tagged in ${placesIn(items.length)} of ${title}`, { action: undoOf(desk), key: 'undo' });
    return true;
  } catch (error) {
    notifyProblem(`Not tagged there. ${problemOf(error).message}`, { key: 'elsewhere' });
    return false;
  }
}
