// Texts of article versions never change: the last few stay in memory by id, so that a save does not fetch a megabyte.
const KEPT = 20;
const texts = new Map<string, string>();

/** The text of a version, from memory or by `fetch`. Only for callers that have just seen that the version is theirs to read. */
export async function keptText(versionId: string, fetch: () => Promise<string>): Promise<string> {
  const kept = texts.get(versionId) ?? (await fetch());
  texts.delete(versionId);
  texts.set(versionId, kept);
  if (texts.size > KEPT) texts.delete(texts.keys().next().value!);
  return kept;
}
