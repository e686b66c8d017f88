// Whether a bucket policy is public in the sense of S3's Block Public Access.
import type { Policy } from './policy';
import type { Condition, Statement } from './statement';
import { readAddressRange } from './values';

/** Keys that make a statement non-public when they are held to fixed values. */
const LIMITING: readonly string[] = [
  'aws:sourcearn',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceowner',
  'aws:sourceaccount',
  'aws:userid',
  'aws:principalorgid',
  's3:dataaccesspointarn',
  's3:dataaccesspointaccount',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
];

const WIDEST_BITS = { 4: 24n, 6: 96n } as const;

/** Whether some Allow of the policy is not limited to fixed principals or to fixed values of a key that S3 trusts. A statement that
 *  could not be read counts as limited: what it says is told as unknown elsewhere. Never throws.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status (read 2026-11-24) */
export function isPublicPolicy(policy: Policy): boolean {
  return policy.statements.some(isPublic);
}

function isPublic({ effect, principals, conditions }: Statement): boolean {
  if (effect !== 'Allow' || principals === null) return false;
  const isAnyone = principals.isNegated || principals.hasEveryone || principals.hasEveryAwsPrincipal;
  return isAnyone && !conditions.some(isLimiting);
}

function isLimiting({ operator, qualifier, isIfExists, key, written }: Condition): boolean {
  if (operator.isNegated || qualifier !== 'none' || isIfExists || written.length === 0) return false;
  if (key === 'aws:sourceip') return written.every(isNarrow);
  if (!LIMITING.includes(key) || (operator.family !== 'text' && operator.family !== 'folded')) return false;
  return written.every((value) => isFixed(value) || (key === 'aws:userid' && /^A[A-Z0-9]+:\*$/.test(value)));
}

function isFixed(value: string): boolean {
  return !/[*?]|\$\{/.test(value);
}

/** Not wider than /8 of version 4 or /32 of version 6. */
function isNarrow(value: string): boolean {
  const range = readAddressRange(value);
  return range !== null && range.last - range.first < 1n << WIDEST_BITS[range.version];
}
