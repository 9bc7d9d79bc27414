interface Scheme {
  /** The catalogue's own name. */
  readonly name: string;
  /** What a well-formed identifier looks like, once blanks are gone. */
  readonly form: RegExp;
  /** Whether its check digits agree with the rest. */
  readonly checks?: (value: string) => boolean;
  readonly address: (value: string) => string;
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
  wikidata: { name: 'Wikidata', form: /^Q[1-9]\d*$/, address: (id) => `https://www.wikidata.org/wiki/${id}` },
  viaf: { name: 'VIAF', form: /^\d{1,22}$/, address: (id) => `https://viaf.org/viaf/${id}` },
  isni: { name: 'ISNI', form: /^\d{15}[\dX]$/, checks: mod11, address: (id) => `https://isni.org/isni/${id}` },
  gnd: { name: 'GND', form: /^[\dX-]{8,12}$/, address: (id) => `https://d-nb.info/gnd/${id}` },
  lcnaf: {
    name: 'Library of Congress',
    form: /^n[a-z]?\d{8,10}$/,
    address: (id) => `https://id.loc.gov/authorities/names/${id}`,
  },
  orcid: {
    name: 'ORCID',
    form: /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/,
    checks: mod11,
    address: (id) => `https://orcid.org/${id}`,
  },
  ror: { name: 'ROR', form: /^0[a-z\d]{8}$/, address: (id) => `https://ror.org/${id}` },
  lei: {
    name: 'LEI',
    form: /^[A-Z\d]{18}\d\d$/,
    checks: mod97,
    address: (id) => `https://search.gleif.org/#/record/${id}`,
  },
  geonames: { name: 'GeoNames', form: /^[1-9]\d{0,9}$/, address: (id) => `https://www.geonames.org/${id}` },
  osm: {
    name: 'OpenStreetMap',
    form: /^(node|way|relation)\/[1-9]\d*$/,
    address: (id) => `https://www.openstreetmap.org/${id}`,
  },
  country: {
    name: 'ISO country',
    form: /^[A-Z]{2}$/,
    address: (id) => `https://www.iso.org/obp/ui/#iso:code:3166:${id}`,
  },
  opensanctions: {
    name: 'OpenSanctions',
    form: /^[A-Za-z\d][A-Za-z\d_-]{0,99}$/,
    address: (id) => `https://www.opensanctions.org/entities/${id}/`,
  },
  url: { name: 'Other address', form: /^https:\/\/[^\s"<>\\]+$/, address: (id) => id },
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
