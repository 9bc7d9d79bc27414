import type { ExportClaim, ExportEntity } from './export';
import type { Writer } from './source';

const HEAD = '{\n  "of": [\n'.length;
const FOOT = '\n  ]\n}'.length;
/** As within a list two levels down, so that the whole reads like one `JSON.stringify`. */
const indented = (one: ExportClaim | ExportEntity): string => JSON.stringify({ of: [one] }, null, 2).slice(HEAD, -FOOT);

const within = (one: object): string => JSON.stringify(one, null, 2).replace(/\n/g, '\n  ');

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
 * without `leftOut`; an export of what changed has `changes` before the claims, which are those that are new or changed. Offsets are UTF-16 code units, as `meta.offsetUnit` and every citation say.
 */
export const writeJson: Writer = (source) => [
  {
    name: 'claims.json',
    contentType: 'application/json',
    async *chunks() {
      const { changes, ...meta } = source.meta;
      yield `{\n  "meta": ${within(meta)},\n`;
      if (changes) yield `  "changes": ${within(changes)},\n`;
      yield* list('claims', source.claims());
      yield ',\n';
      yield* list('entities', source.entities());
      yield '\n}\n';
    },
  },
];
