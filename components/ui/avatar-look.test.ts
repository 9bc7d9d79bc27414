import { expect, it } from 'vitest';
import { avatarTone, initials } from './avatar-look';

it.each([
  ['Mara Lindqvist', 'ML'],
  ['Ines  de la Duarte ', 'ID'],
  ['Jo', 'JO'],
  ['王小明', '王小'],
  ['𝒜da', '𝒜D'],
  ['a.ost@desk.example', 'AE'],
  ['', '?'],
  ['  ', '?'],
])('%s becomes %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

it('gives a person the same tone every time, and people different ones', () => {
  const tones = Array.from({ length: 64 }, (_, at) => avatarTone(`person-${at}`));
  expect(tones).toEqual(Array.from({ length: 64 }, (_, at) => avatarTone(`person-${at}`)));
  expect(new Set(tones).size).toBe(8);
});
