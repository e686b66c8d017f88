// The read-only role of each account as one plain description, for every format that can roll it out.
import type { Collector } from './collector';
import { readOnlyPolicy } from './permissions-document';

/** What a person may settle beforehand; the rest is asked when the role is rolled out. */
export interface ReadRoleChoices {
  /** Name, after its path if it has one. */
  readonly roleName?: string | undefined;
  /** Who may put the role on: an account id, or the ARN of a role or user. */
  readonly trusted?: string | undefined;
  readonly externalId?: string | undefined;
}

export interface ReadRole {
  readonly name: string;
  /** Begins and ends with a slash, as IAM wants it. */
  readonly path: string;
  /** null: asked when it is rolled out. */
  readonly trusted: string | null;
  /** null: none unless one is given when it is rolled out. */
  readonly externalId: string | null;
  readonly actions: readonly string[];
}

const DEFAULT_NAME = 'HatstackRead';

/** The role that may make exactly the calls that the collectors declare. Never throws. */
export function readRole(collectors: readonly Collector[], choices: ReadRoleChoices): ReadRole {
  const full = choices.roleName ?? DEFAULT_NAME;
  const slash = full.lastIndexOf('/');
  return {
    name: full.slice(slash + 1),
    path: slash < 0 ? '/' : `/${full.slice(0, slash)}/`,
    trusted: choices.trusted ?? null,
    externalId: choices.externalId ?? null,
    actions: readOnlyPolicy(collectors).Statement.flatMap(({ Action }) => Action),
  };
}
