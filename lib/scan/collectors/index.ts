// The only list of collectors.
import type { Collector } from '../collector';
import { account } from './account';
import { accountTags } from './account-tags';
import { codepipeline } from './codepipeline';
import { ec2 } from './ec2';
import { iam } from './iam';
import { kms } from './kms';
import { organizations } from './organizations';
import { s3 } from './s3';

export const collectors: readonly Collector[] = [
  organizations,
  accountTags,
  account,
  ec2,
  iam,
  codepipeline,
  s3,
  kms,
];
