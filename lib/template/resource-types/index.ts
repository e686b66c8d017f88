// The only list of resource types of templates, by service.
import type { ResourceType } from '../resource-type';
import { codebuild } from './codebuild';
import { codeconnections } from './codeconnections';
import { codedeploy } from './codedeploy';
import { codepipeline } from './codepipeline';
import { ecs } from './ecs';
import { events } from './events';
import { iam } from './iam';
import { kms } from './kms';
import { lambda } from './lambda';
import { s3 } from './s3';
import { sns } from './sns';
import { stepfunctions } from './stepfunctions';
import { withoutFacts } from './without-facts';

export const RESOURCE_TYPES: ReadonlyMap<string, ResourceType> = new Map(
  [
    codebuild,
    codeconnections,
    codedeploy,
    codepipeline,
    ecs,
    events,
    iam,
    kms,
    lambda,
    s3,
    sns,
    stepfunctions,
    withoutFacts,
  ]
    .flat()
    .map((one) => [one.type, one]),
);
