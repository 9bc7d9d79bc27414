import { z } from 'zod';
import { reads, writes } from '@/lib/api/endpoint';
import { handInRound, openRound, revealRound, takeBackHandIn } from './commands';
import { findMoves, listRounds, previewRound, readRound } from './queries';
import {
  previewFilter,
  roundFilter,
  roundInput,
  roundList,
  roundMoves,
  roundPage,
  roundPreview,
  roundView,
} from './round';

const nothing = z.strictObject({});

export const roundEndpoints = {
  listRounds: reads({
    summary: 'The rounds of a project, newest first',
    query: roundFilter,
    answer: roundList,
    read: listRounds,
  }),
  openRound: writes({
    summary: 'Give articles or claims to analysts, openly or blind',
    input: roundInput,
    answer: roundView,
    status: 201,
    command: openRound,
  }),
  previewRound: reads({
    summary: 'What a blind round on these articles and claims would hide at once',
    query: previewFilter,
    answer: roundPreview,
    read: previewRound,
  }),
  findRound: reads({
    summary: 'One round with what it is about and how far one is',
    query: nothing,
    answer: roundPage,
    read: readRound,
  }),
  handInRound: writes({
    summary: 'Say that one is done; the last hand-in reveals a blind round',
    input: nothing,
    answer: roundView,
    status: 200,
    ifMatch: true,
    command: handInRound,
  }),
  takeBackHandIn: writes({
    summary: 'Take one’s hand-in back until the reveal',
    input: nothing,
    answer: roundView,
    status: 200,
    ifMatch: true,
    command: takeBackHandIn,
  }),
  revealRound: writes({
    summary: 'Show what a blind round hides before all have handed in',
    input: nothing,
    answer: roundView,
    status: 200,
    ifMatch: true,
    command: revealRound,
  }),
  findMoves: reads({
    summary: 'Who moved toward whom since the reveal',
    query: nothing,
    answer: roundMoves,
    read: findMoves,
  }),
};
