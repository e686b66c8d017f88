// What one error message of AWS says of the request that failed, and what it leaves open.
import type { AccountId, Arn } from '@/lib/names/arn';
import type { DenialLayer } from '@/lib/names/denial-layer';

/** The kind of policy that a message blames; whether it denies or does not allow is said apart. */
export type BlamedLayer = Exclude<DenialLayer, 'identity-deny' | 'credentials' | 'organization'>;

/** denied: a request was refused; absent-or-denied: the thing is not there, or the request was refused, and the message does not
 *  say which; unsaid: something failed, and the message does not say whether for want of a permission; other: a failure that no
 *  permission cures. */
export type MessageAbout = 'denied' | 'absent-or-denied' | 'unsaid' | 'other';

export interface AwsMessage {
  /** Which wording it is; ids are stable. */
  readonly wording: string;
  /** Where this wording is documented, or was quoted in public. */
  readonly source: string;
  readonly about: MessageAbout;
  /** Whose request it was, as written: a session, role, user or service; null where the message does not say. */
  readonly principal: string | null;
  /** The role behind `principal`. */
  readonly role: { readonly account: AccountId; readonly name: string } | null;
  /** The IAM action, `kms:Decrypt`; null where the message does not say. */
  readonly action: string | null;
  /** Services whose refusal comes out in these words; empty where the message does not even say that. */
  readonly services: readonly string[];
  /** On what, as written or as the ARN of what it names; null where the message does not say. */
  readonly resource: Arn | null;
  readonly layer: BlamedLayer | null;
  /** Whether a statement denies (true) or none allows (false); null where the message does not say. */
  readonly explicit: boolean | null;
  /** The last thing that AWS wrote before it cut the message off; it may be the beginning of a longer name. */
  readonly cut: 'action' | 'resource' | null;
  /** What the reader should know of this wording beyond its words; null where it says what it means. */
  readonly caveat: string | null;
}

/** What a wording finds in a text; the rest is open. */
export type Found = Partial<Omit<AwsMessage, 'wording' | 'source'>>;

export interface Wording {
  readonly id: string;
  readonly source: string;
  /** Texts in these words, as AWS writes them, with made-up names. */
  readonly examples: readonly string[];
  /** What the text says, or null where it is not in these words. */
  readonly read: (text: string) => Found | null;
}
