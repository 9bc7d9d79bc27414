import type { ExportClaim, ExportEntity } from './export';
import type { Writer } from './source';

/** As within a list two levels down, so that the whole reads like one `JSON.stringify`. */
const indented = (one: ExportClaim | ExportEntity): string =>
  `    ${JSON.stringify(one, null, 2).replace(/\n/g, '\n    ')}`;

async function* list(name: string, items: AsyncIterable<ExportClaim | ExportEntity>): AsyncGenerator<string> {
  let before = `  "${name}": [\n`;
  let some = false;
  for await (const item of items) {
    yield before + indented(item);
    before = ',\n';
    some = true;
  }
  yield some ? '\n  ]' : `  "${name}": []`;
}

/**
 * Everything that the claims rest on, as one JSON document `{meta, claims, entities}` in the shape of `ExportSnapshot`
 * without `leftOut`. Offsets are UTF-16 code units, as `meta.offsetUnit` and every citation say.
 */
export const writeJson: Writer = (source) => [
  {
    name: 'claims.json',
    contentType: 'application/json',
    async *chunks() {
      yield `{\n  "meta": ${JSON.stringify(source.meta, null, 2).replace(/\n/g, '\n  ')},\n`;
      yield* list('claims', source.claims());
      yield ',\n';
      yield* list('entities', source.entities());
      yield '\n}\n';
    },
  },
];
