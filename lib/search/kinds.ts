/** What can be found, in words that need no schema: the palette comes to every page. */
export const searchKinds = ['entity', 'article', 'question', 'claim', 'comment'] as const;
