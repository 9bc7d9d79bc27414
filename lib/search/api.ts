import { reads } from '@/lib/api/endpoint';
import { listOf } from '@/lib/core/words';
import { countName, search } from './queries';
import { nameCounts, nameFilter, searchFilter, searchHit } from './search';

export const searchEndpoints = {
  search: reads({
    summary: 'Words in articles, names and aliases, claims and comments; names also nearly so',
    query: searchFilter,
    answer: listOf(searchHit),
    read: search,
  }),
  countName: reads({
    summary: 'How often a name stands in the articles of a project, as whole words',
    query: nameFilter,
    answer: nameCounts,
    read: countName,
  }),
};
