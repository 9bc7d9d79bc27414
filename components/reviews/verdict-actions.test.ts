import { expect, it } from 'vitest';
import { verdictActions } from './verdict-actions';

const nothing = () => {};
const discuss = (open?: number) =>
  verdictActions({
    accept: nothing,
    ask: nothing,
    discuss: nothing,
    undo: nothing,
    ...(open === undefined ? {} : { open }),
  }).find(({ id }) => id === 'tag.discuss')?.word;

it('says that a discussion is open before anybody judges', () =>
  expect([discuss(2), discuss(0), discuss()]).toEqual(['Discuss (2 open)', 'Discuss', 'Discuss']));
