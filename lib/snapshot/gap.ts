// A call that AWS refused or that failed: what we know that we do not know.
import type { AccountId, Arn, Region } from '@/lib/names/arn';
import type { DenialLayer } from '@/lib/names/denial-layer';
import type { CallName } from './fact';

export type GapCause = 'denied' | 'throttled' | 'unsupported' | 'failed';

export interface Gap {
  readonly source: CallName;
  /** The IAM action that would cure the gap; it can differ from the call (GetBucketEncryption needs s3:GetEncryptionConfiguration). */
  readonly permission: string;
  readonly account: AccountId;
  readonly region: Region | 'global';
  /** The resource that was asked about, or null where the call lists. */
  readonly scope: Arn | null;
  readonly cause: GapCause;
  /** AWS's own error code. */
  readonly code: string;
  /** Which kind of policy refused, where AWS's message says so. */
  readonly layer?: DenialLayer;
}
