/** What stands in the places 0x80 to 0x9F of windows-1252, by the WHATWG Encoding Standard; five of them are controls there too. */
const PLACES = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Bytes of windows-1252, which is also what pages mean by ISO 8859-1, Latin-1 and ASCII. TextDecoder is not asked: some versions of Node
 * answer with controls where the quotation marks, dashes and the euro sign are. Any bytes fit.
 */
export const westernOf = (bytes) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (control) => PLACES[control.charCodeAt(0) - 0x80]);
