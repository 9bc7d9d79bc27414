/**
 * Which key press means what: pure, so it can be tried without a browser. Letters and signs go by `event.key`,
 * digits by `event.code` (AZERTY has them behind Shift); on a keyboard without Latin letters a letter goes by its place.
 */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  repeat?: boolean;
  isComposing?: boolean;
  /** 229 while an input method has the key: some say so without `isComposing`. */
  keyCode?: number;
}

/** One command and the key that runs it. `key`: "j", "shift+enter", "mod+k" (Command on a Mac, else Ctrl), "?", "5", "alt+arrowup". */
export interface KeyBinding {
  /** Stable across screens: the same id shares one remapping, e.g. "tag.accept". */
  id: string;
  key: string;
  label: string;
  run: (event: KeyboardEvent) => void;
  /** Runs again while the key is held down. */
  repeat?: boolean;
  /** Runs in text fields too. Combinations with "mod" always do. */
  whileTyping?: boolean;
  enabled?: boolean;
}

export interface KeySettings {
  /** False switches off every key that is not pressed together with Ctrl, Command or Alt (WCAG 2.1.4). */
  singleKeys: boolean;
  remapped: Record<string, string>;
}

export interface KeyScope {
  name: string;
  /** Keys of scopes mounted earlier are silent while this one is there, except those with "mod"; under a `modal` one, these too. */
  exclusive: boolean | 'modal';
  bindings: readonly KeyBinding[];
}

interface Combo {
  mod: boolean;
  alt: boolean;
  shift: boolean;
  key: string;
}

const NAMED: Record<string, string> = { esc: 'escape', space: ' ', del: 'delete', return: 'enter' };
/** What editing any text takes: these are the browser's and the system's, and would be gone from every field. */
const EDITING = new Set(['a', 'c', 'v', 'x', 'z', 'y'].flatMap((letter) => [`mod+${letter}`, `mod+shift+${letter}`]));

const parsed = new Map<string, Combo>();

/** There are a few dozen, and every key that is pressed is held against all of them. */
function parse(combo: string): Combo {
  const known = parsed.get(combo) ?? comboOf(combo);
  parsed.set(combo, known);
  return known;
}

function comboOf(combo: string): Combo {
  const parts = combo.toLowerCase().split('+');
  const last = parts.at(-1) || '+';
  return {
    mod: parts.includes('mod'),
    alt: parts.includes('alt'),
    shift: parts.includes('shift'),
    key: NAMED[last] ?? last,
  };
}

function pressedKey(press: KeyPress): string {
  const key = press.key.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1];
  // A number pad with NumLock off sends arrows under the same code.
  if (digit && !(press.code.startsWith('Numpad') && key.length > 1)) return digit;
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1];
  if (letter && key.length === 1 && !/[\u0020-\u024f]/.test(key)) return letter.toLowerCase();
  return key;
}

/** True when the press is exactly that combination. Shift counts for letters, digits and named keys, not for signs such as "?". */
export function matchesKey(press: KeyPress, combo: string, mac: boolean): boolean {
  const wanted = parse(combo);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const foreign = mac ? press.ctrlKey : press.metaKey;
  const key = pressedKey(press);
  const sign = key.length === 1 && !/[\p{L}\p{N} ]/u.test(key);
  if (key !== wanted.key || foreign || mod !== wanted.mod) return false;
  // AltGr writes signs and reports Alt with Ctrl.
  return press.altKey === wanted.alt && (sign || press.shiftKey === wanted.shift);
}

/** The combination a press stands for, as it is stored when somebody remaps a key; null for a bare modifier or a dead key. */
export function comboFromPress(press: KeyPress, mac: boolean): string | null {
  if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Process', 'CapsLock'].includes(press.key)) return null;
  const key = pressedKey(press);
  const sign = key.length === 1 && !/[\p{L}\p{N} ]/u.test(key);
  const parts = [
    (mac ? press.metaKey : press.ctrlKey) && 'mod',
    press.altKey && 'alt',
    press.shiftKey && !sign && 'shift',
  ];
  return [...parts.filter(Boolean), key === ' ' ? 'space' : key].join('+');
}

/** What has the focus, as far as keys are concerned. */
export interface FocusPlace {
  tagName: string;
  type?: string | undefined;
  isContentEditable?: boolean;
  closest: (selector: string) => unknown;
}

const NOT_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'color', 'image', 'range']);
const OWN_KEYS = '[role="menu"],[role="listbox"],[role="tree"],[role="textbox"],[role="searchbox"],[role="combobox"]';

/** True where letters belong to the place that has the focus: text fields, editors, open menus and lists. */
export function takesText(place: FocusPlace | null): boolean {
  if (!place) return false;
  const tag = place.tagName.toLowerCase();
  if (tag === 'textarea' || tag === 'select' || place.isContentEditable) return true;
  if (tag === 'input') return !NOT_TEXT.has(place.type ?? 'text');
  return Boolean(place.closest(OWN_KEYS));
}

/** True where the focused control itself answers to this key: Enter on a link, Space on a button, arrows on a slider. */
export function ownsKey(place: FocusPlace | null, key: string): boolean {
  if (!place) return false;
  const { key: bare } = parse(key);
  if (bare === 'enter' || bare === ' ')
    return Boolean(place.closest('a[href],button,summary,[role="button"],[role="tab"]'));
  const moves = bare.startsWith('arrow') || bare === 'home' || bare === 'end';
  return moves && Boolean(place.closest('input,[role="slider"],[role="tab"],[role="radio"],[role="toolbar"]'));
}

/** The combination now in force for a binding. */
export function keyOf(binding: KeyBinding, settings: KeySettings): string {
  return settings.remapped[binding.id] ?? binding.key;
}

/** Whether a press of it writes something: a letter, a digit, a sign, a blank. */
export function writes(key: string): boolean {
  const { mod, alt, key: bare } = parse(key);
  return !mod && !alt && bare.length === 1;
}

/** Whether a key is heard at all: those that write can be switched off. */
const heard = (key: string, { singleKeys }: KeySettings): boolean => singleKeys || !writes(key);

/** Why a command cannot have this key, whatever else is on the screen; null where it can. */
export function unfitFor({ key, whileTyping }: KeyBinding, combo: string): string | null {
  if (combo === key) return null;
  if (EDITING.has(combo)) return 'It belongs to editing text.';
  return whileTyping && writes(combo) ? 'This one answers while you type: take a key that writes nothing.' : null;
}

/** A combination in words, for what is read out. */
export function sayKey(combo: string): string {
  const { mod, alt, shift, key } = parse(combo);
  const bare = key === ' ' ? 'space' : key.replace(/^arrow/, '');
  const name = bare.length > 1 ? bare.charAt(0).toUpperCase() + bare.slice(1) : bare.toUpperCase();
  return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', name].filter(Boolean).join(' ');
}

/** What a hint says of a command's key: the one in force, or nothing where it is not heard. */
export function hintOf(key: string, command: string | undefined, settings: KeySettings): string | null {
  const inForce = (command && settings.remapped[command]) ?? key;
  return heard(inForce, settings) ? inForce : null;
}

function allowed(binding: KeyBinding, press: KeyPress, place: FocusPlace | null, settings: KeySettings): boolean {
  const key = keyOf(binding, settings);
  const { mod } = parse(key);
  if (binding.enabled === false || (press.repeat && !binding.repeat)) return false;
  if (mod) return true;
  // A key from before that was looked at may still be kept.
  if ((binding.whileTyping !== true || writes(key)) && takesText(place)) return false;
  return !ownsKey(place, key) && heard(key, settings);
}

/** The binding that a press runs: scopes mounted later win, an exclusive scope hides those before it. */
export function pickBinding(
  scopes: readonly KeyScope[],
  press: KeyPress,
  place: FocusPlace | null,
  settings: KeySettings,
  mac: boolean,
): KeyBinding | null {
  if (press.isComposing || press.keyCode === 229) return null;
  let hidden = false;
  for (const scope of scopes.toReversed()) {
    for (const binding of scope.bindings) {
      const key = keyOf(binding, settings);
      if (hidden && !parse(key).mod) continue;
      if (matchesKey(press, key, mac) && allowed(binding, press, place, settings)) return binding;
    }
    if (scope.exclusive === 'modal') return null;
    hidden ||= scope.exclusive;
  }
  return null;
}

/**
 * Another command that the same key would run, if there is one: of the same scope, or of another on the screen that does
 * not share that key with it from the start, as Enter on words and Enter on a tag do.
 */
export function clashOf(
  scopes: readonly KeyScope[],
  binding: KeyBinding,
  combo: string,
  settings: KeySettings,
): KeyBinding | null {
  const others = scopes.flatMap(({ bindings }) => bindings).filter(({ id }) => id !== binding.id);
  return others.find((other) => keyOf(other, settings) === combo && other.key !== binding.key) ?? null;
}
