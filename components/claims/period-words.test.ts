import { expect, it } from 'vitest';
import { periodWords } from './period-words';

it.each([
  [{ from: '2012-05-03', to: '2012-05-03', note: null }, '3 May 2012'],
  [{ from: '2021-07-01', to: '2021-07-10', note: null }, '1 Jul 2021 – 10 Jul 2021'],
  [{ from: '2012-05-03', to: null, note: 'the ruling' }, 'from 3 May 2012, the ruling'],
  [{ from: null, to: '2021-10-07', note: null }, 'until 7 Oct 2021'],
  [{ from: null, to: null, note: 'before the war' }, 'before the war'],
  [null, ''],
])('says %j as "%s"', (period, words) => expect(periodWords(period)).toBe(words));
