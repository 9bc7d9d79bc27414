'use client';
import { ChevronRight } from 'lucide-react';
import clsx from 'clsx';
import { sharedLanguage } from '@/components/articles/shared-language';
import { Button } from '@/components/ui/button';
import { EntityMark } from '@/components/ui/entity-mark';
import { Notice } from '@/components/ui/notice';
import type { Person } from '@/lib/core/words';
import { AskVerdict } from './ask-verdict';
import { MentionLine } from './mention-line';
import { countWords, ticked, type Group } from './mention-look';
import { MovedOn } from './moved-on';
import { OnThis } from './on-this';
import type { useMentions } from './use-mentions';
import type { Asking } from './verdict-actions';

interface MentionGroupProps {
  projectId: string;
  group: Group;
  isOpen: boolean;
  /** Colleagues who are on these mentions just now. */
  people: readonly Person[];
  mentions: ReturnType<typeof useMentions>;
  onAccept: () => void;
  onUndo: () => void;
}

/** Mentions of one entity under one spelling. */
export function MentionGroup({ projectId, group, isOpen, people, mentions, onAccept, onUndo }: MentionGroupProps) {
  const { entity, spelling } = group;
  const lang = sharedLanguage(group.tags.map(({ article }) => article));
  const count = ticked(group, mentions.unticked).length;
  return (
    <li>
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => mentions.openGroup(group)}
          className="flex min-h-11 w-full items-center gap-2 rounded-sm px-1 py-2 text-start hover:bg-hover"
        >
          <ChevronRight
            size={14}
            aria-hidden
            className={clsx('shrink-0 text-faint transition-transform', isOpen && 'rotate-90')}
          />
          <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
            <span dir="auto" lang={lang ?? ''} className="quoted text-lg wrap-anywhere">
              {spelling}
            </span>
            <span className="inline-flex min-w-0 items-center gap-1.5 wrap-anywhere">
              <EntityMark type={entity.type} /> {entity.name}
            </span>
            <OnThis people={people} />
            <span className="ms-auto text-muted">{countWords(group)}</span>
          </span>
        </button>
      </h2>
      {isOpen && (
        <>
          <ul className="flex flex-col gap-1 pb-2">
            {group.tags.map((tag) => (
              <MentionLine
                key={tag.id}
                projectId={projectId}
                tag={tag}
                ticked={!mentions.unticked.has(tag.id)}
                onTick={() => mentions.toggle(tag.id)}
                current={mentions.current?.id === tag.id}
                onCurrent={() => mentions.setLine(tag.id)}
              >
                <Below projectId={projectId} tag={tag} mentions={mentions} />
              </MentionLine>
            ))}
          </ul>
          <div className="sticky bottom-(--dock-height) z-10 flex flex-wrap gap-2 border-t border-line bg-page py-2.5">
            <Button
              variant="primary"
              shortcut="a"
              command="tag.accept"
              busy={mentions.busy}
              disabled={count === 0}
              onClick={onAccept}
            >
              {acceptWords(count, group.tags.length)}
            </Button>
            <Button shortcut="u" command="tag.undo" onClick={onUndo}>
              Undo
            </Button>
          </div>
        </>
      )}
    </li>
  );
}

const acceptWords = (count: number, of: number): string =>
  of === 1 ? 'Accept' : count === of ? `Accept all ${count}` : `Accept ${count} of ${of}`;

type BelowProps = { projectId: string; tag: Group['tags'][number]; mentions: ReturnType<typeof useMentions> };

/** What belongs to one mention: verdicts against it, what went wrong with it. */
function Below({ projectId, tag, mentions }: BelowProps) {
  const { asked, moved, problems, busy, current } = mentions;
  const problem = problems.get(tag.id);
  const ask = (what: Asking) => mentions.setAsked({ id: tag.id, what });
  return (
    <div className="flex flex-col gap-2 empty:hidden">
      {problem && <Notice tone="warn">Not accepted. {problem}</Notice>}
      {moved?.before.id === tag.id && <MovedOn {...moved} />}
      {asked?.id === tag.id ? (
        <AskVerdict
          key={asked.what}
          projectId={projectId}
          tag={tag}
          asking={asked.what}
          busy={busy}
          onGive={(judgement) => mentions.judge(tag, judgement)}
          onLeave={() => mentions.setAsked(null)}
        />
      ) : (
        current?.id === tag.id && (
          <div className="flex flex-wrap gap-2">
            <Button size="small" shortcut="r" command="tag.reject" onClick={() => ask('reject')}>
              Reject
            </Button>
            <Button size="small" shortcut="w" command="tag.needs-work" onClick={() => ask('needs-work')}>
              Needs work
            </Button>
            <Button size="small" shortcut="f" command="tag.propose" onClick={() => ask('fix')}>
              Propose a fix
            </Button>
          </div>
        )
      )}
    </div>
  );
}
