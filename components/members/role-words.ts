import type { Role } from '@/lib/members/role';

/** What each role may do, in one line. */
export const roleWords: Record<Role, string> = {
  viewer: 'reads everything',
  analyst: 'tags, claims, discusses, reviews colleagues’ tags',
  reviewer: 'also approves claims',
  lead: 'also members, settings, publishers',
};
