import { reads } from '@/lib/api/endpoint';
import { listOf } from '@/lib/core/words';
import { search } from './queries';
import { searchFilter, searchHit } from './search';

export const searchEndpoints = {
  search: reads({
    summary: 'Words in articles, names and aliases, claims and comments; names also nearly so',
    query: searchFilter,
    answer: listOf(searchHit),
    read: search,
  }),
};
