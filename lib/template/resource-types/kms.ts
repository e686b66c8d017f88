// KMS: customer managed keys and their aliases.
import type { Json } from '@/lib/base/json';
import { factOf, keptDocument } from '../answers';
import { madeUpKeyId } from '../made-up-id';
import type { Resource, ResourceType } from '../resource-type';

const arnOf = (self: Resource) => `arn:${self.partition}:kms:${self.region}:${self.account}:key/${self.id()}`;

/** What KMS gives a key for which nobody wrote a policy.
 *  @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html (read 2026-11-27) */
const byDefault = ({ account, partition }: Resource): Json => ({
  Version: '2012-10-17',
  Id: 'key-default-1',
  Statement: [
    {
      Sid: 'Enable IAM User Permissions',
      Effect: 'Allow',
      Principal: { AWS: `arn:${partition}:iam::${account}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
  ],
});

const key: ResourceType = {
  type: 'AWS::KMS::Key',
  id: (self) => madeUpKeyId(`${self.account} ${self.region} ${self.stack.name} ${self.logicalId}`),
  attributes: { Arn: arnOf, KeyId: (self) => self.id() },
  facts: (self) => [
    factOf(self, 'key', 'kms:DescribeKey', arnOf(self), {
      KeyMetadata: {
        AWSAccountId: self.account,
        KeyId: self.id(),
        Arn: arnOf(self),
        Description: self.text('Description') ?? '',
        Enabled: self.property('Enabled') !== false,
        KeyState: self.property('Enabled') === false ? 'Disabled' : 'Enabled',
        KeyUsage: self.text('KeyUsage') ?? 'ENCRYPT_DECRYPT',
        KeySpec: self.text('KeySpec') ?? 'SYMMETRIC_DEFAULT',
        KeyManager: 'CUSTOMER',
        Origin: self.text('Origin') ?? 'AWS_KMS',
        MultiRegion: self.property('MultiRegion') ?? false,
      },
    }),
    factOf(self, 'key-policy', 'kms:GetKeyPolicy', arnOf(self), {
      Policy: JSON.stringify(keptDocument(self.property('KeyPolicy') ?? byDefault(self), self.partition)),
      PolicyName: 'default',
    }),
    factOf(self, 'key-grants', 'kms:ListGrants', arnOf(self), { Grants: [] }),
  ],
};

const alias: ResourceType = {
  type: 'AWS::KMS::Alias',
  id: (self) => self.text('AliasName') ?? '',
  attributes: {},
  facts: (self) => {
    const arn = `arn:${self.partition}:kms:${self.region}:${self.account}:${self.id()}`;
    const target = self.text('TargetKeyId') ?? '';
    return [
      factOf(self, 'key-alias', 'kms:ListAliases', arn, {
        AliasName: self.id(),
        AliasArn: arn,
        TargetKeyId: target.slice(target.lastIndexOf('/') + 1),
      }),
    ];
  },
};

export const kms: readonly ResourceType[] = [key, alias];
