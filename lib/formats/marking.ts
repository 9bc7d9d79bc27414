/** Traffic Light Protocol 2.0 (FIRST, August 2022), from what all may read to what stays among those present. */
export const tlps = ['clear', 'green', 'amber', 'amber+strict', 'red'] as const;
export type Tlp = (typeof tlps)[number];

/** As the protocol wants it written: "TLP:AMBER+STRICT". */
export const sayTlp = (tlp: Tlp): string => `TLP:${tlp.toUpperCase()}`;
