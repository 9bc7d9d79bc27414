import { describe, expect, it } from 'vitest';
import { noAnswer, Problem } from '@/lib/api/client';
import { UndoStack, type Step } from './undo-stack';

/** A world with one number in it; each step sets it back and knows the way forth again. */
function world() {
  const state = { value: 0, version: 1 };
  const stack = new UndoStack();
  const step = (label: string, to: number): Step => ({
    label,
    back: async () => {
      const now = state.value;
      state.value = to;
      state.version += 1;
      return step(label, now);
    },
  });
  const change = (label: string, to: number) => {
    stack.push(step(label, state.value));
    state.value = to;
  };
  return { state, stack, change };
}

describe('undo and redo', () => {
  it('take changes back newest first and bring them again', async () => {
    const { state, stack, change } = world();
    change('one', 1);
    change('two', 2);
    expect(await stack.undo()).toBe('two');
    expect(state.value).toBe(1);
    expect(await stack.undo()).toBe('one');
    expect(state.value).toBe(0);
    expect(await stack.undo()).toBeNull();
    expect(await stack.redo()).toBe('one');
    expect(await stack.redo()).toBe('two');
    expect(state.value).toBe(2);
    expect(await stack.undo()).toBe('two');
    expect(state.value).toBe(1);
  });

  it('forget what was undone once something new is done', async () => {
    const { stack, change } = world();
    change('one', 1);
    await stack.undo();
    change('other', 5);
    expect(await stack.redo()).toBeNull();
    expect(stack.counts).toEqual({ undo: 1, redo: 0 });
  });

  it('drop a step that was refused; one asked for meanwhile waits its turn', async () => {
    const { state, stack, change } = world();
    change('one', 1);
    let refuse: (error: Error) => void = () => {};
    stack.push({ label: 'gone', back: () => new Promise((_, reject) => void (refuse = reject)) });
    const refused = stack.undo();
    const next = stack.undo();
    await Promise.resolve();
    expect(state.value).toBe(1);
    refuse(new Error('stale'));
    await expect(refused).rejects.toThrow('stale');
    expect(await next).toBe('one');
    expect(state.value).toBe(0);
  });

  it('keep a step that nothing answered, either way: the next try is of the same', async () => {
    const { state, stack, change } = world();
    change('one', 1);
    let fault: Problem | null = noAnswer();
    const faulty = (step: Step): Step => ({
      label: step.label,
      back: async () => {
        if (fault) throw fault;
        const back = await step.back();
        return back && faulty(back);
      },
    });
    const two: Step = {
      label: 'two',
      back: async () => ((state.value = 1), { label: 'two', back: async () => ((state.value = 2), two) }),
    };
    stack.push(faulty(two));
    state.value = 2;
    await expect(stack.undo()).rejects.toThrow('did not answer');
    expect([state.value, stack.next('undo')]).toEqual([2, 'two']);
    fault = null;
    expect(await stack.undo()).toBe('two');
    fault = new Problem('internal', 500, 'Broken.');
    await expect(stack.redo()).rejects.toThrow('Broken');
    expect(stack.next('redo')).toBe('two');
    fault = null;
    expect(await stack.redo()).toBe('two');
    expect(state.value).toBe(2);
  });

  it('leave nothing to redo where there is no way back', async () => {
    const stack = new UndoStack();
    stack.push({ label: 'for good', back: async () => null });
    expect(await stack.undo()).toBe('for good');
    expect(stack.counts).toEqual({ undo: 0, redo: 0 });
  });
});

it('says what comes next either way, and tells when that changes', async () => {
  const { stack, change } = world();
  let told = 0;
  stack.heard.add(() => (told += 1));
  expect([stack.next('undo'), stack.next('redo')]).toEqual([undefined, undefined]);
  change('one', 1);
  expect([stack.next('undo'), stack.next('redo'), told]).toEqual(['one', undefined, 1]);
  await stack.undo();
  expect([stack.next('undo'), stack.next('redo'), told]).toEqual([undefined, 'one', 2]);
});

it('waits for a change that is under way, since that is what is meant', async () => {
  const { state, stack, change } = world();
  change('one', 1);
  let arrive: () => void = () => {};
  const saving = stack.during(new Promise<void>((done) => (arrive = done)).then(() => change('two', 2)));
  const undone = stack.undo();
  await Promise.resolve();
  expect(state.value).toBe(1);
  arrive();
  await saving;
  expect(await undone).toBe('two');
  expect(state.value).toBe(1);
  const refused = stack.during(Promise.reject(new Error('refused')));
  await expect(refused).rejects.toThrow('refused');
  expect(await stack.undo()).toBe('one');
});
