import { announce } from '@/components/ui/announce';
import type { KeyBinding } from '@/components/ui/keymap';
import { typeDigit } from './confidence-digits';

/** The keys that state a confidence: 7 5 is 75, 1 0 0 is 100, Backspace takes a digit away. */
export function digitKeys(typed: string, onTyped: (typed: string) => void): KeyBinding[] {
  const state = (next: string) => {
    onTyped(next);
    announce(next === '' ? 'Confidence not stated' : `Confidence ${next}`);
  };
  const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => ({
    id: `compose.confidence.${digit}`,
    key: digit,
    label: `Confidence: digit ${digit}`,
    run: () => state(typeDigit(typed, digit)),
  }));
  const remove = {
    id: 'compose.confidence.remove',
    key: 'backspace',
    label: 'Confidence: take a digit away',
    run: () => state(typed.slice(0, -1)),
  };
  return [...digits, remove];
}
