import { describe, expect, it } from 'vitest';
import { carriedTo, stillCarried, withCarried, withoutCarried } from './carried';
import { draftOn } from './draft';
import { layersOf } from './layer';
import { aCitation, aHighlight, ana, otto } from './layers.fixtures';

const text = 'He said so. He said more.\r\nNobody said this.';
const mullah = { id: 'e-mullah', type: 'person', name: 'Zabihullah' };
const radio = { id: 'p-radio', name: 'Radio Longitude', on: '2021-07-12' };
const cited = (start: number, change: Parameters<typeof aCitation>[0]) =>
  aHighlight(start, start + 4, [aCitation(change)]);
const placed = (...highlights: ReturnType<typeof aHighlight>[]) => layersOf(highlights, ana.id, 1).placed;
const words = { start: 12, end: 24, quote: 'He said more' };

describe('speaker and via', () => {
  it('are those of one’s latest citation in the paragraph', () => {
    const layers = placed(
      cited(0, { speaker: mullah, createdAt: '2026-11-23T22:00:00.000Z' }),
      cited(3, { speaker: mullah, via: radio, createdAt: '2026-11-23T22:01:00.000Z' }),
    );
    expect(carriedTo(words, text, layers)).toEqual({
      speaker: { kind: 'entity', entity: mullah },
      via: { id: 'p-radio', name: 'Radio Longitude' },
      viaOn: '2021-07-12',
    });
    expect(carriedTo({ start: 27, end: 33 }, text, layers)).toBeNull();
  });

  it('are nobody’s after the outlet’s own voice, and never a colleague’s', () => {
    const spoke = cited(0, { speaker: mullah });
    expect(carriedTo(words, text, placed(spoke, cited(3, { createdAt: '' })))).toBeNull();
    expect(carriedTo(words, text, placed(cited(0, { speaker: mullah, author: otto })))).toBeNull();
  });

  it('are shown as carried until they are changed or dropped, which lasts', () => {
    const carried = carriedTo(words, text, placed(cited(0, { speaker: mullah, via: radio })));
    const draft = withCarried(draftOn(words, 'key'), carried);
    expect(stillCarried(draft)).toEqual({ speaker: true, via: true });
    expect(stillCarried({ ...draft, speaker: { kind: 'own-voice' } })).toEqual({ speaker: false, via: true });
    const dropped = withoutCarried(draft);
    expect(dropped).toMatchObject({ speaker: { kind: 'own-voice' }, via: null, viaOn: '' });
    expect(withCarried(dropped, carried)).toBe(dropped);
    const said = { ...draftOn(words, 'key'), via: { id: 'p', name: 'Gatepost' } };
    expect(withCarried(said, carried)).toBe(said);
  });
});
