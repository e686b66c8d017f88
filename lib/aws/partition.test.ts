import { IAMClient } from '@aws-sdk/client-iam';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { STSClient } from '@aws-sdk/client-sts';
import { expect, test } from 'vitest';
import { roleArn } from '@/lib/names/arn';
import { globalRegion, partitionOf } from './partition';
import { quietSdk } from './quiet-sdk';

quietSdk();

const CASES = [
  ['eu-west-1', 'aws', 'us-east-1'],
  ['us-gov-east-1', 'aws-us-gov', 'us-gov-west-1'],
  ['cn-northwest-1', 'aws-cn', 'cn-north-1'],
] as const;

for (const [region, partition, home] of CASES) {
  test(`${region} is of ${partition}, whose global services answer in ${home}`, () => {
    expect(partitionOf(region)).toBe(partition);
    expect(globalRegion(partition)).toBe(home);
  });
}

/** Where the SDK sends a call, with the region that we give it. */
async function hostOf(
  client: {
    readonly config: {
      readonly endpointProvider: (parameters: {
        Region: string;
        UseFIPS: boolean;
        UseDualStack: boolean;
      }) => {
        readonly url: URL;
      };
    };
  },
  region: string,
): Promise<string> {
  const { url } = client.config.endpointProvider({ Region: region, UseFIPS: false, UseDualStack: false });
  return url.host;
}

/** @see https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html (read 2026-11-24) */
const HOSTS = [
  ['aws', 'sts.us-east-1.amazonaws.com', 'iam.amazonaws.com', 'organizations.us-east-1.amazonaws.com'],
  [
    'aws-us-gov',
    'sts.us-gov-west-1.amazonaws.com',
    'iam.us-gov.amazonaws.com',
    'organizations.us-gov-west-1.amazonaws.com',
  ],
  [
    'aws-cn',
    'sts.cn-north-1.amazonaws.com.cn',
    'iam.cn-north-1.amazonaws.com.cn',
    'organizations.cn-northwest-1.amazonaws.com.cn',
  ],
] as const;

for (const [partition, sts, iam, organizations] of HOSTS) {
  test(`in ${partition}, STS, IAM and Organizations are asked where they answer`, async () => {
    const region = globalRegion(partition);
    expect(await hostOf(new STSClient({ region }), region)).toBe(sts);
    expect(await hostOf(new IAMClient({ region }), region)).toBe(iam);
    expect(await hostOf(new OrganizationsClient({ region }), region)).toBe(organizations);
  });

  test(`a role of ${partition} is named in it`, () => {
    expect(roleArn(partition, '111111111111', 'team/Read')).toBe(
      `arn:${partition}:iam::111111111111:role/team/Read`,
    );
  });
}
