// A fix: what to change, in which account, as a policy with a statement more or as a person to ask.
import type { Json } from '@/lib/base/json';
import type { PolicyPlace } from '@/lib/model/overlay';
import type { AccountId } from '@/lib/names/arn';

export interface Fix {
  /** The account whose people must act. */
  readonly account: AccountId;
  /** `the key policy of artifacts-use2`. */
  readonly where: string;
  /** One sentence: what to do. */
  readonly sentence: string;
  /** The statements to add, or null where something must be lifted or made, not added. */
  readonly statements: readonly Json[] | null;
  /** The whole policy, before and after; null where nothing is added, or the policy as it is was not read. */
  readonly change: PolicyChange | null;
}

export interface PolicyChange {
  readonly place: PolicyPlace;
  /** Null: there is none yet. */
  readonly before: Json | null;
  readonly after: Json;
  /** What is added to make `after` of `before`. */
  readonly added: readonly Json[];
  /** What these stand in place of; left out where nothing is taken out. */
  readonly removed?: readonly Json[];
}
