// The only list of wordings. The first that fits a text reads it: those that name the request stand before those that only wrap it.
import type { Wording } from '../message';
import { aclNotSupported } from './acl-not-supported';
import { artifactObject } from './artifact-object';
import { assumeRole } from './assume-role';
import { assumedRoleRefused } from './assumed-role-refused';
import { bareAccessDenied } from './bare-access-denied';
import { bucketMissing } from './bucket-missing';
import { buildCommand } from './build-command';
import { buildSource } from './build-source';
import { capabilities } from './capabilities';
import { ciphertextKey } from './ciphertext-key';
import { connection } from './connection';
import { crossAccountPassRole } from './cross-account-pass-role';
import { deploymentBucket } from './deployment-bucket';
import { encodedAuthorization } from './encoded-authorization';
import { keyState } from './key-state';
import { notAuthorized } from './not-authorized';
import { objectForStack } from './object-for-stack';
import { providerAccess } from './provider-access';
import { replication } from './replication';
import { roleAccess } from './role-access';
import { roleNotAssumable } from './role-not-assumable';
import { saysNoMore } from './says-no-more';

export const WORDINGS: readonly Wording[] = [
  notAuthorized,
  assumeRole,
  assumedRoleRefused,
  roleNotAssumable,
  crossAccountPassRole,
  ciphertextKey,
  keyState,
  encodedAuthorization,
  replication,
  artifactObject,
  objectForStack,
  deploymentBucket,
  buildSource,
  connection,
  roleAccess,
  providerAccess,
  aclNotSupported,
  bucketMissing,
  capabilities,
  buildCommand,
  bareAccessDenied,
  saysNoMore,
];
