import { z } from 'zod';
import { reads, writes } from '@/lib/api/endpoint';
import { muteSubject, readNotifications, saveNoticeSetting } from './commands';
import { notificationFilter, notificationList, readAnswer, readInput } from './notification';
import { findNoticeSetting, listNotifications } from './queries';
import { muteInput, settingInput, settingView } from './setting';

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
  findNoticeSetting: reads({
    summary: 'Which kinds of lines one does not want, what is muted, and how often one is mailed',
    query: z.strictObject({}),
    answer: settingView,
    read: (ctx) => findNoticeSetting(ctx),
  }),
  saveNoticeSetting: writes({
    summary: 'Switch kinds of lines off and on, and choose how often they are mailed',
    input: settingInput,
    answer: settingView,
    status: 200,
    command: saveNoticeSetting,
  }),
  muteSubject: writes({
    summary: 'Mute a thread, or a claim with the threads on it, or let it be heard again',
    input: muteInput,
    answer: settingView,
    status: 200,
    command: muteSubject,
  }),
};
