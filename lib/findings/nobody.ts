// Things that nobody had in mind: a policy that speaks of them speaks of everything of their kind.
import { type AccountId, type Arn, parseArn, type Region } from '@/lib/names/arn';

export const NOBODY = 'nobody-in-particular';

/** A role of that account. Never throws. */
export function strangeRole(like: Arn, account: AccountId): Arn {
  return `arn:${partitionOf(like)}:iam::${account}:role/${NOBODY}`;
}

/** An object of a bucket. Never throws. */
export function strangeObject(like: Arn): Arn {
  return `arn:${partitionOf(like)}:s3:::${NOBODY}/${NOBODY}`;
}

/** Something of a service, named by its kind: `table`, `function`, `key`. Never throws. */
export function strangeThing(
  like: Arn,
  service: string,
  account: AccountId,
  region: Region,
  resource: string,
): Arn {
  return `arn:${partitionOf(like)}:${service}:${region}:${account}:${resource}`;
}

export function partitionOf(arn: Arn): string {
  return parseArn(arn)?.partition ?? 'aws';
}
