'use client';
import { useState, type ReactNode } from 'react';
import type { Said } from '@/components/editor/draft';
import { BothTexts } from '@/components/live/both-texts';
import { Notice } from '@/components/ui/notice';
import { Problem } from '@/lib/api/client';
import { textOf, type Doc } from '@/lib/threads/body';
import type { Comment } from '@/lib/threads/thread';
import { useThreadWrites } from './use-thread-writes';

interface EditCommentProps {
  comment: Comment;
  onDone: () => void;
  /** The editor, which keeps its words until `send` is through with them; `held` while a choice is waited for. */
  children: (send: (said: Said, key: string, begunOn: number | null) => Promise<boolean>, held: boolean) => ReactNode;
}

type Choice = { theirs: Comment; mine: Said; settle: (how: 'mine' | 'theirs' | 'both') => void };

/** What words that were begun before a reload are on: of what the comment said then nothing is known here any more, but that it was another. */
const asBegun = (comment: Comment, begunOn: number | null): Comment =>
  begunOn === null || begunOn === comment.version ? comment : { ...comment, version: begunOn, body: null };

/** One’s own comment being reworded. What one saved in another window meanwhile is shown beside it, and neither is lost. */
export function EditComment({ comment, onDone, children }: EditCommentProps) {
  const writes = useThreadWrites();
  // What was seen beside one's own words since: until then they are on what was read when they were begun, before a reload perhaps.
  const [atFirst] = useState(comment);
  const [seen, setSeen] = useState<Comment | null>(null);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [meanwhile, setMeanwhile] = useState<string | null>(null);

  /** Answers whether one's own words were written. */
  async function send(said: Said, key: string, begunOn: number | null): Promise<boolean> {
    for (let on = seen ?? asBegun(atFirst, begunOn); ;) {
      const theirs = await writes.edit(on, said, key);
      if (!theirs) break;
      on = theirs;
      setSeen(theirs);
      const how = await new Promise<Parameters<Choice['settle']>[0]>((settle) =>
        setChoice({ theirs, mine: said, settle }),
      );
      setChoice(null);
      if (how === 'theirs') {
        onDone();
        return false;
      }
      if (how === 'mine') continue;
      setMeanwhile(theirs.text);
      throw new Problem('stale', 412, 'Save it when it says what is right of both.');
    }
    onDone();
    return true;
  }
  return (
    <div className="flex flex-col gap-2">
      {choice && (
        <BothTexts
          who="You, in another window,"
          differences={[
            { part: 'Comment', before: choice.theirs.text, after: textOf(choice.mine.body as unknown as Doc) },
          ]}
          onMine={() => choice.settle('mine')}
          onTheirs={() => choice.settle('theirs')}
          onBoth={() => choice.settle('both')}
        />
      )}
      {meanwhile !== null && (
        <Notice title="Saved in another window">
          <p className="whitespace-pre-wrap wrap-anywhere">{meanwhile}</p>
        </Notice>
      )}
      {children(send, choice !== null)}
    </div>
  );
}
