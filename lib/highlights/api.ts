import { z } from 'zod';
import { reads, writes } from '@/lib/api/endpoint';
import { revisedView, versionInput } from '@/lib/articles/article';
import { listOf } from '@/lib/core/words';
import { elsewhereView, highlightsInput, repeatInput, tagsAndHighlights, tagsChange } from './bulk';
import {
  deleteHighlight,
  moveHighlight,
  restoreHighlight,
  saveHighlight,
  translateHighlight,
} from './commands/highlights';
import { deleteHighlights, repeatTag, restoreHighlights, saveHighlights } from './commands/many-highlights';
import { changeTags, deleteTags, restoreTags } from './commands/many-tags';
import { reviseArticle } from './commands/revise';
import { unplaceHighlight } from './commands/unplace';
import { addTag, deleteTag, restoreTag, saveTag } from './commands/tags';
import {
  highlightFilter,
  highlightIds,
  highlightIdsAlong,
  highlightInput,
  highlightMove,
  highlightView,
  quotedTag,
  quotedTagFilter,
  tagChange,
  tagInput,
  tagView,
  translationInput,
  withAlong,
} from './highlight';
import { findHighlight, findTag, listCitations, listElsewhere, listHighlights, listMentions } from './queries';

const nothing = z.strictObject({});
const highlights = listOf(highlightView);

export const highlightEndpoints = {
  reviseArticle: writes({
    summary: 'Add a corrected version, from a text or an upload; every highlight is looked for in it',
    input: versionInput,
    answer: revisedView,
    status: 201,
    command: reviseArticle,
  }),
  listHighlights: reads({
    summary:
      'The highlights of an article with their tags, in reading order; of an earlier version, those that stood on it',
    query: highlightFilter,
    answer: highlights,
    read: listHighlights,
  }),
  saveHighlight: writes({
    summary: 'Highlight words, and tag them in the same write',
    input: highlightInput,
    answer: highlightView,
    status: 201,
    command: saveHighlight,
  }),
  findHighlight: reads({
    summary: 'One highlight',
    query: nothing,
    answer: highlightView,
    read: (ctx, id) => findHighlight(ctx, id),
  }),
  moveHighlight: writes({
    summary: 'Move the edges of a highlight',
    input: highlightMove,
    answer: highlightView,
    status: 200,
    ifMatch: true,
    command: moveHighlight,
  }),
  unplaceHighlight: writes({
    summary: 'Take back that lost words were placed by hand: they are lost again',
    input: nothing,
    answer: highlightView,
    status: 200,
    ifMatch: true,
    command: unplaceHighlight,
  }),
  translateHighlight: writes({
    summary: 'Put a translation beside a quote',
    input: translationInput,
    answer: highlightView,
    status: 200,
    ifMatch: true,
    command: translateHighlight,
  }),
  deleteHighlight: writes({
    summary: 'Delete a highlight with its tags',
    input: withAlong,
    answer: highlightView,
    status: 200,
    ifMatch: true,
    command: deleteHighlight,
  }),
  restoreHighlight: writes({
    summary: 'Bring a highlight back',
    input: withAlong,
    answer: highlightView,
    status: 200,
    ifMatch: true,
    command: restoreHighlight,
  }),
  saveHighlights: writes({
    summary: 'Highlight and tag many places of an article in one write',
    input: highlightsInput,
    answer: highlights,
    status: 201,
    command: saveHighlights,
  }),
  deleteHighlights: writes({
    summary: 'Delete several of one’s own highlights',
    input: highlightIdsAlong,
    answer: highlightIds,
    status: 200,
    command: deleteHighlights,
  }),
  restoreHighlights: writes({
    summary: 'Bring several of one’s own highlights back',
    input: highlightIdsAlong,
    answer: highlights,
    status: 200,
    command: restoreHighlights,
  }),
  changeTags: writes({
    summary: 'Change several of one’s own tags of an article in one write',
    input: tagsChange,
    answer: highlights,
    status: 200,
    command: changeTags,
  }),
  deleteTags: writes({
    summary: 'Delete several of one’s own tags of an article, with highlights that keep none',
    input: tagsAndHighlights,
    answer: tagsAndHighlights,
    status: 200,
    command: deleteTags,
  }),
  restoreTags: writes({
    summary: 'Bring back what was deleted together',
    input: tagsAndHighlights,
    answer: highlights,
    status: 200,
    command: restoreTags,
  }),
  addTag: writes({ summary: 'Tag a highlight', input: tagInput, answer: tagView, status: 201, command: addTag }),
  findTag: reads({ summary: 'One tag', query: nothing, answer: tagView, read: (ctx, id) => findTag(ctx, id) }),
  saveTag: writes({
    summary: 'Change one’s own tag',
    input: tagChange,
    answer: tagView,
    status: 200,
    ifMatch: true,
    command: saveTag,
  }),
  deleteTag: writes({
    summary: 'Delete one’s own tag',
    input: withAlong,
    answer: tagView,
    status: 200,
    ifMatch: true,
    command: deleteTag,
  }),
  restoreTag: writes({
    summary: 'Bring a tag back',
    input: withAlong,
    answer: tagView,
    status: 200,
    ifMatch: true,
    command: restoreTag,
  }),
  repeatTag: writes({
    summary: 'Tag the same spelling in the rest of the article, or in another one',
    input: repeatInput,
    answer: highlights,
    status: 201,
    command: repeatTag,
  }),
  listElsewhere: reads({
    summary: 'Other articles in which the spelling of a mention stands untagged',
    query: nothing,
    answer: elsewhereView,
    read: (ctx, id) => listElsewhere(ctx, id),
  }),
  listMentions: reads({
    summary: 'Every mention of an entity as cited, with its article',
    query: quotedTagFilter,
    answer: listOf(quotedTag),
    read: listMentions,
  }),
  listCitations: reads({
    summary: 'The citations of a claim: quotes with stance, speaker and outlet',
    query: quotedTagFilter,
    answer: listOf(quotedTag),
    read: listCitations,
  }),
};
