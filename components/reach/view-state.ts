// The state of the page of the blast radius, as its URL holds it, and where it is.
import { createSerializer, parseAsString } from 'nuqs/server';

export const reachState = {
  /** Whom one begins with: a role, a user, an account, a service or an identity provider. */
  from: parseAsString,
  /** The hat, or the account, to which one comes. */
  to: parseAsString,
  /** The group of the map whose accounts are drawn one by one. */
  group: parseAsString,
  snapshot: parseAsString,
};

const withState = createSerializer(reachState);

/** The URL of the page. Never throws. */
export function reachHref(state: {
  readonly from?: string | null;
  readonly to?: string | null;
  readonly group?: string | null;
  readonly snapshot: string | null;
}): string {
  return withState('/reach', state);
}
