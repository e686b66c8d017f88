// One place that gives options: the command line, the environment or a file, each with where it said so.

import type { GivenFindings } from './read-findings';
import type { GivenServe } from './read-serve';
import type { GivenTiers } from './read-tiers';

export interface Given {
  /** One for a text or a switch (`true` or `false`), any number for a list. */
  readonly values: readonly string[];
  /** Where in a file it stands, as messages begin: `hatstack.yaml:3: `; empty elsewhere. */
  readonly place: string;
  /** The same of each value, where they stand on lines of their own. */
  readonly places?: readonly string[];
  /** What the person called it: `--region`, `HATSTACK_REGIONS`, `` `regions` ``; empty in a form. */
  readonly name: string;
}

/** What one place gives, by key of `SCAN_OPTIONS`. */
export type Layer = ReadonlyMap<string, Given>;

/** Accounts whose role is not called as in the others. */
export type RoleOverrides = ReadonlyMap<
  string,
  { readonly roleName?: string | undefined; readonly externalId?: string | undefined }
>;

export type ReadLayer =
  | {
      readonly kind: 'layer';
      readonly layer: Layer;
      readonly overrides?: RoleOverrides;
      readonly tiers?: GivenTiers;
      readonly findings?: GivenFindings;
      readonly serve?: GivenServe;
    }
  | { readonly kind: 'problem'; readonly problem: string };

/** The elements of a list that may be written with commas. Never throws. */
export function listOf(texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}
