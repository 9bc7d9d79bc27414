import { z } from 'zod';
import { reads, writes } from '@/lib/api/endpoint';
import {
  adjudicationList,
  adjudicationView,
  agreedInput,
  decidedView,
  decisionInput,
  deskFilter,
  deskView,
  startInput,
} from './adjudication';
import {
  acceptAgreed,
  decidePlace,
  finishAdjudication,
  reopenAdjudication,
  startAdjudication,
  withdrawDecision,
} from './commands';
import { listAdjudications, readDesk } from './queries';

const nothing = z.strictObject({});

export const adjudicationEndpoints = {
  listAdjudications: reads({
    summary: 'How far the articles of a round are decided on, after its reveal',
    query: nothing,
    answer: adjudicationList,
    read: listAdjudications,
  }),
  findAdjudication: reads({
    summary: 'What the analysts of a round made of one of its articles, place by place, and what is decided',
    query: deskFilter,
    answer: deskView,
    read: readDesk,
  }),
  startAdjudication: writes({
    summary: 'Begin to decide between the analysts of a round on one of its articles',
    input: startInput,
    answer: adjudicationView,
    status: 201,
    command: startAdjudication,
  }),
  decidePlace: writes({
    summary: 'Decide on one place: take some of its tags, all, none, or write a third; what is not taken is rejected',
    input: decisionInput,
    answer: decidedView,
    status: 201,
    command: decidePlace,
  }),
  acceptAgreed: writes({
    summary: 'Accept everything on which all agree, as it was seen and counted',
    input: agreedInput,
    answer: decidedView,
    status: 201,
    command: acceptAgreed,
  }),
  withdrawDecision: writes({
    summary: 'Take a decision back with its verdicts',
    input: nothing,
    answer: decidedView,
    status: 200,
    command: withdrawDecision,
  }),
  finishAdjudication: writes({
    summary: 'Say that everything on an article is decided',
    input: nothing,
    answer: adjudicationView,
    status: 200,
    ifMatch: true,
    command: finishAdjudication,
  }),
  reopenAdjudication: writes({
    summary: 'Decide anew on an article that was finished',
    input: nothing,
    answer: adjudicationView,
    status: 200,
    ifMatch: true,
    command: reopenAdjudication,
  }),
};
