/** The first page of a list as `usePages` keeps it, for what the server has read already. */
export const firstPage = (key: readonly unknown[], page: unknown) =>
  [[...key, 'pages'], { pages: [page], pageParams: [null] }] as const;
