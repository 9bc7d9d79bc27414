'use client';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Bold, Italic, Link, List, ListOrdered, TextQuote } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';

const formats = [
  {
    name: 'bold',
    label: 'Bold',
    keys: 'mod+b',
    Icon: Bold,
    run: (editor: Editor) => editor.chain().focus().toggleBold(),
  },
  {
    name: 'italic',
    label: 'Italic',
    keys: 'mod+i',
    Icon: Italic,
    run: (editor: Editor) => editor.chain().focus().toggleItalic(),
  },
  {
    name: 'bulletList',
    label: 'List',
    keys: 'mod+shift+8',
    Icon: List,
    run: (editor: Editor) => editor.chain().focus().toggleBulletList(),
  },
  {
    name: 'orderedList',
    label: 'Numbered list',
    keys: 'mod+shift+7',
    Icon: ListOrdered,
    run: (editor: Editor) => editor.chain().focus().toggleOrderedList(),
  },
  {
    name: 'blockquote',
    label: 'Quote',
    keys: 'mod+shift+b',
    Icon: TextQuote,
    run: (editor: Editor) => editor.chain().focus().toggleBlockquote(),
  },
] as const;

interface FormatBarProps {
  editor: Editor;
  linking: boolean;
  onLink: () => void;
}

/** Bold, italic, lists, quote, link; each says whether it is on where the caret stands. */
export function FormatBar({ editor, linking, onLink }: FormatBarProps) {
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      Object.fromEntries([...formats.map(({ name }) => name), 'link'].map((name) => [name, now.isActive(name)])),
  });
  return (
    <div role="group" aria-label="Formatting" className="-ml-1 flex items-center">
      {formats.map(({ name, label, keys, Icon, run }) => (
        <IconButton
          key={name}
          size="small"
          label={label}
          shortcut={keys}
          icon={<Icon size={14} aria-hidden />}
          aria-pressed={on[name] ?? false}
          onClick={() => run(editor).run()}
        />
      ))}
      <IconButton
        size="small"
        label="Link"
        icon={<Link size={14} aria-hidden />}
        aria-pressed={on.link ?? false}
        aria-expanded={linking}
        onClick={onLink}
      />
    </div>
  );
}
