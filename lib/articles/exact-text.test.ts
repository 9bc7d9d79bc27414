import { expect, it } from 'vitest';
import { isExactText } from './exact-text';

it.each([
  ['notes.txt', 'Words.', true],
  ['NOTES.TXT', '\ufeffWords.', true],
  ['README', 'Words.', true],
  ['empty.txt', '', true],
  ['page.html', '<p>Words.', false],
  ['notes.md', 'Words.', false],
  ['latin.txt', new Uint8Array([0x43, 0xe9]), false],
  ['wide.txt', new Uint8Array([0xff, 0xfe, 0x41, 0]), false],
  ['wide.txt', 'W\0o\0r\0d\0s\0', false],
  ['paper.txt', '%PDF-1.7', false],
  ['files.txt', 'PK\x03\x04', false],
])('%s: %s', (name, bytes, exact) => {
  expect(isExactText(name, Buffer.from(bytes))).toBe(exact);
});
