import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Spool } from '@/lib/formats/source';

const BLOCK = 128 * 1024; // bytes of text that are packed as one
const pack = promisify<Buffer, { level: number }, Buffer>(deflateRaw);
const unpack = promisify<Buffer, Buffer>(inflateRaw);

/** Texts that follow each other, where they stand in the file once they are there. */
interface Block {
  readonly first: number;
  readonly at: number;
  readonly length: number;
}

/** A file that has no name: nobody else opens it, and it is gone with the server that is lost. Where names cannot go before, at its closing. */
async function openNameless() {
  const folder = await mkdtemp(path.join(tmpdir(), 'claimbench-export-'));
  const file = await open(path.join(folder, 'spool'), 'wx+', 0o600);
  const unname = () => rm(folder, { recursive: true, force: true });
  await unname().catch(() => {});
  return { file, close: () => file.close().then(unname) };
}

/** Which block holds the text of this number. */
function blockOf(blocks: readonly Block[], number: number): number {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle]!.first <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * A spool in a file, packed, as the folder for such files may itself be memory: of what is in it, a block is in memory, and a few
 * bytes for each text. It is opened when something is put into it.
 */
export function fileSpool(): Spool & { close: () => Promise<void> } {
  const blocks: Block[] = [];
  const starts: number[] = []; // of each text, within its block
  let opened: Awaited<ReturnType<typeof openNameless>> | undefined;
  let [waiting, filled, first, end]: [Buffer[], number, number, number] = [[], 0, 0, 0];
  let held: { block: number; text: Buffer } | undefined;
  const flush = async () => {
    const packed = await pack(Buffer.concat(waiting), { level: 1 });
    opened ??= await openNameless();
    await opened.file.write(packed, 0, packed.length, end);
    blocks.push({ first, at: end, length: packed.length });
    [waiting, filled, first, end] = [[], 0, starts.length, end + packed.length];
  };
  const textOf = async (file: FileHandle, block: number) => {
    const { at, length } = blocks[block]!;
    const packed = Buffer.alloc(length);
    await file.read(packed, 0, length, at);
    return { block, text: await unpack(packed) };
  };
  return {
    async put(text) {
      const bytes = Buffer.from(text);
      starts.push(filled);
      waiting.push(bytes);
      filled += bytes.length;
      if (filled >= BLOCK) await flush();
      return starts.length - 1;
    },
    async get(number) {
      if (number >= first && waiting.length) await flush();
      const block = blockOf(blocks, number);
      if (held?.block !== block) held = await textOf(opened!.file, block);
      const last = number + 1 === (blocks[block + 1]?.first ?? first);
      return held.text.toString('utf8', starts[number], last ? undefined : starts[number + 1]);
    },
    close: async () => opened?.close(),
  };
}
