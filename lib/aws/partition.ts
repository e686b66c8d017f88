// Where a partition answers for its global services.
import type { Region } from '@/lib/names/arn';

/** The region whose endpoint answers for IAM, Organizations and other services without regions.
 *  @see https://docs.aws.amazon.com/general/latest/gr/rande.html (read 2026-11-24) */
export function globalRegion(partition: string): Region {
  if (partition === 'aws-us-gov') return 'us-gov-west-1';
  if (partition === 'aws-cn') return 'cn-north-1';
  return 'us-east-1';
}

/** The partition that a region belongs to, by its name. Never throws. */
export function partitionOf(region: Region): string {
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return region.startsWith('cn-') ? 'aws-cn' : 'aws';
}
