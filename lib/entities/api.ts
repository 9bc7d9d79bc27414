import { z } from 'zod';
import { reads, writes } from '@/lib/api/endpoint';
import { listOf } from '@/lib/core/words';
import { addEntity, allowSuggestions, deleteEntity, refuseSuggestion, restoreEntity, saveEntity } from './commands';
import { protectEntity, unprotectEntity } from './commands/protection';
import {
  addedTypes,
  entityChange,
  entityFilter,
  entityInput,
  entityNames,
  entityVersionView,
  entityView,
} from './entity';
import { listEntities, listEntityNames, listEntityTypes, listSuggestionRefusals, readEntity } from './queries';
import { listEntityVersions } from './queries/versions';
import { refusalIds, refusalInput, refusalList, refusalView } from './suggestion';

const nothing = z.strictObject({});

export const entityEndpoints = {
  listEntities: reads({
    summary: 'The entities of a project',
    query: entityFilter,
    answer: listOf(entityView),
    read: listEntities,
  }),
  listEntityTypes: reads({
    summary: 'The types of entity that a project added, in the order in which they came',
    query: nothing,
    answer: addedTypes,
    read: listEntityTypes,
  }),
  listEntityNames: reads({
    summary: 'Names and aliases of all entities of a project, to match words against',
    query: nothing,
    answer: entityNames,
    read: listEntityNames,
  }),
  addEntity: writes({
    summary: 'Add an entity',
    input: entityInput,
    answer: entityView,
    status: 201,
    command: addEntity,
  }),
  findEntity: reads({
    summary: 'One entity; of a merged one the survivor, with `mergedInto`',
    query: nothing,
    answer: entityView,
    read: readEntity,
  }),
  listEntityVersions: reads({
    summary: 'What changes of an entity took the place of, newest first',
    query: nothing,
    answer: listOf(entityVersionView),
    read: listEntityVersions,
  }),
  saveEntity: writes({
    summary: 'Change an entity; `aliases` is the whole list',
    input: entityChange,
    answer: entityView,
    status: 200,
    ifMatch: true,
    command: saveEntity,
  }),
  protectEntity: writes({
    summary: 'Keep who this is inside the project: outside it has a placeholder’s name, and its words are withheld',
    input: nothing,
    answer: entityView,
    status: 200,
    ifMatch: true,
    command: protectEntity,
  }),
  unprotectEntity: writes({
    summary: 'Let this be named outside the project again',
    input: nothing,
    answer: entityView,
    status: 200,
    ifMatch: true,
    command: unprotectEntity,
  }),
  deleteEntity: writes({
    summary: 'Delete an entity that nothing names any more',
    input: nothing,
    answer: entityView,
    status: 200,
    ifMatch: true,
    command: deleteEntity,
  }),
  restoreEntity: writes({
    summary: 'Bring an entity back',
    input: nothing,
    answer: entityView,
    status: 200,
    ifMatch: true,
    command: restoreEntity,
  }),
  listSuggestionRefusals: reads({
    summary: 'Names that are not suggested in this project, newest first',
    query: nothing,
    answer: refusalList,
    read: listSuggestionRefusals,
  }),
  refuseSuggestion: writes({
    summary: 'Suggest a name no more, for an entity or, without one, for a type',
    input: refusalInput,
    answer: refusalView,
    status: 201,
    command: refuseSuggestion,
  }),
  allowSuggestions: writes({
    summary: 'Suggest refused names again',
    input: refusalIds,
    answer: refusalIds,
    status: 200,
    command: allowSuggestions,
  }),
};
