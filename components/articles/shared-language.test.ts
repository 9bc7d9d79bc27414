import { expect, it } from 'vitest';
import { sharedLanguage } from './shared-language';

const of = (...languages: (string | null)[]) => sharedLanguage(languages.map((language) => ({ language })));

it('articles share a language where each is in it', () => {
  expect(of('fr')).toBe('fr');
  expect(of('fr', 'fr')).toBe('fr');
  expect(of('fr', 'ar')).toBeNull();
  expect(of('fr', null)).toBeNull();
  expect(of(null, 'fr')).toBeNull();
  expect(of()).toBeNull();
});
