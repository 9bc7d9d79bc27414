import { z } from 'zod';
import { reads, writes } from '@/lib/api/endpoint';
import { distinguishClaim, distinguishEntity, restoreDistinction, withdrawDistinction } from './commands/distinctions';
import { mergeClaim, mergeEntity, undoMerge } from './commands/merges';
import { splitEntity, undoSplit } from './commands/splits';
import {
  distinctionInput,
  distinctionList,
  distinctionView,
  likenessFilter,
  likenessList,
  mergeInput,
  mergeView,
  mergeWithSince,
  samenessView,
  splitInput,
  splitView,
  undoInput,
} from './merge';
import { readMerge } from './queries/merges';
import { findClaimSameness, findEntitySameness, listDistinctions, listLikenesses } from './queries/samenesses';

const nothing = z.strictObject({});

export const mergeEndpoints = {
  mergeEntity: writes({
    summary: 'Merge another entity into this one',
    input: mergeInput,
    answer: mergeView,
    status: 201,
    command: mergeEntity,
  }),
  mergeClaim: writes({
    summary: 'Merge another claim into this one',
    input: mergeInput,
    answer: mergeView,
    status: 201,
    command: mergeClaim,
  }),
  listLikenesses: reads({
    summary: 'Entities or claims of a project that may be one, the likeliest first, with why',
    query: likenessFilter,
    answer: likenessList,
    read: listLikenesses,
  }),
  listDistinctions: reads({
    summary:
      'Which entities or claims of a project are not the same, or may be, as somebody says; of merged ones the survivor’s id',
    query: likenessFilter,
    answer: distinctionList,
    read: listDistinctions,
  }),
  findEntitySameness: reads({
    summary: 'Whether an entity is another: merges, splits, and what was said of pairs',
    query: nothing,
    answer: samenessView,
    read: findEntitySameness,
  }),
  findClaimSameness: reads({
    summary: 'Whether a claim says what another says: merges, and what was said of pairs',
    query: nothing,
    answer: samenessView,
    read: findClaimSameness,
  }),
  findMerge: reads({
    summary: 'One merge, with the tags that its undo asks about',
    query: nothing,
    answer: mergeWithSince,
    read: readMerge,
  }),
  undoMerge: writes({
    summary: 'Undo a merge; each tag that was made since is named in `back` or in `stay`',
    input: undoInput,
    answer: mergeView,
    status: 200,
    ifMatch: true,
    command: undoMerge,
  }),
  splitEntity: writes({
    summary: 'Make an entity of some mentions of this one',
    input: splitInput,
    answer: splitView,
    status: 201,
    command: splitEntity,
  }),
  undoSplit: writes({
    summary: 'Put split mentions back',
    input: nothing,
    answer: splitView,
    status: 200,
    ifMatch: true,
    command: undoSplit,
  }),
  distinguishEntity: writes({
    summary: 'Record that another entity is not the same, or may be',
    input: distinctionInput,
    answer: distinctionView,
    status: 201,
    command: distinguishEntity,
  }),
  distinguishClaim: writes({
    summary: 'Record that another claim does not say the same, or may',
    input: distinctionInput,
    answer: distinctionView,
    status: 201,
    command: distinguishClaim,
  }),
  withdrawDistinction: writes({
    summary: 'Withdraw what was said of two entities or claims',
    input: nothing,
    answer: distinctionView,
    status: 200,
    ifMatch: true,
    command: withdrawDistinction,
  }),
  restoreDistinction: writes({
    summary: 'Say it again',
    input: nothing,
    answer: distinctionView,
    status: 200,
    ifMatch: true,
    command: restoreDistinction,
  }),
};
