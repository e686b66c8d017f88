// The only list of collectors.
import type { Collector } from '../collector';
import { account } from './account';
import { accountTags } from './account-tags';
import { cloudformation } from './cloudformation';
import { codebuild } from './codebuild';
import { codecommit } from './codecommit';
import { codeconnections } from './codeconnections';
import { codedeploy } from './codedeploy';
import { codepipeline } from './codepipeline';
import { codestarConnections } from './codestar-connections';
import { ec2 } from './ec2';
import { ec2Instances } from './ec2-instances';
import { ecr } from './ecr';
import { ecs } from './ecs';
import { eks } from './eks';
import { eventBuses } from './event-buses';
import { eventbridge } from './eventbridge';
import { iam } from './iam';
import { kms } from './kms';
import { lambda } from './lambda';
import { missingBuckets } from './missing-buckets';
import { organizations } from './organizations';
import { s3 } from './s3';
import { secretsManager } from './secrets-manager';
import { sns } from './sns';
import { stackSets } from './stack-sets';
import { stepfunctions } from './stepfunctions';
import { webhooks } from './webhooks';

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
  stackSets,
  codedeploy,
  lambda,
  stepfunctions,
  eks,
  sns,
  codecommit,
  codeconnections,
  codestarConnections,
  webhooks,
  eventBuses,
  eventbridge,
  kms,
  ecr,
  secretsManager,
  missingBuckets,
  ecs,
  ec2Instances,
];
