// The process that turns one file into text. Standard input: a line of JSON (what to do), then the bytes. Standard output: a line of
// JSON, then the bytes of unpacked files, one after the other. It is started with guard.mjs, limits and an empty environment.
import { convert, open } from './convert.mjs';
import { Unreadable } from './unreadable.mjs';

// Standard output is the answer: what a library has to say on the way is no part of it.
for (const name of ['log', 'info', 'debug', 'warn']) console[name] = () => {};

async function readAll(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function answer({ task, ...asked }, bytes) {
  if (task === 'convert') return { done: await convert(asked, bytes) };
  const items = await open(asked, bytes);
  return {
    done: items && items.map(({ name, bytes: data, problem }) => ({ name, problem, size: data?.length })),
    data: items?.flatMap((item) => item.bytes ?? []),
  };
}

function problemOf(error) {
  if (error instanceof Unreadable) return error.message;
  if (error instanceof RangeError) return 'This file is nested too deeply to be read.';
  return 'This file could not be read: it is damaged, or made in a way that is not understood.';
}

const input = await readAll(process.stdin);
const end = input.indexOf(10);
let reply;
try {
  reply = await answer(JSON.parse(input.subarray(0, end).toString()), input.subarray(end + 1));
} catch (error) {
  reply = { problem: problemOf(error) };
}
const { data = [], ...head } = reply;
const whole = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...data]);
// A timer or a promise that a file left behind does not keep the process.
process.stdout.write(whole, () => process.exit(0));
