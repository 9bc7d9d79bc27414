const UP = Object.fromEntries([...'0123456789+-−–'].map((sign, at) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻'][at]]));
const DOWN = Object.fromEntries([...'0123456789+-−–'].map((sign, at) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₋₋'][at]]));

const FIGURES = /^[\d+\-−–]+$/;
/** Several notes at once (`1,2`), which after a figure would be a decimal. */
const NOTES = /^\d+([,;] ?\d+)+$/;
/** 1st, 2nd, 1er, 2ème: so they are written without being raised, too. */
const ORDINAL = /^(st|nd|rd|th|er|re|e|ère|ème|eme|nde?)$/i;
const LETTER = /[\p{L}\p{N}]/u;

/** Longer, it is a sentence that somebody set small. */
const LONGEST = 60;

/**
 * What is raised or lowered, as plain text that means the same: figures and signs have letters of their own in Unicode, and what has none
 * is parted by `^` or `_` from a letter or figure that it would otherwise run into. Null for what is to be read like any other words.
 * @param {string} text
 * @param {{ down?: boolean, before?: string, after?: string }} around `before` and `after`: the letters beside it, empty for a gap
 */
export function raised(text, { down = false, before = '', after = '' } = {}) {
  const said = text.replace(/\s+/g, ' ').trim();
  if (said === '' || said.length > LONGEST) return null;
  const figures = down ? DOWN : UP;
  const afterFigure = /\p{N}$/u.test(before);
  if (FIGURES.test(said) || (!down && NOTES.test(said) && !afterFigure))
    return said.replace(/[\d+\-−–]/g, (sign) => figures[sign]);
  if (!down && afterFigure && ORDINAL.test(said)) return said;
  const runsInto = LETTER.test(before) && /^[\p{L}\p{N}+\-−–]/u.test(said);
  const runsOn = LETTER.test(after) && /[\p{L}\p{N}]$/u.test(said);
  if (!runsInto && !runsOn) return said;
  const alone = !runsOn && /^(\p{L}+|\p{N}+)$/u.test(said);
  return `${down ? '_' : '^'}${alone ? said : `(${said})`}`;
}
