/** How a comment's document is set, in the editor and where it is read. */
export const documentLook =
  'space-y-2 break-words [&_a]:text-accent [&_a]:underline [&_a]:decoration-accent/35 [&_a]:underline-offset-2 [&_a:hover]:decoration-accent ' +
  '[&_ul]:list-disc [&_ul]:ps-5 [&_ol]:list-decimal [&_ol]:ps-5 [&_li>*+*]:mt-1 [&_blockquote]:quoted [&_blockquote]:border-s-2 [&_blockquote]:border-line [&_blockquote]:ps-3 [&_blockquote]:text-md ' +
  '[&_[data-mention]]:rounded-sm [&_[data-mention]]:bg-accent-soft [&_[data-mention]]:px-0.5 [&_[data-mention]]:font-medium [&_[data-mention]]:text-accent';
