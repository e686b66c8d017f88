// The only list of resource readers. One more kind: its type in resource.ts, its file here, its table in inventory.ts.
import type { Reader } from '../reader';
import type { ResourceKind } from '../resource';
import { accountReader } from './account';
import { bucketReader } from './bucket';
import { groupReader } from './group';
import { identityProviderReader } from './identity-provider';
import { keyReader } from './key';
import { managedPolicyReader } from './managed-policy';
import { pipelineReader } from './pipeline';
import { roleReader } from './role';
import { userReader } from './user';

export const READERS = {
  account: accountReader,
  bucket: bucketReader,
  group: groupReader,
  'identity-provider': identityProviderReader,
  key: keyReader,
  'managed-policy': managedPolicyReader,
  pipeline: pipelineReader,
  role: roleReader,
  user: userReader,
} as const satisfies { readonly [K in ResourceKind]: Reader<K> };
