import { describe, expect, it } from 'vitest';
import { Problem } from '@/lib/api/client';
import { leftToSay } from './left-to-say';

const taken = { path: 'email', message: 'There is an account with this address already.' };
const blank = { path: 'name', message: 'This cannot be blank.' };
const odd = { path: '', message: 'Something named here is not in this project.' };
const refused = (...issues: { path: string; message: string }[]) =>
  new Problem('invalid', 422, `${issues[0]?.path}: ${issues[0]?.message}`, { issues });

describe('what a form says above its fields', () => {
  it('is nothing when each fault stands at its field', () => {
    expect(leftToSay(refused(taken), [taken.message])).toBeNull();
    expect(leftToSay(refused(taken, blank), [blank.message, taken.message])).toBeNull();
  });

  it('is the whole sentence when no field says it', () => {
    expect(leftToSay(refused(taken), [])).toBe('email: There is an account with this address already.');
    expect(leftToSay(refused(taken, blank), [blank.message])).toBe(
      'email: There is an account with this address already.',
    );
  });

  it('is what is left, when the first stands at its field', () => {
    expect(leftToSay(refused(blank, odd), [blank.message])).toBe(odd.message);
  });

  it('is a refusal that is no field’s, whatever fields say', () => {
    expect(leftToSay(new Problem('own-work', 403, 'Nobody reviews their own work.'), [blank.message])).toBe(
      'Nobody reviews their own work.',
    );
  });
});
