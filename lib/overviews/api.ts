import { z } from 'zod';
import { reads } from '@/lib/api/endpoint';
import { overviewView, ownWork } from './overview';
import { findOverview, findOwnWork } from './queries';

const nothing = z.strictObject({});

export const overviewEndpoints = {
  findOverview: reads({
    summary: 'A project at a glance: its work by state, agreement at each reveal, and who is waiting for whom',
    query: nothing,
    unasked: true, // read again twice a minute
    answer: overviewView,
    read: (ctx, projectId) => findOverview(ctx, projectId),
  }),
  findOwnWork: reads({
    summary: 'One’s own work at a glance: what one is waited for, and what waits for others',
    query: nothing,
    unasked: true, // read again twice a minute
    answer: ownWork,
    read: (ctx, projectId) => findOwnWork(ctx, projectId),
  }),
};
