// The only list of collectors.
import type { Collector } from '../collector';
import { account } from './account';
import { accountTags } from './account-tags';
import { cloudformation } from './cloudformation';
import { codebuild } from './codebuild';
import { codedeploy } from './codedeploy';
import { codepipeline } from './codepipeline';
import { ec2 } from './ec2';
import { ec2Instances } from './ec2-instances';
import { ecs } from './ecs';
import { eventbridge } from './eventbridge';
import { iam } from './iam';
import { kms } from './kms';
import { lambda } from './lambda';
import { organizations } from './organizations';
import { s3 } from './s3';
import { stepfunctions } from './stepfunctions';

export const collectors: readonly Collector[] = [
  organizations,
  accountTags,
  account,
  ec2,
  iam,
  codepipeline,
  s3,
  codebuild,
  cloudformation,
  codedeploy,
  lambda,
  stepfunctions,
  eventbridge,
  kms,
  ecs,
  ec2Instances,
];
