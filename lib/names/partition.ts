// Partitions: what differs between aws, aws-us-gov and aws-cn in a name.

/** The partitions that AWS names things in. */
export const PARTITIONS = ['aws', 'aws-cn', 'aws-us-gov'] as const;

/** The DNS suffix of service endpoints in a partition, as it appears in `kms:ViaService`. Never throws.
 *  @see https://docs.aws.amazon.com/general/latest/gr/rande.html (read 2026-11-24) */
export function dnsSuffix(partition: string): string {
  return partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
}

/** The region in which a partition's IAM and global STS requests count as made. Never throws. */
export function globalRegion(partition: string): string {
  if (partition === 'aws-cn') return 'cn-north-1';
  return partition === 'aws-us-gov' ? 'us-gov-west-1' : 'us-east-1';
}
