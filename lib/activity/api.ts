import { reads } from '@/lib/api/endpoint';
import { listOf } from '@/lib/core/words';
import { changesFilter, changesView, eventFilter, eventView, historyFilter, historyLine } from './activity';
import { listEvents, listHistory } from './queries';
import { listChanges } from './queries/changes';

export const activityEndpoints = {
  listEvents: reads({
    summary: 'The log of a project in its order, after a sequence number',
    query: eventFilter,
    answer: listOf(eventView),
    read: listEvents,
  }),
  listChanges: reads({
    summary: 'What changed after a cursor, for programs that keep up with a project',
    description:
      'Ask without `after` for everything, with `after=now` for a cursor to begin at; then send each answer’s `cursor` as the next `after`. Nothing is passed over, however many write at once. An event holds ids and names of fields, and beside them from what to what in ids and numbers (`confidence=40>80`), never text: fetch what you want of it. What a blind round hides from you is told when it is revealed, with its own older `seq`, and may have been told before the round: an event whose `seq` you know is the same event.',
    query: changesFilter,
    answer: changesView,
    read: listChanges,
  }),
  listHistory: reads({
    summary: 'The log in words, newest first',
    query: historyFilter,
    answer: listOf(historyLine),
    read: listHistory,
  }),
};
