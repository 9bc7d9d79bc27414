import { reads } from '@/lib/api/endpoint';
import { agreementFilter, agreementView, differenceFilter, differenceList } from './comparison';
import { findAgreement } from './queries/agreement';
import { listDifferences } from './queries/differences';

export const comparisonEndpoints = {
  findAgreement: reads({
    summary: 'How far analysts agree: of each two, each type of tag, each article, and all together',
    query: agreementFilter,
    answer: agreementView,
    read: findAgreement,
  }),
  listDifferences: reads({
    summary: 'Where two analysts differ, in reading order: on which words and claims, and on what of them',
    query: differenceFilter,
    answer: differenceList,
    read: listDifferences,
  }),
};
