import type { AccountKey } from './accounts';
import type { ClaimKey } from './claims';
import type { EntityKey } from './entities';

type On = { speaker: EntityKey } | { citation: string } | { claim: ClaimKey };
/** `mark` is an Admiralty letter of a speaker, or a digit of a citation or a claim; `settled` is a lead’s last word. */
export type GradeSeed = On & { by: AccountKey; mark: string; settled?: true };

/** The publishers' letters stand with the publishers. */
const sources: GradeSeed[] = [
  // Two analysts differ on him, and nobody has settled it.
  { speaker: 'border-officer', by: 'ines', mark: 'B' },
  { speaker: 'border-officer', by: 'tomasz', mark: 'D' },
  // They differed, and Daniel settled it.
  { speaker: 'mujahid', by: 'ines', mark: 'D' },
  { speaker: 'mujahid', by: 'tomasz', mark: 'E' },
  { speaker: 'mujahid', by: 'daniel', mark: 'D', settled: true },
  // Ines has yet to say: until then she is told only that a colleague has.
  { speaker: 'villagers', by: 'tomasz', mark: 'F' },
];

const said: GradeSeed[] = [
  { citation: 'officer-confirms', by: 'ines', mark: '2' },
  { citation: 'officer-confirms', by: 'tomasz', mark: '3' },
  { citation: 'spokesman-denies', by: 'tomasz', mark: '5' },
  { citation: 'spokesman-denies', by: 'daniel', mark: '4', settled: true },
];

const held: GradeSeed[] = [
  { claim: 'five-districts', by: 'ines', mark: '3' },
  { claim: 'five-districts', by: 'tomasz', mark: '4' },
  { claim: 'declared-readiness', by: 'ines', mark: '5' },
  { claim: 'declared-readiness', by: 'tomasz', mark: '5' },
  { claim: 'taliban-declared-readiness', by: 'tomasz', mark: '5' },
  { claim: 'founded-2010', by: 'ines', mark: '2' },
  { claim: 'founded-2010', by: 'tomasz', mark: '3' },
  { claim: 'founded-2006', by: 'tomasz', mark: '6' },
  { claim: 'ban-2012', by: 'ines', mark: '2' },
  { claim: 'ban-2012', by: 'tomasz', mark: '2' },
  { claim: 'ban-2012', by: 'daniel', mark: '2', settled: true },
  { claim: 'real-name', by: 'ines', mark: '2' },
  { claim: 'real-name', by: 'tomasz', mark: '2' },
  { claim: 'married-local-women', by: 'ines', mark: '3' },
  { claim: 'denial-on-video', by: 'tomasz', mark: '2' },
];

export const grades: GradeSeed[] = [...sources, ...said, ...held];
