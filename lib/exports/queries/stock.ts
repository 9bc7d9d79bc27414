import { createHash } from 'node:crypto';
import { digestLine } from '@/lib/formats/digest';

/** What an export keeps of a claim that it knew of. */
export type StockRow = { claimId: string; wording: number; sha256: string; parts: string; inFile: boolean };
/** Keeps some of them. */
export type KeepStock = (rows: StockRow[]) => Promise<unknown>;
/** How many claims are in the file, and the one digest of all of them. */
export type Stock = { count: number; sha256: string };

const TOGETHER = 1000; // rows that are kept by one statement

/** Sums up what is noted, claim by claim in the order of their ids, and has it kept, some at a time while others are read. */
export function stocking(keep: KeepStock) {
  const hash = createHash('sha256');
  let count = 0;
  let waiting: StockRow[] = [];
  let keeping: Promise<unknown> = Promise.resolve();
  const hand = async () => {
    await keeping; // one at a time
    keeping = keep(waiting);
    keeping.catch(() => {}); // thrown where it is awaited
    waiting = [];
  };
  return {
    async note(row: StockRow): Promise<void> {
      waiting.push(row);
      if (row.inFile) {
        count += 1;
        hash.update(digestLine({ id: row.claimId, version: row.wording, sha256: row.sha256 }));
      }
      if (waiting.length === TOGETHER) await hand();
    },
    async end(): Promise<Stock> {
      if (waiting.length) await hand();
      await keeping;
      return { count, sha256: hash.digest('hex') };
    },
  };
}
