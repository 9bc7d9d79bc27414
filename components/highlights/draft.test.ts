import { describe, expect, it } from 'vitest';
import {
  confidenceIn,
  draftAgain,
  draftOf,
  draftOn,
  hasWork,
  isWritten,
  stepOut,
  withConfidence,
  withDenial,
  withStance,
  type Draft,
} from './draft';
import { aCitation, aHighlight } from './layers.fixtures';

const words = { start: 4, end: 9, quote: 'words' };
const cited = {
  ...draftOn(words, 'key'),
  target: { kind: 'claim' as const, id: 'c', statement: 'A claim.' },
  step: 'details' as const,
};

describe('a draft', () => {
  it('turns a denial into a contradiction, and back to the stance there was', () => {
    const context = withStance(cited, 'context');
    const denied = withDenial(context);
    expect(denied).toMatchObject({ denies: true, stance: 'contradicts' });
    expect(withDenial(denied)).toMatchObject({ denies: false, stance: 'context' });
    expect(withStance(denied, 'supports')).toMatchObject({ denies: false, stance: 'supports' });
    expect(withStance(denied, 'contradicts').denies).toBe(true);
  });

  it('takes a confidence by digits or at once, and leaves it unstated', () => {
    const typed = { ...cited, digits: '75' };
    expect(confidenceIn(typed)).toBe(75);
    expect(confidenceIn(withConfidence(typed, 0))).toBe(0);
    expect(confidenceIn(withConfidence(typed, null))).toBeNull();
  });

  it('never carries confidence, speaker or note over to the second tag on the same words', () => {
    const full: Draft = {
      ...cited,
      digits: '9',
      note: 'n',
      denies: true,
      speaker: { kind: 'new', type: 'unnamed-source', name: 'An officer', institution: null },
    };
    const again = draftAgain(full, 'other key');
    expect(again).toMatchObject({
      ...words,
      step: 'find',
      mode: 'claim',
      digits: '',
      note: '',
      denies: false,
      key: 'other key',
    });
    expect(again.speaker).toEqual({ kind: 'own-voice' });
    expect(again.purpose).toEqual({ kind: 'add', highlight: null, saving: 'key' });
  });

  it('steps out one at a time', () => {
    const steps = [];
    for (let now: ReturnType<typeof stepOut> = { ...cited, step: 'via' }; now; now = stepOut(now)) steps.push(now.step);
    expect(steps).toEqual(['via', 'details', 'find', 'offer']);
    const highlight = aHighlight(4, 9, [aCitation()]);
    const edit = draftOf(highlight, highlight.tags[0]!, 'edit', 'key');
    expect(stepOut({ ...edit, step: 'find' })?.step).toBe('details');
    expect(stepOut(edit)).toBeNull();
  });

  it('knows what somebody wrote from what they looked for', () => {
    const on = draftOn(words, 'key');
    expect([on, { ...on, query: 'ars' }, { ...on, mode: 'claim' as const, query: 'two boats' }].map(isWritten)).toEqual(
      [false, false, false],
    );
    expect(isWritten({ ...on, mode: 'claim', query: 'Two boats left.' })).toBe(true);
    expect(isWritten({ ...on, mode: 'claim', query: '船は二隻だった' })).toBe(true);
    expect(isWritten({ ...on, note: 'By hand.' })).toBe(true);
    const highlight = aHighlight(4, 9, [{ ...aCitation(), note: 'By hand.' }]);
    const edit = draftOf(highlight, highlight.tags[0]!, 'edit', 'key');
    expect(isWritten(edit)).toBe(false);
    expect(isWritten({ ...edit, note: 'By hand, in ink.' })).toBe(true);
  });

  it('knows whether leaving loses something', () => {
    expect(hasWork(draftOn(words, 'key'))).toBe(false);
    expect(hasWork({ ...cited, query: ' a' })).toBe(true);
    expect(hasWork({ ...cited, problem: 'No answer.' })).toBe(true);
  });
});
