import { expect, it, vi } from 'vitest';
import { Problem } from '@/lib/api/client';
import { sendChange } from './send-change';

type Row = { name: string; note: string; version: number };
const base: Row = { name: 'old', note: '', version: 1 };
const stale = (current: Row) => new Problem('stale', 412, 'Changed.', { current });

/** Answers like a server that holds `held`. */
const server = (held: Row) => async (ifMatch: number) => {
  if (ifMatch !== held.version) throw stale(held);
  return { ...held, name: 'mine', version: held.version + 1 };
};
const mayResend = (current: Row) => current.name === base.name;

it('saves on what was seen', async () => {
  expect(await sendChange({ base, mayResend, send: server(base) })).toEqual({
    saved: { ...base, name: 'mine', version: 2 },
  });
});

it('sends again by itself when something else was changed meanwhile', async () => {
  const held = { ...base, note: 'theirs', version: 5 };
  const send = vi.fn(server(held));
  expect(await sendChange({ base, mayResend, send })).toEqual({
    saved: { name: 'mine', note: 'theirs', version: 6 },
    over: held,
  });
  expect(send.mock.calls).toEqual([[1], [5]]);
});

it('answers theirs when the same was changed, without writing over it', async () => {
  const held = { ...base, name: 'theirs', version: 5 };
  const send = vi.fn(server(held));
  expect(await sendChange({ base, mayResend, send })).toEqual({ theirs: held });
  expect(send).toHaveBeenCalledTimes(1);
});

it('passes other refusals on', async () => {
  const send = () => Promise.reject(new Problem('forbidden', 403, 'No.'));
  await expect(sendChange({ base, mayResend, send })).rejects.toMatchObject({ code: 'forbidden' });
});

it('does not try for ever while it keeps moving', async () => {
  let version = 1;
  const send = vi.fn(() => Promise.reject(stale({ ...base, version: (version += 1) })));
  expect(await sendChange({ base, mayResend, send })).toEqual({ theirs: { ...base, version: 4 } });
  expect(send).toHaveBeenCalledTimes(3);
});
