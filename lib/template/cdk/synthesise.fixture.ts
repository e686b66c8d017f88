// Test support: an app of the AWS CDK, synthesised, and its templates read into a snapshot.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib/core';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { parse } from 'yaml';
import type { Json, JsonObject } from '@/lib/base/json';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import type { StackTemplate } from '../stack-template';
import { templatesToSnapshot } from '../templates-to-snapshot';

export const HUB = '111111111111';
export const DEV = '222222222222';
export const PROD = '333333333333';
export const HOME = 'eu-west-1';
export const AWAY = 'us-east-1';

/** An app of ours: what it puts into a CDK app, and what else is deployed beside it. */
export interface CdkApp {
  readonly name: string;
  /** `folder`: an empty one, for files that become assets. */
  readonly build: (app: App, folder: string) => void;
  /** Stacks that are there before the app: bootstrap stacks. */
  readonly beside?: readonly StackTemplate[];
  /** Feature flags other than those that `cdk init` recommends. */
  readonly flags?: { readonly [flag: string]: boolean };
}

// The CDK warns of deprecated properties that it uses itself.
process.env.JSII_DEPRECATED ??= 'quiet';

export function stackIn(app: App, name: string, account: string, region: string = HOME): Stack {
  return new Stack(app, name, { env: { account, region } });
}

/** The templates that the app gives. No network, no container, no credentials: every account and region is named. */
export function synthesise(app: CdkApp): readonly StackTemplate[] {
  const outdir = mkdtempSync(join(tmpdir(), 'hatstack-cdk-'));
  try {
    const cdk = new App({
      outdir,
      analyticsReporting: false,
      treeMetadata: false,
      builtinCloudFormationValidation: false,
      context: { ...flags, 'aws:cdk:disable-stack-trace': true, ...app.flags },
    });
    app.build(cdk, mkdirSync(join(outdir, 'files'), { recursive: true }) ?? outdir);
    const own = cdk.synth().stacksRecursively.map(
      ({ stackName, environment, template, cloudFormationExecutionRoleArn: role }): StackTemplate => ({
        name: stackName,
        account: environment.account,
        region: environment.region,
        template: template as JsonObject,
        // Stacks are deployed with the role of the bootstrap stack, where there is one.
        ...(role === undefined || app.beside === undefined
          ? {}
          : { executionRole: role.replace(/\$\{AWS::Partition\}/, 'aws') }),
      }),
    );
    return [...(app.beside ?? []), ...own];
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** The snapshot of these templates. Fails on anything that the reading does not understand. */
export function snapshotOfTemplates(id: string, stacks: readonly StackTemplate[]): Snapshot {
  const { snapshot, problems } = templatesToSnapshot(stacks, {
    id,
    takenAt: '2026-11-27T04:06:00.000Z',
    managedPolicies: AWS_POLICIES,
  });
  if (problems.length > 0)
    throw new Error(
      `the templates of ${id} hold what lib/template does not understand; teach it a type or a function:\n${problems
        .map((one) => `${one.stack}/${one.logicalId} (${one.type}): ${one.sentence}`)
        .join('\n')}`,
    );
  return snapshot;
}

/** What `cdk bootstrap` deploys, from the template that the CDK's command line brings along.
 *  @see https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html (read 2026-11-27) */
export function bootstrapStack(account: string, region: string, trusted: readonly string[]): StackTemplate {
  return {
    name: 'CDKToolkit',
    account,
    region,
    template: bootstrapTemplate(),
    parameters: {
      TrustedAccounts: trusted.join(','),
      CloudFormationExecutionPolicies: 'arn:aws:iam::aws:policy/AdministratorAccess',
      FileAssetsBucketKmsKeyId: 'AWS_MANAGED_KEY',
    },
  };
}

function bootstrapTemplate(): JsonObject {
  const path = createRequire(import.meta.url).resolve('aws-cdk/lib/api/bootstrap/bootstrap-template.yaml');
  return parse(readFileSync(path, 'utf8')) as JsonObject;
}

const allow = (Action: Json): Json => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
});

/** AWS's managed policies that the CDK attaches, as far as they matter to a pipeline.
 *  @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html (read 2026-11-27) */
const AWS_POLICIES: { readonly [arn: string]: Json } = {
  'arn:aws:iam::aws:policy/AdministratorAccess': allow('*'),
  'arn:aws:iam::aws:policy/AWSCloudFormationReadOnlyAccess': allow([
    'cloudformation:Describe*',
    'cloudformation:EstimateTemplateCost',
    'cloudformation:Get*',
    'cloudformation:List*',
    'cloudformation:ValidateTemplate',
    'cloudformation:Detect*',
  ]),
  'arn:aws:iam::aws:policy/ReadOnlyAccess': allow(['cloudformation:Describe*', 's3:Get*', 's3:List*']),
  'arn:aws:iam::aws:policy/service-role/AWSCodeDeployRole': allow([
    'autoscaling:CompleteLifecycleAction',
    'autoscaling:DeleteLifecycleHook',
    'autoscaling:DescribeAutoScalingGroups',
    'autoscaling:DescribeLifecycleHooks',
    'autoscaling:PutLifecycleHook',
    'autoscaling:RecordLifecycleActionHeartbeat',
    'ec2:DescribeInstances',
    'ec2:DescribeInstanceStatus',
    'ec2:TerminateInstances',
    'tag:GetResources',
    'sns:Publish',
  ]),
  'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole': allow([
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ]),
};
