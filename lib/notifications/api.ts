import { reads, writes } from '@/lib/api/endpoint';
import { readNotifications } from './commands';
import { notificationFilter, notificationList, readAnswer, readInput } from './notification';
import { listNotifications } from './queries';

export const notificationEndpoints = {
  listNotifications: reads({
    summary: 'One’s own inbox over all projects, newest first',
    query: notificationFilter,
    answer: notificationList,
    read: listNotifications,
  }),
  readNotifications: writes({
    summary: 'Mark lines of one’s own inbox as read',
    input: readInput,
    answer: readAnswer,
    status: 200,
    command: readNotifications,
  }),
};
