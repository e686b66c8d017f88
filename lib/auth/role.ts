// Who may do how much: each role may do all that the one before it may.

/** Viewers look; reviewers also accept risks and export; operators also scan and delete snapshots. */
export const ROLES = ['viewer', 'reviewer', 'operator'] as const;
export type Role = (typeof ROLES)[number];

/** Whether `has` may do what needs `needed`. Never throws. */
export function isAtLeast(has: Role, needed: Role): boolean {
  return ROLES.indexOf(has) >= ROLES.indexOf(needed);
}

/** The role of that name, else null. Never throws. */
export function roleNamed(text: string | null | undefined): Role | null {
  return ROLES.find((role) => role === text) ?? null;
}

/** The highest of some roles; null where there is none. Never throws. */
export function highestRole(roles: readonly Role[]): Role | null {
  return ROLES.findLast((role) => roles.includes(role)) ?? null;
}
