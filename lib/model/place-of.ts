// Account and region of a resource, from its ARN.
import { type AccountId, type Arn, parseArn, type Region } from '@/lib/names/arn';

/** Both fields of the ARN; empty texts where it is no ARN. Never throws. */
export function placeOf(arn: Arn): { readonly account: AccountId; readonly region: Region } {
  const parts = parseArn(arn);
  return { account: parts?.account ?? '', region: parts?.region ?? '' };
}
