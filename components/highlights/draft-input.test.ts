import { describe, expect, it } from 'vitest';
import { tagChange, tagInput, type Tag } from '@/lib/highlights/highlight';
import { draftOf, draftOn, withConfidence, withDenial, type Draft } from './draft';
import { inverseOf, tagChangeOf, tagInputOf } from './draft-input';
import { aCitation, aHighlight, aTag } from './layers.fixtures';

const uuid = (n: number) => `01a20aad-0000-7000-8000-${String(n).padStart(12, '0')}`;
const words = { start: 4, end: 9, quote: 'words' };
const draft = (change: Partial<Draft>): Draft => ({ ...draftOn(words, 'key'), ...change });
const claim: Draft['target'] = { kind: 'claim', id: uuid(1), statement: 'A claim.' };

describe('what a draft asks the server for', () => {
  it('is a mention or a citation that the API takes, without the fields nobody filled', () => {
    const known: Draft['target'] = { kind: 'entity', entity: { id: uuid(2), type: 'person', name: 'M' }, reason: null };
    const inputs = [
      tagInputOf(draft({ target: known })),
      tagInputOf(withConfidence(draft({ target: { kind: 'new-entity', type: 'place', name: 'Nusay' } }), 0)),
      tagInputOf(withDenial(draft({ target: claim, via: { id: uuid(3), name: 'Gatepost' }, viaOn: '2021-10-06' }))),
      tagInputOf(draft({ target: { kind: 'new-claim', statement: 'So.' }, implied: true, impliedHow: 'By the year.' })),
    ];
    expect(inputs).toEqual([
      { entityId: uuid(2) },
      { newEntity: { type: 'place', name: 'Nusay' }, confidence: 0 },
      { claimId: uuid(1), stance: 'contradicts', viaId: uuid(3), viaOn: '2021-10-06', denies: true },
      { newClaim: { statement: 'So.' }, stance: 'supports', implied: true, impliedHow: 'By the year.' },
    ]);
    for (const input of inputs) expect(tagInput.safeParse(input).success).toBe(true);
    expect(tagInputOf(draft({}))).toBeNull();
  });

  it('makes an unnamed source with its institution in the same write', () => {
    const source = { type: 'unnamed-source', name: 'An officer' };
    const of = (id: string | null) =>
      tagInputOf(
        draft({ target: claim, speaker: { kind: 'new', ...source, institution: { id, name: 'Border service' } } }),
      );
    expect(of(uuid(4))).toMatchObject({ newSpeaker: { ...source, institutionId: uuid(4) } });
    expect(of(null)).toMatchObject({ newSpeaker: { ...source, newInstitution: 'Border service' } });
    for (const input of [of(uuid(4)), of(null)]) expect(tagInput.safeParse(input).success).toBe(true);
  });

  it('is, for a change, only what differs, and its inverse sets that back', () => {
    const via = { id: uuid(3), name: 'Gatepost', on: '2021-10-06' };
    const tag: Tag = aCitation({
      claim: { id: uuid(1), statement: 'A claim.', status: 'draft' },
      confidence: 60,
      via,
      note: 'n',
    });
    const open = draftOf(aHighlight(4, 9, [tag]), tag, 'edit', 'key');
    expect(tagChangeOf(open, tag)).toEqual({});
    const change = tagChangeOf(withDenial({ ...withConfidence(open, null), via: null, note: ' ' }), tag);
    expect(change).toEqual({
      confidence: null,
      note: null,
      stance: 'contradicts',
      viaId: null,
      viaOn: null,
      denies: true,
    });
    expect(inverseOf(change, tag)).toEqual({
      confidence: 60,
      note: 'n',
      stance: 'supports',
      viaId: uuid(3),
      viaOn: '2021-10-06',
      denies: false,
    });
    for (const one of [change, inverseOf(change, tag)]) expect(tagChange.safeParse(one).success).toBe(true);
  });

  it('leaves a mention without the fields of a citation', () => {
    const tag = aTag({ entity: { id: uuid(2), type: 'person', name: 'M' } });
    const open = draftOf(aHighlight(4, 9, [tag]), tag, 'edit', 'key');
    const other: Draft['target'] = { kind: 'entity', entity: { id: uuid(5), type: 'person', name: 'N' }, reason: null };
    expect(tagChangeOf(withConfidence({ ...open, target: other }, 30), tag)).toEqual({
      confidence: 30,
      entityId: uuid(5),
    });
  });
});
