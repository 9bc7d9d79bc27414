import { reads } from '@/lib/api/endpoint';
import { listOf } from '@/lib/core/words';
import { eventFilter, eventView, historyFilter, historyLine } from './activity';
import { listEvents, listHistory } from './queries';

export const activityEndpoints = {
  listEvents: reads({
    summary: 'The log of a project in its order, after a sequence number',
    query: eventFilter,
    answer: listOf(eventView),
    read: listEvents,
  }),
  listHistory: reads({
    summary: 'The log in words, newest first',
    query: historyFilter,
    answer: listOf(historyLine),
    read: listHistory,
  }),
};
