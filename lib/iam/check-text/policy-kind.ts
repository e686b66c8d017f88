// The kinds of policies that people write, each with what AWS asks of its text.
import type { PolicyType } from '../policy-type';

/** What is written: a role's trust policy and a bucket policy are both resource policies, but AWS reads them differently. */
export type PolicyKind = 'trust' | 'inline' | 'managed' | 'bucket' | 'key' | 'resource' | 'scp' | 'rcp';

interface KindFacts {
  readonly type: PolicyType;
  /** The most characters, white space not counted; null where nothing is said here. */
  readonly longest: number | null;
  /** Whether a Sid takes letters and numbers only, and none twice. */
  readonly hasPlainSids: boolean;
  readonly resource: 'needed' | 'forbidden' | 'free';
}

/** Sizes are AWS's default quotas.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html (read 2026-11-27)
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html (20 KB; read 2026-11-27)
 *  @see https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html (32 KB; read 2026-11-27) */
export const POLICY_KINDS: { readonly [kind in PolicyKind]: KindFacts } = {
  trust: { type: 'resource', longest: 2048, hasPlainSids: true, resource: 'forbidden' },
  inline: { type: 'identity', longest: 10_240, hasPlainSids: true, resource: 'needed' },
  managed: { type: 'identity', longest: 6144, hasPlainSids: true, resource: 'needed' },
  bucket: { type: 'resource', longest: 20_480, hasPlainSids: false, resource: 'needed' },
  key: { type: 'resource', longest: 32_768, hasPlainSids: false, resource: 'needed' },
  resource: { type: 'resource', longest: null, hasPlainSids: false, resource: 'free' },
  scp: { type: 'scp', longest: null, hasPlainSids: false, resource: 'needed' },
  rcp: { type: 'rcp', longest: null, hasPlainSids: false, resource: 'needed' },
};
