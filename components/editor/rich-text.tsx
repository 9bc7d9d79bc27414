'use client';
import type { Editor, JSONContent } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { EditorContent, useEditor } from '@tiptap/react';
import clsx from 'clsx';
import { useEffect, useId, useLayoutEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { controlLook } from '@/components/ui/control-look';
import type { Person } from '@/lib/core/words';
import { documentLook } from './document-look';
import { FormatBar } from './format-bar';
import { LinkField } from './link-field';
import { MentionList } from './mention-list';
import { Mentions } from './mentions';
import { piecesFor } from './pieces';
import { takeQuotes } from './quote-place';
import { pastedQuote, type QuotedWords } from './quoted-words';

interface RichTextProps {
  label: string;
  placeholder: string;
  /** What stands in it at first; later changes of it change nothing. */
  initial: unknown;
  members: readonly Person[];
  autoFocus: boolean;
  /** Nothing can be changed while it waits to be sent. */
  locked?: boolean;
  /** Id of the sentence that says what is wrong. */
  problemId: string | null;
  onChange: (doc: JSONContent) => void;
  /** Ctrl or Command with Enter. */
  onSubmit: () => void;
  onEscape: () => void;
  /** It stands on the page, not yet painted; `quote` puts words of an article in at its caret. */
  onStanding: (editor: Editor, quote: (words: QuotedWords) => void) => void;
  /** Beside the formatting: what else is said, and the buttons. */
  children?: ReactNode;
}

const surface =
  'min-h-16 max-h-96 overflow-y-auto px-2.5 py-2 outline-none [&_.is-editor-empty:first-child]:before:pointer-events-none [&_.is-editor-empty:first-child]:before:float-left [&_.is-editor-empty:first-child]:before:h-0 [&_.is-editor-empty:first-child]:before:text-faint [&_.is-editor-empty:first-child]:before:content-[attr(data-placeholder)]';

/** Runs what a key stands for; answers whether it stood for something. */
function pressed(event: KeyboardEvent, { onSubmit, onEscape }: RichTextProps): boolean {
  const submits = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
  if (!submits && event.key !== 'Escape') return false;
  event.preventDefault();
  if (submits) onSubmit();
  else onEscape();
  return true;
}

/** Words that were copied in an article are put in as a quote that leads back to them; answers whether they were. */
function pasteQuote(view: EditorView, clipboard: DataTransfer | null): boolean {
  const words = pastedQuote(clipboard);
  if (words) putQuote(view, words);
  return words !== null;
}

/** Puts words of an article in where the caret is, as a quote that leads back to them. */
function putQuote(view: EditorView, words: QuotedWords): void {
  const { tr, schema } = view.state;
  const quote = schema.nodes.quotation!.create(words);
  const after = schema.nodes.paragraph!.create();
  const { $from, empty } = view.state.selection;
  // On an empty line the quote takes its place.
  if (empty && $from.parent.content.size === 0 && $from.depth > 0)
    tr.replaceWith($from.before(), $from.after(), [quote, after]);
  else tr.replaceSelectionWith(quote).insert(tr.selection.to, after);
  view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map($from.pos, 1)), 1)).scrollIntoView());
  // The caret's paragraph was taken out and put back: the browser believes the caret to be where it was, and would type nowhere.
  view.dom.ownerDocument.getSelection()?.removeAllRanges();
  view.focus();
}

/** The editor stands: it takes over what was written before it came, and the focus where nothing else has it. */
function stand(editor: Editor, { autoFocus, onStanding }: RichTextProps): void {
  if (autoFocus) editor.commands.setTextSelection(editor.state.doc.content.size);
  onStanding(editor, (words) => putQuote(editor.view, words));
  // At once: the library's own way is a task and a frame later, when somebody may be selecting words elsewhere, and takes those from them.
  if (autoFocus && document.activeElement === document.body) editor.view.focus();
}

/** The editor itself. It brings tiptap along: load it when somebody is about to write. */
export function RichText(props: RichTextProps) {
  const { label, placeholder, initial, members, locked = false, problemId, children } = props;
  const [mentions] = useState(() => new Mentions());
  const [extensions] = useState(() => piecesFor(mentions, placeholder));
  const [linking, setLinking] = useState(false);
  const list = useSyncExternalStore(mentions.subscribe, mentions.get, () => null);
  const listId = useId();
  useEffect(() => mentions.setMembers(members), [mentions, members]);

  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  const editor = useEditor({
    immediatelyRender: false,
    extensions,
    content: (initial ?? '') as JSONContent,
    editorProps: {
      attributes: {
        class: clsx(documentLook, surface),
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'data-quiet-focus': '',
      },
      handlePaste: (view, event) => pasteQuote(view, event.clipboardData),
      handleKeyDown: (_, event) => !mentions.get() && pressed(event, latest.current),
    },
    onUpdate: ({ editor: now }) => latest.current.onChange(now.getJSON()),
  });

  useLayoutEffect(() => {
    if (editor) stand(editor, latest.current);
  }, [editor]);

  useEffect(() => {
    editor?.setEditable(!locked, false);
  }, [editor, locked]);

  useEffect(() => {
    if (!editor || locked) return;
    const { hadCaret, leave } = takeQuotes((words) => putQuote(editor.view, words));
    editor.on('focus', hadCaret);
    return () => {
      editor.off('focus', hadCaret);
      leave();
    };
  }, [editor, locked]);

  // What a screen reader needs to follow the list while the focus stays in the text.
  useEffect(() => {
    const dom = editor?.view.dom;
    if (!dom) return;
    const attributes = {
      'aria-haspopup': 'listbox',
      'aria-controls': list ? listId : null,
      'aria-activedescendant': list ? `${listId}-${list.chosen}` : null,
      'aria-invalid': problemId ? 'true' : null,
      'aria-describedby': problemId,
      'aria-readonly': locked ? 'true' : null,
    };
    for (const [name, value] of Object.entries(attributes))
      if (value === null) dom.removeAttribute(name);
      else dom.setAttribute(name, value);
  }, [editor, list, listId, problemId, locked]);

  if (!editor) return null;
  return (
    <div
      className={clsx(
        controlLook,
        'relative px-0! focus-within:border-accent focus-within:outline-1 focus-within:outline-accent',
      )}
    >
      <div className="relative">
        <EditorContent editor={editor} />
        {list && <MentionList id={listId} open={list} onChoose={(at) => mentions.choose(at)} />}
      </div>
      {linking && <LinkField editor={editor} onDone={() => setLinking(false)} />}
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 border-t border-line px-2 py-1.5">
        <FormatBar editor={editor} linking={linking} onLink={() => setLinking(!linking)} />
        {children}
      </div>
    </div>
  );
}
