// The artifact stores of a made organisation, each with the key of its region.
import type { Json } from '@/lib/base/json';
import type { Fact } from '@/lib/snapshot/fact';
import { document, HUB, keyArn } from './organization-names';

/** A bucket that everybody of the organisation may read. */
export function bucketFacts(name: string, region: string): readonly Fact[] {
  const arn = `arn:aws:s3:::${name}`;
  const fact = (kind: string, source: Fact['source'], data: Json): Fact => ({
    kind,
    source,
    account: HUB,
    region: 'global',
    arn,
    data,
  });
  const policy = document({
    Effect: 'Allow',
    Principal: { AWS: '*' },
    Action: ['s3:GetObject*', 's3:GetBucket*', 's3:ListBucket'],
    Resource: [arn, `${arn}/*`],
    Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-bench' } },
  });
  return [
    fact('bucket', 's3:ListBuckets', { Name: name }),
    fact('bucket-location', 's3:GetBucketLocation', { LocationConstraint: region }),
    fact('bucket-policy', 's3:GetBucketPolicy', { Policy: JSON.stringify(policy) }),
    fact('bucket-encryption', 's3:GetBucketEncryption', null),
  ];
}

/** A store and its key, which those users may use. */
export function storeFacts(group: string, region: string, users: readonly string[]): readonly Fact[] {
  const arn = keyArn(group, region);
  const fact = (kind: string, source: Fact['source'], data: Json): Fact => ({
    kind,
    source,
    account: HUB,
    region,
    arn,
    data,
  });
  const policy = document(
    { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${HUB}:root` }, Action: 'kms:*', Resource: '*' },
    {
      Effect: 'Allow',
      Principal: { AWS: [...new Set(users)] },
      Action: ['kms:Decrypt', 'kms:DescribeKey'],
      Resource: '*',
    },
  );
  return [
    ...bucketFacts(`bench-artifacts-${group}-${region}`, region),
    fact('key', 'kms:DescribeKey', { KeyMetadata: { KeyState: 'Enabled', KeyManager: 'CUSTOMER' } }),
    fact('key-policy', 'kms:GetKeyPolicy', { Policy: JSON.stringify(policy) }),
    fact('key-grants', 'kms:ListGrants', { Grants: [] }),
  ];
}
