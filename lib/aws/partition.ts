// Where a partition answers for its global services.
import type { Region } from '@/lib/names/arn';

/** The region whose endpoint answers for IAM, Organizations and other services without regions.
 *  @see https://docs.aws.amazon.com/general/latest/gr/rande.html (read 2026-11-24) */
export function globalRegion(partition: string): Region {
  if (partition === 'aws-us-gov') return 'us-gov-west-1';
  if (partition === 'aws-cn') return 'cn-north-1';
  return 'us-east-1';
}
