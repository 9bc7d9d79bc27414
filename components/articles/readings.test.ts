import { describe, expect, it } from 'vitest';
import type { Upload } from '@/lib/articles/upload';
import { entryOf, replaced, withWaiting, type Reading } from './readings';

const upload = (id: string, encoding: string | null = null) => ({ id, name: `${id}.html`, encoding }) as Upload;
const sending: Reading = { key: 'k', name: 'b.html', state: 'sending', share: 1 };
const shown = (all: Reading[]) => all.map((one) => (one.state === 'preview' ? one.upload.id : one.state));

describe('files to look over', () => {
  it('those of an earlier visit stand first, as they were left', () => {
    const all = withWaiting([sending], [upload('a', 'koi8-r')]);
    expect(shown(all)).toEqual(['a', 'sending']);
    expect(all[0]).toMatchObject({ name: 'a.html', upload: { encoding: 'koi8-r' }, again: false, problem: null });
  });

  it('a file stands there once, whichever comes first: its answer, or the list of what waits', () => {
    const answer = entryOf({ name: 'b.html', upload: upload('b') }, null);
    const listedFirst = withWaiting([sending], [upload('a'), upload('b')]);
    expect(shown(replaced(listedFirst, 'k', [answer]))).toEqual(['a', 'b']);
    const answeredFirst = replaced([sending], 'k', [answer]);
    expect(shown(withWaiting(answeredFirst, [upload('a'), upload('b')]))).toEqual(['a', 'b']);
  });

  it('a line that is taken away takes no other with it', () => {
    const all = withWaiting([sending, { ...sending, key: 'other' }], [upload('a')]);
    expect(shown(replaced(all, 'k', []))).toEqual(['a', 'sending']);
  });
});
