// Which regions an account has enabled, and when that has to be asked.
import { isJsonObject } from '@/lib/base/json';
import type { Region } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';

export interface AccountRegions {
  readonly enabled: readonly Region[];
  /** Regions that AWS has and that this account has not opted into. */
  readonly optedOut: readonly Region[];
}

/** Every account has these; all others of the partition `aws` must be opted into.
 *  @see https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html (read 2026-11-24) */
const ALWAYS_ENABLED: ReadonlySet<Region> = new Set([
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
]);

/** Whether the accounts have to be asked: no region is named, or one that an account may have left disabled. Never throws. */
export function mustAskRegions(named: readonly Region[]): boolean {
  const isSure = (region: Region) => ALWAYS_ENABLED.has(region) || /^(us-gov|cn)-/.test(region);
  return named.length === 0 || !named.every(isSure);
}

/** The regions in the `account-region` facts of one account; null where there are none. Never throws. */
export function accountRegions(facts: readonly Fact[]): AccountRegions | null {
  const regions = facts.flatMap(({ kind, data }) => {
    if (kind !== 'account-region' || !isJsonObject(data) || typeof data.RegionName !== 'string') return [];
    return [{ name: data.RegionName, isEnabled: isEnabled(data.RegionOptStatus ?? data.OptInStatus) }];
  });
  if (regions.length === 0) return null;
  const names = (wanted: boolean) =>
    regions
      .filter((region) => region.isEnabled === wanted)
      .map(({ name }) => name)
      .sort();
  return { enabled: names(true), optedOut: names(false) };
}

/** In the words of `account:ListRegions`, and of `ec2:DescribeRegions`. One that is being switched on or off does not answer.
 *  @see https://docs.aws.amazon.com/accounts/latest/reference/API_Region.html (read 2026-11-24)
 *  @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Region.html (read 2026-11-24) */
function isEnabled(status: unknown): boolean {
  return ['ENABLED', 'ENABLED_BY_DEFAULT', 'opted-in', 'opt-in-not-required'].includes(String(status));
}
