import { describe, expect, it } from 'vitest';
import { externalLink, knownSchemes, malformed } from './external-id';

describe('externalLink', () => {
  it.each([
    ['wikidata', 'Q42', 'https://www.wikidata.org/wiki/Q42'],
    ['Wikidata', 'Q42', 'https://www.wikidata.org/wiki/Q42'],
    ['viaf', '113230702', 'https://viaf.org/viaf/113230702'],
    ['isni', '0000 0001 2103 2683', 'https://isni.org/isni/0000000121032683'],
    ['geonames', '1220409', 'https://www.geonames.org/1220409'],
    ['orcid', '0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097'],
    ['osm', 'relation/214626', 'https://www.openstreetmap.org/relation/214626'],
  ])('leads from %s %s to its page', (scheme, value, href) => expect(externalLink({ scheme, value }).href).toBe(href));

  it.each([
    ['wikidata', 'javascript:alert(1)'],
    ['wikidata', '../evil'],
    ['wikidata', 'Q0'],
    ['viaf', '1/../../x'],
    ['osm', 'node/1?x=<script>'],
    ['opensanctions', 'a"onclick="x'],
    ['isni', '0000 0001 2103 2684'],
    ['orcid', '0000-0002-1825-0098'],
    ['lei', '5493001KJTIIGC8Y1R13'],
    ['country', 'Tajikistan'],
    ['url', 'http://example.org'],
    ['url', 'javascript:alert(1)'],
    ['constructor', 'Q42'],
    ['__proto__', 'Q42'],
    ['', 'Q42'],
  ])('does not make a link of %s %s', (scheme, value) => {
    expect(externalLink({ scheme, value })).toMatchObject({ value, href: null });
  });

  it('knows each of the schemes it offers, over https, and shows an example that it takes', () => {
    for (const { id } of knownSchemes) {
      const example = / looks like (.*)\.$/.exec(malformed({ scheme: id, value: '?' }) ?? '')?.[1] ?? '';
      expect(malformed({ scheme: id, value: example })).toBeNull();
      expect(new URL(externalLink({ scheme: id, value: example }).href!).protocol).toBe('https:');
    }
  });
});

it('says what is wrong with an identifier, and leaves schemes of the project’s own alone', () => {
  expect(malformed({ scheme: 'wikidata', value: 'q42' })).toBe(
    '“q42” is not an identifier of Wikidata: one looks like Q42.',
  );
  expect(malformed({ scheme: 'internal', value: 'anything' })).toBeNull();
});
