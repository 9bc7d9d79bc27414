import type { Round } from './round';

/** What may be done with a round in this state, by whoever it lets. An open round that all have handed in can be taken up again. */
const possible: Record<
  'hand-in' | 'take-back' | 'reveal',
  (round: Pick<Round, 'status' | 'blind'>, mine: boolean) => string | null
> = {
  'hand-in': ({ status }, mine) =>
    status === 'revealed'
      ? 'This round was revealed: there is nothing to hand in any more.'
      : mine
        ? 'You have handed in already.'
        : null,
  'take-back': ({ status }, mine) =>
    status === 'revealed'
      ? 'This round was revealed: what you handed in cannot be taken back.'
      : mine
        ? null
        : 'You have not handed in.',
  reveal: ({ status, blind }) =>
    blind ? (status === 'revealed' ? 'This round was revealed already.' : null) : 'Nothing is hidden in this round.',
};

/** Why an action is not possible now, in words; null when it is. `mine`: whether the actor has handed in. */
export const refusalOf = (
  action: keyof typeof possible,
  round: Pick<Round, 'status' | 'blind'>,
  mine = false,
): string | null => possible[action](round, mine);

/** Whether everybody else has handed in: the next hand-in is the last, and reveals a blind round. */
export const isLast = ({ analysts }: Pick<Round, 'analysts'>, userId: string): boolean =>
  analysts.every(({ analyst, handedInAt }) => handedInAt !== null || analyst.id === userId);
