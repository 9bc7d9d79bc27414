import { expect, it } from 'vitest';
import { oneMore } from './one-more';

const pages = (n: number, more = true, isError = false) => ({
  data: { pages: Array.from({ length: n }, () => null) },
  hasNextPage: more,
  isError,
});
/** A list whose reads answer these states in turn. */
function list(...answers: ReturnType<typeof pages>[]) {
  let asked = 0;
  const next = async (how: { cancelRefetch: boolean }) => {
    expect(how).toEqual({ cancelRefetch: false });
    return answers[Math.min(asked++, answers.length - 1)]!;
  };
  return { next, asked: () => asked };
}

it('asks again when the list was read anew instead', async () => {
  const interrupted = list(pages(1), pages(1), pages(2));
  await oneMore(interrupted.next, 1);
  expect(interrupted.asked()).toBe(3);
});

it('asks once where the page came, where there is none any more, and where it could not be read', async () => {
  for (const answer of [pages(2), pages(1, false), pages(1, true, true)]) {
    const one = list(answer);
    await oneMore(one.next, 1);
    expect(one.asked()).toBe(1);
  }
});

it('does not ask for ever', async () => {
  const never = list(pages(1));
  await oneMore(never.next, 1);
  expect(never.asked()).toBe(5);
});
