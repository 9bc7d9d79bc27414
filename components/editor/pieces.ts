import { Node } from '@tiptap/core';
import Mention from '@tiptap/extension-mention';
import { Placeholder } from '@tiptap/extensions';
import StarterKit from '@tiptap/starter-kit';
import { safeHref } from '@/lib/threads/body';
import { hrefOf } from './links';
import type { Mentions } from './mentions';

// A link in the editor's own page is never anything that safeHref would refuse, whichever way it came in; a bare
// "example.org" gets its scheme before it is set.
const allowed = (url: string) => safeHref(url) !== null || (!/[\s:]/.test(url) && hrefOf(url) !== null);

/** Words of an article, pasted with their place: one piece, which is not edited but taken out. */
const Quotation = Node.create({
  name: 'quotation',
  group: 'block',
  atom: true,
  addAttributes: () => ({
    articleId: { default: null, rendered: false },
    version: { default: null, rendered: false },
    start: { default: null, rendered: false },
    end: { default: null, rendered: false },
    quote: { default: '', rendered: false },
  }),
  renderHTML: ({ node }) => ['blockquote', { 'data-quotation': '', lang: '' }, String(node.attrs.quote)],
});

/** The editor's extensions: exactly the pieces that lib/threads/body.ts lets in. */
export const piecesFor = (mentions: Mentions, placeholder: string) => [
  StarterKit.configure({
    heading: false,
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    horizontalRule: false,
    dropcursor: false,
    gapcursor: false,
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: allowed,
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: null },
    },
  }),
  Quotation,
  Mention.configure({
    HTMLAttributes: { 'data-mention': '' },
    deleteTriggerWithBackspace: true,
    suggestion: mentions.suggestion(),
  }),
  Placeholder.configure({ placeholder }),
];
