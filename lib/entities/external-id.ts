interface Scheme {
  /** The catalogue's own name. */
  readonly name: string;
  /** What a well-formed identifier looks like, once blanks are gone. */
  readonly form: RegExp;
  /** Whether its check digits agree with the rest. */
  readonly checks?: (value: string) => boolean;
  readonly address: (value: string) => string;
  /** A well-formed one, to be shown to people. */
  readonly example: string;
}

/** ISO 7064 mod 11-2, as ISNI and ORCID end: the last of 16 digits, X for ten. */
function mod11(value: string): boolean {
  const digits = value.replaceAll('-', '');
  let sum = 0;
  for (const digit of digits.slice(0, -1)) sum = (sum + Number(digit)) * 2;
  const check = (12 - (sum % 11)) % 11;
  return digits.at(-1) === (check === 10 ? 'X' : String(check));
}
/** ISO 7064 mod 97-10, as a LEI ends: letters count from 10 on. */
const mod97 = (value: string): boolean =>
  [...value].reduce((rest, sign) => Number(`${rest}${parseInt(sign, 36)}`) % 97, 0) === 1;

// Catalogues whose pages can be addressed by identifier alone. Nothing is fetched: these are only links.
const schemes: Record<string, Scheme> = {
  wikidata: {
    name: 'Wikidata',
    form: /^Q[1-9]\d*$/,
    address: (id) => `https://www.wikidata.org/wiki/${id}`,
    example: 'Q42',
  },
  viaf: { name: 'VIAF', form: /^\d{1,22}$/, address: (id) => `https://viaf.org/viaf/${id}`, example: '113230702' },
  isni: {
    name: 'ISNI',
    form: /^\d{15}[\dX]$/,
    checks: mod11,
    address: (id) => `https://isni.org/isni/${id}`,
    example: '0000 0001 2103 2683',
  },
  gnd: { name: 'GND', form: /^[\dX-]{8,12}$/, address: (id) => `https://d-nb.info/gnd/${id}`, example: '118540238' },
  lcnaf: {
    name: 'Library of Congress',
    form: /^n[a-z]?\d{8,10}$/,
    address: (id) => `https://id.loc.gov/authorities/names/${id}`,
    example: 'n79021164',
  },
  orcid: {
    name: 'ORCID',
    form: /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/,
    checks: mod11,
    address: (id) => `https://orcid.org/${id}`,
    example: '0000-0002-1825-0097',
  },
  ror: { name: 'ROR', form: /^0[a-z\d]{8}$/, address: (id) => `https://ror.org/${id}`, example: '05dxps055' },
  lei: {
    name: 'LEI',
    form: /^[A-Z\d]{18}\d\d$/,
    checks: mod97,
    address: (id) => `https://search.gleif.org/#/record/${id}`,
    example: '5493001KJTIIGC8Y1R12',
  },
  geonames: {
    name: 'GeoNames',
    form: /^[1-9]\d{0,9}$/,
    address: (id) => `https://www.geonames.org/${id}`,
    example: '1220409',
  },
  osm: {
    name: 'OpenStreetMap',
    form: /^(node|way|relation)\/[1-9]\d*$/,
    address: (id) => `https://www.openstreetmap.org/${id}`,
    example: 'relation/214626',
  },
  country: {
    name: 'ISO country',
    form: /^[A-Z]{2}$/,
    address: (id) => `https://www.iso.org/obp/ui/#iso:code:3166:${id}`,
    example: 'TJ',
  },
  opensanctions: {
    name: 'OpenSanctions',
    form: /^[A-Za-z\d][A-Za-z\d_-]{0,99}$/,
    address: (id) => `https://www.opensanctions.org/entities/${id}/`,
    example: 'NK-abc',
  },
  url: {
    name: 'Other address',
    form: /^https:\/\/[^\s"<>\\]+$/,
    address: (id) => id,
    example: 'https://example.org/somebody',
  },
};

/** The schemes that lead somewhere, as the form offers them. */
export const knownSchemes = Object.entries(schemes).map(([id, { name }]) => ({ id, name }));

const known = (scheme: string): Scheme | undefined => {
  const id = scheme.trim().toLowerCase();
  return Object.hasOwn(schemes, id) ? schemes[id] : undefined;
};

export interface ExternalLink {
  /** The catalogue, or the scheme as it was typed. */
  readonly name: string;
  readonly value: string;
  /** An https address, when the scheme is known and the identifier well-formed; else null. */
  readonly href: string | null;
}

/** Where an external identifier leads. Blanks in it ("0000 0001 2345 6789") are taken out for the address only. */
export function externalLink({ scheme, value }: { scheme: string; value: string }): ExternalLink {
  const found = known(scheme);
  const id = value.replace(/\s+/g, '');
  return {
    name: found?.name ?? scheme,
    value,
    href: found?.form.test(id) && (found.checks?.(id) ?? true) ? found.address(id) : null,
  };
}

/**
 * Why a catalogue cannot have given this identifier, in words that show one it could have given; null for a well-formed one and for
 * a scheme that is not among the known, whose identifiers are the project's own affair.
 */
export function malformed({ scheme, value }: { scheme: string; value: string }): string | null {
  const found = known(scheme);
  if (!found || externalLink({ scheme, value }).href) return null;
  return `“${value}” is not an identifier of ${found.name}: one looks like ${found.example}.`;
}
