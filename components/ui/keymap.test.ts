import { describe, expect, it } from 'vitest';
import {
  clashOf,
  comboFromPress,
  hintOf,
  matchesKey,
  ownsKey,
  pickBinding,
  sayKey,
  takesText,
  unfitFor,
  type FocusPlace,
  type KeyBinding,
  type KeyPress,
  type KeyScope,
  type KeySettings,
} from './keymap';

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const binding = (id: string, key: string, more: Partial<KeyBinding> = {}): KeyBinding => ({
  id,
  key,
  label: id,
  run: () => undefined,
  ...more,
});
const scope = (name: string, bindings: KeyBinding[], exclusive: KeyScope['exclusive'] = false): KeyScope => ({
  name,
  exclusive,
  bindings,
});
const place = (tagName: string, more: Partial<FocusPlace> & { inside?: string } = {}): FocusPlace => ({
  tagName,
  closest: (selector) => (more.inside && selector.split(',').includes(more.inside) ? {} : null),
  ...more,
});
const ON: KeySettings = { singleKeys: true, remapped: {} };
const J = press('j', 'KeyJ');

describe('which press is which key', () => {
  it.each([
    ['a letter', J, 'j', true],
    ['a letter by what it writes, not by its place (AZERTY: Q writes a)', press('a', 'KeyQ'), 'a', true],
    ['the same place writing another letter', press('a', 'KeyQ'), 'q', false],
    ['a letter on a Cyrillic keyboard, by its place', press('о', 'KeyJ'), 'j', true],
    ['a letter on a Persian keyboard, by its place', press('ت', 'KeyJ'), 'j', true],
    ['an accented Latin letter is itself', press('é', 'KeyE'), 'e', false],
    ['a letter with Caps Lock', press('J', 'KeyJ'), 'j', true],
    ['a letter with Shift', press('J', 'KeyJ', { shiftKey: true }), 'j', false],
    ['the combination with Shift', press('J', 'KeyJ', { shiftKey: true }), 'shift+j', true],
    ['a digit by its place (AZERTY writes &)', press('&', 'Digit1'), '1', true],
    ['a digit on the number pad', press('7', 'Numpad7'), '7', true],
    ['the number pad with NumLock off', press('Home', 'Numpad7'), '7', false],
    ['Shift and a digit', press('!', 'Digit1', { shiftKey: true }), 'shift+1', true],
    ['a digit is not its shifted self', press('!', 'Digit1', { shiftKey: true }), '1', false],
    ['a sign, whatever it takes to write it', press('?', 'Minus', { shiftKey: true }), '?', true],
    ['a sign written with Shift on a German keyboard', press('/', 'Digit7', { shiftKey: true }), '7', false],
    ['Enter', press('Enter', 'Enter'), 'enter', true],
    ['Shift and Enter', press('Enter', 'Enter', { shiftKey: true }), 'enter', false],
    ['an arrow with Alt', press('ArrowUp', 'ArrowUp', { altKey: true }), 'alt+arrowup', true],
    ['a letter with Ctrl is no letter', press('j', 'KeyJ', { ctrlKey: true }), 'j', false],
  ])('%s', (_what, pressed, combo, expected) => {
    expect(matchesKey(pressed, combo, false)).toBe(expected);
  });

  it('takes Command for mod on a Mac and Ctrl elsewhere, never both', () => {
    const command = press('k', 'KeyK', { metaKey: true });
    const control = press('k', 'KeyK', { ctrlKey: true });
    expect([matchesKey(command, 'mod+k', true), matchesKey(control, 'mod+k', true)]).toEqual([true, false]);
    expect([matchesKey(command, 'mod+k', false), matchesKey(control, 'mod+k', false)]).toEqual([false, true]);
  });

  it('writes a press down so that the same press matches again', () => {
    const presses = [
      J,
      press('J', 'KeyJ', { shiftKey: true }),
      press('?', 'Slash', { shiftKey: true }),
      press('&', 'Digit1'),
      press(' ', 'Space'),
      press('k', 'KeyK', { ctrlKey: true, shiftKey: true }),
      press('+', 'BracketRight'),
    ];
    for (const one of presses) expect(matchesKey(one, comboFromPress(one, false)!, false)).toBe(true);
    expect(comboFromPress(press('Shift', 'ShiftLeft', { shiftKey: true }), false)).toBeNull();
    expect(comboFromPress(press('Dead', 'Equal'), false)).toBeNull();
  });
});

describe('where letters belong to the focus', () => {
  it.each([
    ['nothing focused', null, false],
    ['the page', place('BODY'), false],
    ['a text field', place('INPUT', { type: 'text' }), true],
    ['a search field', place('INPUT', { type: 'search' }), true],
    ['a checkbox', place('INPUT', { type: 'checkbox' }), false],
    ['a slider', place('INPUT', { type: 'range' }), false],
    ['a text area', place('TEXTAREA'), true],
    ['a list box of the browser', place('SELECT'), true],
    ['an editor', place('DIV', { isContentEditable: true }), true],
    ['an open menu, which finds by letters', place('DIV', { inside: '[role="menu"]' }), true],
    ['a button', place('BUTTON', { inside: 'button' }), false],
  ])('%s', (_what, focus, expected) => {
    expect(takesText(focus)).toBe(expected);
  });

  it('leaves Enter and Space to buttons and links, arrows to sliders', () => {
    const button = place('BUTTON', { inside: 'button' });
    const link = place('A', { inside: 'a[href]' });
    const slider = place('INPUT', { inside: 'input' });
    expect([ownsKey(button, 'enter'), ownsKey(button, 'space'), ownsKey(link, 'enter')]).toEqual([true, true, true]);
    expect([ownsKey(slider, 'arrowleft'), ownsKey(slider, 'j'), ownsKey(button, 'a')]).toEqual([true, false, false]);
  });
});

describe('what a press runs', () => {
  const page = scope('Everywhere', [binding('search', 'mod+k'), binding('keys', '?'), binding('rail', '[')]);
  const reader = scope('Reader', [binding('next', 'j', { repeat: true }), binding('accept', 'a')]);
  const run = (scopes: KeyScope[], pressed: KeyPress, focus: FocusPlace | null = null, settings = ON) =>
    pickBinding(scopes, pressed, focus, settings, false)?.id ?? null;

  it('prefers the scope that was mounted last', () => {
    const composer = scope('Composer', [binding('again', 'j')]);
    expect(run([page, reader], J)).toBe('next');
    expect(run([page, reader, composer], J)).toBe('again');
    expect(run([page, reader, composer], press('a', 'KeyA'))).toBe('accept');
  });

  it('is silent beneath a modal dialog, also with Ctrl, and undo stays with a field in it', () => {
    const undoes = scope('Tags', [binding('undo', 'mod+z'), binding('redo', 'mod+shift+z')]);
    const form = scope('In a form', [binding('send', 'mod+enter')]);
    const modal = scope('', [], 'modal');
    const Z = press('z', 'KeyZ', { ctrlKey: true });
    for (const focus of [null, place('INPUT', { type: 'text' }), place('BUTTON')]) {
      expect(run([page, undoes, modal, form], Z, focus)).toBeNull();
      expect(run([page, undoes, modal, form], press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }), focus)).toBeNull();
      expect(run([page, undoes, modal, form], press('k', 'KeyK', { ctrlKey: true }), focus)).toBeNull();
    }
    expect(run([page, undoes, modal, form], press('Enter', 'Enter', { ctrlKey: true }))).toBe('send');
    expect(run([page, undoes], Z)).toBe('undo');
  });

  it('is silent beside what asks for keys of its own, except for those with Ctrl', () => {
    const dialog = scope('', [], true);
    const inside = scope('Dialog', [binding('pick', 'a')]);
    expect(run([page, reader, dialog], J)).toBeNull();
    expect(run([page, reader, dialog, inside], press('a', 'KeyA'))).toBe('pick');
    expect(run([page, dialog], press('k', 'KeyK', { ctrlKey: true }))).toBe('search');
  });

  it('never acts while somebody types, except keys with Ctrl and those that say so', () => {
    const field = place('TEXTAREA');
    const leave = scope('Composer', [binding('leave', 'escape', { whileTyping: true })]);
    expect(run([page, reader], J, field)).toBeNull();
    expect(run([page], press('?', 'Slash', { shiftKey: true }), field)).toBeNull();
    expect(run([page], press('k', 'KeyK', { ctrlKey: true }), field)).toBe('search');
    expect(run([leave], press('Escape', 'Escape'), field)).toBe('leave');
    expect(run([leave], press('Escape', 'Escape', { isComposing: true }), field)).toBeNull();
    expect(run([leave], press('Escape', 'Escape', { keyCode: 229 }), field)).toBeNull();
    expect(run([reader], press('j', 'KeyJ', { isComposing: true }))).toBeNull();
  });

  it('acts once while a key is held, unless it repeats', () => {
    expect(run([reader], press('a', 'KeyA', { repeat: true }))).toBeNull();
    expect(run([reader], press('j', 'KeyJ', { repeat: true }))).toBe('next');
  });

  it('can be told to leave single keys alone', () => {
    const off = { singleKeys: false, remapped: {} };
    const list = scope('List', [binding('up', 'alt+arrowup'), binding('close', 'escape'), binding('first', '1')]);
    expect(run([reader], J, null, off)).toBeNull();
    expect(run([list], press('&', 'Digit1'), null, off)).toBeNull();
    expect(run([page], press('k', 'KeyK', { ctrlKey: true }), null, off)).toBe('search');
    expect(run([list], press('ArrowUp', 'ArrowUp', { altKey: true }), null, off)).toBe('up');
    expect(run([list], press('Escape', 'Escape'), null, off)).toBe('close');
  });

  it('leaves keys that write nothing on when single keys are off: arrows move the caret, Delete deletes', () => {
    const off = { singleKeys: false, remapped: {} };
    const text = scope('Text', [binding('right', 'arrowright'), binding('gone', 'delete'), binding('pick', 'space')]);
    expect(run([text], press('ArrowRight', 'ArrowRight'), null, off)).toBe('right');
    expect(run([text], press('Delete', 'Delete'), null, off)).toBe('gone');
    expect(run([text], press(' ', 'Space'), null, off)).toBeNull();
  });

  it('shows the key in force, and none where it is not heard', () => {
    const settings = { singleKeys: true, remapped: { next: 'n' } };
    expect(hintOf('j', 'next', settings)).toBe('n');
    expect(hintOf('j', 'other', settings)).toBe('j');
    expect(hintOf('j', 'next', { ...settings, singleKeys: false })).toBeNull();
    expect(hintOf('enter', undefined, { ...settings, singleKeys: false })).toBe('enter');
    expect(sayKey('mod+shift+arrowright')).toBe('Ctrl Shift Right');
    expect(sayKey('g')).toBe('G');
  });

  it('gives no command a key of editing, and none that writes to one that answers while typing', () => {
    const save = binding('save', 'shift+enter', { whileTyping: true });
    expect(unfitFor(save, 'mod+c')).not.toBeNull();
    expect(unfitFor(save, 'g')).not.toBeNull();
    expect(unfitFor(save, 'alt+g')).toBeNull();
    expect(unfitFor(binding('undo', 'mod+z'), 'mod+z')).toBeNull();
    // Kept from before it was refused: it writes its letter.
    const kept = { singleKeys: true, remapped: { save: 'g' } };
    expect(run([scope('Form', [save])], press('g', 'KeyG'), place('input'), kept)).toBeNull();
  });

  it('follows a remapped key on every screen that has the command, and names a clash', () => {
    const settings = { singleKeys: true, remapped: { next: 'n' } };
    const queue = scope('Queue', [binding('next', 'j')]);
    for (const one of [reader, queue]) {
      expect(run([one], press('n', 'KeyN'), null, settings)).toBe('next');
      expect(run([one], J, null, settings)).toBeNull();
    }
    expect(clashOf([reader], reader.bindings[1]!, 'n', settings)?.id).toBe('next');
    expect(clashOf([reader], reader.bindings[1]!, 'j', settings)).toBeNull();
  });

  it('names a clash with another part of the screen, but not with one that shares the key from the start', () => {
    const words = scope('On selected words', [binding('discuss words', 'd'), binding('highlight', 'h')]);
    const tags = scope('Tags', [binding('discuss', 'd'), binding('undo', 'u')]);
    expect(clashOf([page, tags, words], tags.bindings[1]!, '[', ON)?.id).toBe('rail');
    expect(clashOf([page, tags, words], tags.bindings[1]!, 'h', ON)?.id).toBe('highlight');
    expect(clashOf([page, tags, words], tags.bindings[0]!, 'd', ON)).toBeNull();
    expect(clashOf([page, tags, words], tags.bindings[0]!, 'g', ON)).toBeNull();
  });

  it('passes over what is switched off', () => {
    const off = scope('Reader', [binding('next', 'j', { enabled: false })]);
    expect(run([scope('List', [binding('row', 'j')]), off], J)).toBe('row');
  });
});
