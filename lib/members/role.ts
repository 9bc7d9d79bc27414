// By itself, without the schemas: every screen asks what a role may do, and needs no parser for that.

export const roles = ['viewer', 'analyst', 'reviewer', 'lead'] as const;
export type Role = (typeof roles)[number];

/** Whether somebody in a role may give another role out: never above their own. */
export const mayGrant = (own: Role, granted: Role): boolean => roles.indexOf(granted) <= roles.indexOf(own);
