import { isJob, type ExportJob, type MadeExport } from './export';

/** The export that was made at once. */
export function atOnce({ body }: { body: MadeExport | ExportJob }): { body: MadeExport } {
  if (isJob(body)) throw new Error('This export goes on by itself.');
  return { body };
}
