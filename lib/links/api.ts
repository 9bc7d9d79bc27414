import { z } from 'zod';
import { reads, writes } from '@/lib/api/endpoint';
import { listOf } from '@/lib/core/words';
import { revokeLink, shareClaim, shareExport } from './commands';
import { linkInput, linkList, linkView } from './link';
import { listLinks } from './queries/links';

export const linkEndpoints = {
  listLinks: reads({
    summary: 'The links by which single things of a project are shared, newest first',
    query: linkList,
    answer: listOf(linkView),
    read: listLinks,
  }),
  shareClaim: writes({
    summary: 'Share an approved claim as it is now by a link; its address is shown once',
    input: linkInput,
    answer: linkView,
    status: 201,
    command: shareClaim,
  }),
  shareExport: writes({
    summary: 'Share an export by a link; its address is shown once',
    input: linkInput,
    answer: linkView,
    status: 201,
    command: shareExport,
  }),
  revokeLink: writes({
    summary: 'Revoke a link: its address shows nothing any more',
    input: z.strictObject({}),
    answer: linkView,
    status: 200,
    command: revokeLink,
  }),
};
