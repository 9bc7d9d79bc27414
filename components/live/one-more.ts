// Pure: the next page of a list that others change meanwhile.

interface After {
  readonly data: { readonly pages: unknown[] } | undefined;
  readonly hasNextPage: boolean;
  readonly isError: boolean;
}

const TRIES = 5;

/** What a colleague does meanwhile reads the list again and ends what was under way: whoever asked for more gets it after that. */
export async function oneMore(next: (how: { cancelRefetch: boolean }) => Promise<After>, had: number): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { data, hasNextPage, isError } = await next({ cancelRefetch: false });
    if (isError || !hasNextPage || (data?.pages.length ?? 0) > had) return;
  }
}
