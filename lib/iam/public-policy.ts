// Whether a bucket policy is public in the sense of S3's Block Public Access.
import type { Policy } from './policy';
import type { Condition, Statement } from './statement';
import { not, or, type Tri, triOf } from './tri';
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

/** Keys that say who asks, as aws:PrincipalOrgID does, which S3's page gives as an example and no other beside it. */
const MAYBE_LIMITING: readonly string[] = [
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgpaths',
];

const WIDEST_BITS = { 4: 24n, 6: 96n } as const;

/** Whether some Allow of the policy is not limited to fixed principals or to fixed values of a key that S3 trusts. A statement that
 *  could not be read counts as limited: what it says is told as unknown elsewhere. Unknown where the page is not clear. Never throws.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status (read 2026-11-24) */
export function isPublicPolicy(policy: Policy): Tri {
  return policy.statements.map(isPublic).reduce(or, 'no');
}

function isPublic({ effect, principals, conditions }: Statement): Tri {
  if (effect !== 'Allow' || principals === null) return 'no';
  const isAnyone = principals.isNegated || principals.hasEveryone || principals.hasEveryAwsPrincipal;
  return isAnyone ? not(conditions.map(isLimiting).reduce(or, 'no')) : 'no';
}

/** Sessions of a role, whatever their names: whether AWS takes that for a fixed value its page does not say clearly. */
const ANY_SESSION = /^A[A-Z0-9]+:\*$/;

function isLimiting({ operator, qualifier, isIfExists, key, written }: Condition): Tri {
  if (operator.isNegated || qualifier !== 'none' || isIfExists || written.length === 0) return 'no';
  if (key === 'aws:sourceip') return triOf(written.every(isNarrow));
  if (operator.family !== 'text' && operator.family !== 'folded') return 'no';
  if (MAYBE_LIMITING.includes(key) && written.every(isFixed)) return 'unknown';
  if (!LIMITING.includes(key)) return 'no';
  const isSession = (value: string) => key === 'aws:userid' && ANY_SESSION.test(value);
  if (written.every(isFixed)) return 'yes';
  return written.every((value) => isFixed(value) || isSession(value)) ? 'unknown' : 'no';
}

function isFixed(value: string): boolean {
  return !/[*?]|\$\{/.test(value);
}

/** Not wider than /8 of version 4 or /32 of version 6. */
function isNarrow(value: string): boolean {
  const range = readAddressRange(value);
  return range !== null && range.last - range.first < 1n << WIDEST_BITS[range.version];
}
