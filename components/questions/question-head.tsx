'use client';
import { CircleCheck, Download, MoreHorizontal, Pencil, RotateCcw, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useHere } from '@/components/members/use-here';
import { buttonLook } from '@/components/ui/button-look';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { absoluteTime } from '@/components/ui/moment';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import { useKeys } from '@/components/ui/use-keys';
import type { QuestionPage } from '@/lib/questions/question';
import { EditQuestion } from './edit-question';
import { QuestionState } from './question-state';
import { Settle } from './settle';
import { telling } from './telling';
import { useQuestionWrites } from './use-question-writes';
import { useVerdictWrites } from './use-verdict-writes';

/** What is asked, where it stands, who looks after it, and what can be done with it. */
export function QuestionHead({ question }: { question: QuestionPage }) {
  const { assignee, dueOn, creator, updatedAt } = question;
  return (
    <header className="flex flex-col gap-3">
      <h1 className="max-w-prose text-2xl font-semibold tracking-tight text-pretty wrap-anywhere">{question.text}</h1>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
        <QuestionState question={question} />
        <span>{assignee ? `Looked after by ${assignee.name}` : 'Nobody looks after it'}</span>
        {dueOn && <span>due {absoluteTime(dueOn, 'date')}</span>}
        <span>
          asked by {creator.name} · <Time at={updatedAt} detail="date" />
        </span>
      </p>
      <Standing question={question} />
      <Actions question={question} />
    </header>
  );
}

const NONE = 'Settled, for none of the answers';
const GONE = 'Settled, for an answer that is not here any more';

function Standing({ question: { settled, newEvidence, sides } }: { question: QuestionPage }) {
  if (settled) {
    const answer = sides.find(({ claim }) => claim.id === settled.claimId)?.claim.statement;
    return (
      <div className="max-w-3xl">
        <Notice tone="good" title={answer ? `Settled: ${answer}` : settled.claimId ? GONE : NONE}>
          <p className="wrap-anywhere">{settled.reason}</p>
          <p className="text-sm text-muted">
            {settled.by.name} · <Time at={settled.at} detail="date" />
          </p>
        </Notice>
      </div>
    );
  }
  if (!newEvidence) return null;
  return (
    <div className="max-w-3xl">
      <Notice tone="warn" title="New evidence came after it was settled">
        An answer was cited again on <Time at={newEvidence} />, so that the question is open. Settle it when it still
        holds.
      </Notice>
    </div>
  );
}

/** The page as a file for people, settled or not. */
const Briefs = ({ question }: { question: QuestionPage }) => (
  <span role="group" aria-label="Brief of this question" className="flex flex-wrap items-center">
    {(['html', 'markdown'] as const).map((format) => (
      <a
        key={format}
        href={`/api/v1/questions/${question.id}/brief?format=${format}`}
        download
        className={buttonLook('quiet', 'medium')}
      >
        <Download size={14} aria-hidden />
        {format === 'html' ? 'Brief (HTML)' : 'Brief (Markdown)'}
      </a>
    ))}
  </span>
);

function Actions({ question }: { question: QuestionPage }) {
  const { may } = useHere(question.projectId);
  const { remove } = useQuestionWrites();
  const { reopen } = useVerdictWrites();
  const [open, setOpen] = useState<'edit' | 'settle' | null>(null);
  const router = useRouter();
  const edits = may('question.save') === true;
  const settles = may('question.settle') === true;
  const close = () => setOpen(null);
  const keys = [
    { id: 'question.edit', key: 'e', label: 'Edit the question', run: () => setOpen('edit'), enabled: edits },
    {
      ...{ id: 'question.settle', key: 's', label: 'Settle the question' },
      ...{ run: () => setOpen('settle'), enabled: settles && !question.settled },
    },
  ];
  useKeys('This question', keys, { enabled: open === null });
  const leave = async () => {
    await remove(question);
    router.push(`/projects/${question.projectId}/questions`);
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      {settles &&
        (question.settled ? (
          <Button icon={<RotateCcw size={14} aria-hidden />} onClick={() => void telling(() => reopen(question))}>
            Reopen
          </Button>
        ) : (
          <Button
            icon={<CircleCheck size={14} aria-hidden />}
            shortcut="s"
            command="question.settle"
            onClick={() => setOpen('settle')}
          >
            Settle
          </Button>
        ))}
      {edits && (
        <Button
          variant="quiet"
          icon={<Pencil size={14} aria-hidden />}
          shortcut="e"
          command="question.edit"
          onClick={() => setOpen('edit')}
        >
          Edit
        </Button>
      )}
      <Briefs question={question} />
      {may('question.delete', question) === true && (
        <Menu align="end" trigger={<IconButton label="More" icon={<MoreHorizontal size={14} aria-hidden />} />}>
          <MenuItem icon={<Trash2 size={14} aria-hidden />} danger onClick={() => void telling(leave)}>
            Delete the question
          </MenuItem>
        </Menu>
      )}
      {open === 'edit' && <EditQuestion question={question} onClose={close} />}
      {open === 'settle' && <Settle question={question} onClose={close} />}
    </div>
  );
}
