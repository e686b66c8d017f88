// What the map of accounts is made of: accounts, what they reach, and where a card leads.
import type { TierName } from '@/lib/model/tier';
import type { State } from '@/lib/verdict/judgement';

/** Where a card or a count leads. */
export type MapGoal =
  | { readonly kind: 'account'; readonly id: string }
  | { readonly kind: 'role'; readonly arn: string }
  | { readonly kind: 'pipelines'; readonly find: string; readonly state: State | null }
  /** The same map with this group of accounts drawn one by one; null: with none. */
  | { readonly kind: 'open'; readonly group: string | null }
  /** The list of all accounts. */
  | { readonly kind: 'accounts' };

export interface MapRow {
  readonly region: string;
  readonly state: State;
  /** `store, key`, `1 broken`, or empty. */
  readonly text: string;
  /** Pipelines that come by; null where they are not counted. */
  readonly count: number | null;
}

export interface MapAccount {
  readonly id: string;
  /** `group`: several accounts in one card; `more`: those of an open group that are not drawn. */
  readonly kind: 'hub' | 'target' | 'ci' | 'outside' | 'group' | 'more';
  readonly name: string;
  /** The twelve digits, or where it is. */
  readonly second: string;
  readonly note: string;
  readonly isProd: boolean;
  readonly isScanned: boolean;
  readonly state: State | null;
  readonly pipelines: number;
  readonly rows: readonly MapRow[];
  /** How far right in the pipelines it stands, on average: 0 is the first stage. */
  readonly stage: number;
  readonly goal: MapGoal | null;
  /** Its organisational units, the root's first; empty where they are not known. */
  readonly units: readonly string[];
  readonly tier: TierName | null;
  /** A group whose accounts stand below it. */
  readonly isOpen?: boolean;
  /** It stands below the open group that it belongs to. */
  readonly isMember?: boolean;
}

export interface MapReach {
  readonly from: string;
  readonly to: string;
  /** ARNs of the pipelines that take it; none for those who are only let in by trust policies. */
  readonly pipelines: ReadonlySet<string>;
  readonly state: State | 'neutral';
  /** Those of the pipelines that are in that state. */
  readonly inState: ReadonlySet<string>;
  readonly overBroad: boolean;
  /** The findings behind that. */
  readonly marks: readonly string[];
  /** Set on a line of the blast radius: how many hats of the other end are come by, and stores besides. */
  readonly blast?: { readonly hats: number; readonly things: number };
  /** Names of both ends, for whoever cannot see the line. */
  readonly ends: readonly [string, string];
  readonly goal: MapGoal | null;
}

export interface MapPlan {
  readonly hubs: readonly MapAccount[];
  readonly targets: readonly MapAccount[];
  readonly outside: readonly MapAccount[];
  readonly reaches: readonly MapReach[];
}
