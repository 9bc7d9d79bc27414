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
  onEdit: () => void;
}

/** What its author can do with a comment; null for everybody else. */
export function CommentMenu({ comment, own, mayBlock, onEdit }: CommentMenuProps) {
  const writes = useThreadWrites();
  if (!own || comment.lifted) return null;
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
      <MenuItem onClick={onEdit}>Edit</MenuItem>
      {!comment.blocksApproval && mayBlock && (
        <MenuItem onClick={() => void writes.block(comment, true)}>Let it block approval</MenuItem>
      )}
      <MenuSeparator />
      <MenuItem danger onClick={() => void writes.remove(comment)}>
        Delete
      </MenuItem>
    </Menu>
  );
}
