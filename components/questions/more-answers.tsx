'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useKeys } from '@/components/ui/use-keys';
import type { Question } from '@/lib/questions/question';
import { AnotherAnswer } from './another-answer';
import { telling } from './telling';
import { useAnswerWrites } from './use-answer-writes';

/** Adds an answer; and that it is not known, which is one as well. */
export function MoreAnswers({ question }: { question: Question }) {
  const [open, setOpen] = useState(false);
  const { answer } = useAnswerWrites();
  useKeys('Answers of this question', [
    { id: 'answer.new', key: 'n', label: 'Another answer', run: () => setOpen(true) },
  ]);
  return (
    <span className="ml-auto flex flex-wrap gap-2">
      {!question.answers.some(({ notKnown }) => notKnown) && (
        <Button size="small" variant="quiet" onClick={() => void telling(() => answer(question, { notKnown: true }))}>
          “Not known” is an answer
        </Button>
      )}
      <Button
        size="small"
        icon={<Plus size={14} aria-hidden />}
        shortcut="n"
        command="answer.new"
        onClick={() => setOpen(true)}
      >
        Another answer
      </Button>
      {open && <AnotherAnswer question={question} onClose={() => setOpen(false)} />}
    </span>
  );
}
