'use client';
import { MoreHorizontal } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { MenuSeparator } from '@/components/ui/menu-separator';
import type { Answer, QuestionPage } from '@/lib/questions/question';
import { telling } from './telling';
import { useAnswerWrites } from './use-answer-writes';

const short = (words: string) => (words.length > 48 ? `${words.slice(0, 47)}…` : words);

/** What can be done with one answer: can it be true together with another, and is it one at all. */
export function AnswerMenu({ question, side }: { question: QuestionPage; side: Answer }) {
  const { pair, unanswer } = useAnswerWrites();
  const others = question.exclusive ? question.sides.filter(({ id }) => id !== side.id) : [];
  const isPaired = (id: string) => question.pairs.some((two) => two.includes(id) && two.includes(side.id));
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="More about this answer" size="small" icon={<MoreHorizontal size={14} aria-hidden />} />
      }
    >
      {others.map(({ id, claim }) => (
        <MenuItem key={id} onClick={() => void telling(() => pair(question.id, [side.id, id], !isPaired(id)))}>
          {isPaired(id) ? 'Excludes' : 'Can both be true with'} “{short(claim.statement)}”
        </MenuItem>
      ))}
      {others.length > 0 && <MenuSeparator />}
      <MenuItem onClick={() => void telling(() => unanswer(side.id))}>Take it out of the question</MenuItem>
    </Menu>
  );
}
