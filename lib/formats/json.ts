import type { ExportSnapshot, Written } from './export';
import { ordered } from './order';

/**
 * Everything that the claims rest on, as one JSON document `{meta, claims, entities}` in the shape of `ExportSnapshot`
 * without `leftOut`. Offsets are UTF-16 code units, as `meta.offsetUnit` and every citation say.
 */
export function writeJson(snapshot: ExportSnapshot): Written {
  const { meta, claims, entities } = ordered(snapshot);
  const body = `${JSON.stringify({ meta, claims, entities }, null, 2)}\n`;
  return { files: [{ name: 'claims.json', contentType: 'application/json', body }] };
}
