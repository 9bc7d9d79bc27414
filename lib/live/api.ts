import { presenceEnd, presenceSign, presenceTaken } from '@/lib/activity/presence';
import { writes } from '@/lib/api/endpoint';
import { endPresence, signPresence } from './presence';

export const liveEndpoints = {
  signPresence: writes({
    summary: 'Say that one is at an article or a claim, every 15 seconds or when one reads elsewhere in it',
    input: presenceSign,
    answer: presenceTaken,
    status: 200,
    unasked: true,
    command: signPresence,
  }),
  endPresence: writes({
    summary: 'Say that one has left',
    input: presenceEnd,
    answer: presenceTaken,
    status: 200,
    unasked: true,
    command: endPresence,
  }),
};
