'use client';
import { Ellipsis } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { MenuSeparator } from '@/components/ui/menu-separator';
import type { Comment } from '@/lib/threads/thread';
import { useThreadWrites } from './use-thread-writes';

interface CommentMenuProps {
  comment: Comment;
  own: boolean;
  /** Whether a claim could be blocked from here. */
  mayBlock: boolean;
  mayLift: boolean;
  onEdit: () => void;
  onLift: () => void;
}

/** What can be done with a comment; null when nothing can. */
export function CommentMenu({ comment, own, mayBlock, mayLift, onEdit, onLift }: CommentMenuProps) {
  const writes = useThreadWrites();
  const objection = comment.blocksApproval && !comment.lifted;
  const changes = own && !comment.lifted;
  const lifts = objection && mayLift;
  if (!changes && !lifts) return null;
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          size="small"
          label={`More for the comment of ${comment.author.name}`}
          icon={<Ellipsis size={14} aria-hidden />}
        />
      }
    >
      {changes && <MenuItem onClick={onEdit}>Edit</MenuItem>}
      {changes && objection && (
        <MenuItem onClick={() => void writes.block(comment, false)}>Withdraw objection</MenuItem>
      )}
      {changes && !objection && mayBlock && (
        <MenuItem onClick={() => void writes.block(comment, true)}>Let it block approval</MenuItem>
      )}
      {lifts && <MenuItem onClick={onLift}>Lift objection…</MenuItem>}
      {changes && (
        <>
          <MenuSeparator />
          <MenuItem danger onClick={() => void writes.remove(comment)}>
            Delete
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
