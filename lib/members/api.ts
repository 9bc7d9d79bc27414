import { z } from 'zod';
import { reads, writes } from '@/lib/api/endpoint';
import { listOf } from '@/lib/core/words';
import {
  createProject,
  inviteMember,
  removeMember,
  restoreInvitation,
  restoreMember,
  revokeInvitation,
  saveMember,
  saveProject,
} from './commands';
import {
  invited,
  memberChange,
  memberInput,
  memberView,
  openInvitationView,
  projectChange,
  projectInput,
  projectView,
} from './member';
import { findProject, listInvitations, listMembers, listProjects } from './queries';

const nothing = z.strictObject({});

export const memberEndpoints = {
  listProjects: reads({
    summary: 'One’s own projects',
    query: nothing,
    answer: listOf(projectView),
    read: (ctx) => listProjects(ctx),
  }),
  createProject: writes({
    summary: 'Create a project and lead it',
    input: projectInput,
    answer: projectView,
    status: 201,
    command: createProject,
  }),
  findProject: reads({ summary: 'One project', query: nothing, answer: projectView, read: findProject }),
  saveProject: writes({
    summary: 'Change a project’s settings',
    input: projectChange,
    answer: projectView,
    status: 200,
    ifMatch: true,
    command: saveProject,
  }),
  listMembers: reads({
    summary: 'The members of a project',
    query: nothing,
    answer: listOf(memberView),
    read: listMembers,
  }),
  inviteMember: writes({
    summary: 'Take somebody in, or make a one-time link for who has no account yet',
    input: memberInput,
    answer: invited,
    status: 201,
    command: inviteMember,
  }),
  listInvitations: reads({
    restricted: true,
    summary: 'The invitations that nobody has taken up yet, for leads',
    query: nothing,
    answer: listOf(openInvitationView),
    read: listInvitations,
  }),
  revokeInvitation: writes({
    summary: 'Withdraw an invitation: its link lets nobody in',
    input: nothing,
    answer: openInvitationView,
    status: 200,
    command: revokeInvitation,
  }),
  restoreInvitation: writes({
    summary: 'Let the link of a withdrawn invitation work again',
    input: nothing,
    answer: openInvitationView,
    status: 200,
    command: restoreInvitation,
  }),
  saveMember: writes({
    summary: 'Change a member’s role',
    input: memberChange,
    answer: memberView,
    status: 200,
    ifMatch: true,
    command: saveMember,
  }),
  removeMember: writes({
    summary: 'Remove a member',
    input: nothing,
    answer: memberView,
    status: 200,
    ifMatch: true,
    command: removeMember,
  }),
  restoreMember: writes({
    summary: 'Bring a member back',
    input: nothing,
    answer: memberView,
    status: 200,
    ifMatch: true,
    command: restoreMember,
  }),
};
