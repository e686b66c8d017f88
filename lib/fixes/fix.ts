// A fix: what to change, in which account, as a statement to add or a person to ask.
import type { Json } from '@/lib/base/json';
import type { AccountId } from '@/lib/names/arn';

export interface Fix {
  /** The account whose people must act. */
  readonly account: AccountId;
  /** `the key policy of artifacts-use2`. */
  readonly where: string;
  /** One sentence: what to do. */
  readonly sentence: string;
  /** The statement to add, or a list of them; null where something must be lifted, not added. */
  readonly statement: Json | null;
}
