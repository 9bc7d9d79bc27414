/** That something was saved; and where it was saved beside what a colleague changed meanwhile, which parts those are. */
export function saySaved(beside: readonly { part: string }[] = []): string {
  if (beside.length === 0) return 'Saved';
  const parts = beside.map(({ part }) => part.toLowerCase());
  const last = parts.pop();
  return `Saved, beside what a colleague changed meanwhile: ${parts.length ? `${parts.join(', ')} and ${last}` : last}`;
}
