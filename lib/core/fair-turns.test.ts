import { expect, it } from 'vitest';
import { inTurn } from './fair-turns';

// Work that ends when the test says so, or when it is told to give way.

function desk() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (owner: string, name: string) =>
    inTurn(owner, (yielding) => {
      begun.push(name);
      return new Promise<string>((done) => {
        ends.set(name, () => done(name));
        yielding.addEventListener('abort', () => done('gave way'));
      });
    });
  const settled = () => new Promise((done) => setTimeout(done, 5));
  return { begun, ask, end: (name: string) => ends.get(name)!(), settled };
}

it('whoever is alone has both places, and others wait in the order in which they came', async () => {
  const { begun, ask, end, settled } = desk();
  const all = ['a1', 'a2', 'a3'].map((name) => ask('a', name));
  await settled();
  expect(begun).toEqual(['a1', 'a2']);
  end('a1');
  await settled();
  expect(begun).toEqual(['a1', 'a2', 'a3']);
  end('a2');
  end('a3');
  expect(await Promise.all(all)).toEqual(['a1', 'a2', 'a3']);
});

it('two hostile files of one person hold up nobody else: the younger gives way at once and is done anew', async () => {
  const { begun, ask, end, settled } = desk();
  const hostile = ['a1', 'a2', 'a3'].map((name) => ask('a', name));
  await settled();
  const other = ask('b', 'b1');
  await settled();
  expect(begun).toEqual(['a1', 'a2', 'b1']);
  // A third person waits: nobody holds two.
  const third = ask('c', 'c1');
  await settled();
  expect(begun).toEqual(['a1', 'a2', 'b1']);
  end('b1');
  expect(await other).toBe('b1');
  await settled();
  // Before more of the first: c has no place yet.
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1']);
  end('c1');
  expect(await third).toBe('c1');
  await settled();
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a2']);
  for (const name of ['a1', 'a2', 'a3']) {
    end(name);
    await settled();
  }
  expect(await Promise.all(hostile)).toEqual(['a1', 'a2', 'a3']);
});

it('one person cannot fill the line: there is room for others in it', async () => {
  const { ask, end, settled } = desk();
  const mine = Array.from({ length: 103 }, (_, n) => ask('a', `a${n}`).catch((error: Error) => error.message));
  await settled();
  expect(await mine[102]).toMatch(/^Many files are being read/);
  const other = ask('b', 'b');
  await settled();
  end('b');
  expect(await other).toBe('b');
  for (let n = 0; n < 102; n += 1) {
    end(`a${n}`);
    await settled();
  }
  expect((await Promise.all(mine)).slice(0, 102)).toEqual(Array.from({ length: 102 }, (_, n) => `a${n}`));
});
