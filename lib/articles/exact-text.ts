/** Names under which plain text comes; anything else is read first, and looked at. */
const TEXT = /(^[^.]*|\.(txt|text|log))$/i;
/** First bytes of what is no text whatever it is called: PDF and ZIP. */
const OTHER = /^(%PDF-|PK[\x03\x05\x07])/;

/**
 * Whether a file is its own text: UTF-8 to the letter, so that there is nothing to look over. Its bytes come in as they are. A NUL is in no
 * text, but in every Latin one that is in UTF-16: that has to be read first.
 */
export function isExactText(name: string, bytes: Uint8Array | ArrayBuffer): boolean {
  if (!TEXT.test(name)) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !OTHER.test(text.slice(0, 8)) && !text.includes('\0');
  } catch {
    return false;
  }
}
