// Where the page of a role is.
import { createSerializer, parseAsString } from 'nuqs/server';

export const roleState = { snapshot: parseAsString };

const withState = createSerializer(roleState);

/** The URL of a role by its id, `account.path-and-name`. Never throws. */
export function roleHref(id: string, snapshot: string | null): string {
  return withState(`/roles/${encodeURIComponent(id)}`, { snapshot });
}

/** The URL of the list of hats. Never throws. */
export function rolesHref(snapshot: string | null): string {
  return withState('/roles', { snapshot });
}
