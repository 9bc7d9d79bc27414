import { nameIn, type Schema } from '@/lib/api/openapi';

/** A type in few words, as a programmer reads it. */
export function typeWords(schema: Schema): string {
  if (schema.$ref) return nameIn(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeWords))].join(' | ');
  if (schema.type === 'array') {
    const item = typeWords(schema.items ?? {});
    return item.includes('|') ? `(${item})[]` : `${item}[]`;
  }
  if (schema.type === 'object') return 'object';
  return [schema.type].flat().join(' | ') || 'anything';
}

/** What bounds a value, beside its type. */
export function bounds({
  format,
  minLength,
  maxLength,
  minimum,
  maximum,
  minItems,
  maxItems,
  default: usual,
}: Schema): string {
  const span = (least: number | undefined, most: number | undefined, what: string) => {
    if (least === undefined && most === undefined) return null;
    if (least !== undefined && most !== undefined) return `${least} to ${most}${what}`;
    return most === undefined ? `at least ${least}${what}` : `at most ${most}${what}`;
  };
  const far = (value: number | undefined) => (Math.abs(value ?? 0) >= 2 ** 31 - 1 ? undefined : value);
  const said = [
    format,
    span(minLength, maxLength, ' characters'),
    span(far(minimum), far(maximum), ''),
    span(minItems, maxItems, ' items'),
    usual === undefined ? null : `otherwise ${JSON.stringify(usual)}`,
  ];
  return said.filter(Boolean).join(', ');
}
