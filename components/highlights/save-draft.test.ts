import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Desk } from './desk';
import { draftOn } from './draft';
import { translateLayer } from './layer-actions';
import { aHighlight } from './layers.fixtures';
import { saveDraft } from './save-draft';

afterEach(() => vi.unstubAllGlobals());

/** A highlight on its way: nothing is answered before `answer` is called. */
function saving() {
  const desk = new Desk(
    { projectId: 'p', articleId: 'a', articleVersion: 1, me: { id: 'ines', name: 'Ines', role: 'analyst' } },
    new QueryClient(),
  );
  let answer!: (response: Response) => void;
  const promise = new Promise<Response>((resolve) => (answer = resolve));
  vi.stubGlobal('fetch', () => promise);
  const saved = saveDraft(desk, draftOn({ start: 24, end: 29, quote: 'pilot' }, 'key'));
  const [highlight] = desk.store.get().underWay;
  return { desk, saved, highlight: highlight!, answer };
}

describe('a translation that is asked for while its highlight is being saved', () => {
  it('is of the highlight that was saved', async () => {
    const { desk, saved, highlight, answer } = saving();
    translateLayer(desk, { highlight });
    expect(desk.store.get().translating).toBe(highlight.id);
    const made = { ...aHighlight(24, 29, []), id: 'made' };
    answer(Response.json(made));
    await saved;
    expect(desk.store.get()).toMatchObject({ translating: 'made', underWay: [] });
  });

  it('is of nothing where it was refused', async () => {
    const { desk, saved, highlight, answer } = saving();
    translateLayer(desk, { highlight });
    answer(Response.json({ code: 'forbidden', title: 'No.' }, { status: 403 }));
    await saved;
    expect(desk.store.get()).toMatchObject({ translating: null, underWay: [] });
  });

  it('of another highlight goes on', async () => {
    const { desk, saved, answer } = saving();
    desk.store.set({ translating: 'another' });
    answer(Response.json({ ...aHighlight(24, 29, []), id: 'made' }));
    await saved;
    expect(desk.store.get().translating).toBe('another');
  });
});
