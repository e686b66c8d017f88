// Test support: what actions ask of their own role, and of the roles behind what they start.
import { allow, bucket, HUB, role, trust } from '@/lib/model/snapshot.fixture';
import { STORE_ACCESS } from '../checked-action.fixture';
import {
  BUILDER,
  build,
  COMMANDS_V2,
  FOREIGN_ROLE,
  invoke,
  other,
  project,
  roll,
  shift,
  stack,
  stackSet,
  worker,
} from './d-cases.fixture';
import { type At, denied, GUIDE, IN_DEFINITION, missing, wrong } from './d-shapes.fixture';
import type { RegisterEntry } from './entry.fixture';

const ACTING = { roleArn: `arn:aws:iam::${HUB}:role/acting` };
const acting = (...may: ReturnType<typeof allow>[]) =>
  role(HUB, 'acting', trust({ AWS: `arn:aws:iam::${HUB}:role/shop-pipeline` }), ...may);
const ARTIFACT_PARAMETER = { ParameterOverrides: '{"B":{"Fn::GetArtifactAtt":["source","BucketName"]}}' };
const MACROS = { Capabilities: 'CAPABILITY_AUTO_EXPAND' };
const BEANSTALK = { ApplicationName: 'shop', EnvironmentName: 'prod' };
const BUNDLES = bucket(HUB, `elasticbeanstalk-us-east-1-${HUB}`, 'us-east-1', null);
const ROLLS = [
  'ecs:DescribeServices',
  'ecs:UpdateService',
  'ecs:RegisterTaskDefinition',
  'ecs:TagResource',
  'iam:PassRole',
];

export const ACTIONS: readonly RegisterEntry[] = [
  missing({
    id: 'provider-permission-missing',
    what: 'The role that runs the action lacks a permission that its provider needs.',
    source: `${GUIDE}/how-to-custom-role.html`,
    as: denied('calls', 'codebuild:StartBuild'),
    fires: build({ may: [] }),
    silent: build(),
  }),
  missing({
    id: 'permissions-on-pipeline-role-instead-of-action-role',
    what: 'The pipeline role has the permission, and the action runs with a role of its own that lacks it.',
    source: 'https://github.com/aws/aws-cdk/issues/27484',
    as: denied('calls', 'codebuild:StartBuild'),
    fires: build({
      action: { type: ['Build', 'AWS', 'CodeBuild'], ...ACTING },
      facts: [project(), BUILDER, acting()],
    }),
    silent: build({
      action: { type: ['Build', 'AWS', 'CodeBuild'], ...ACTING },
      facts: [project(), BUILDER, acting(allow('codebuild:*', '*'))],
    }),
  }),
  missing({
    id: 'resource-scoped-action-without-resource-level',
    what: 'A permission is granted on an ARN, and its action knows no resources: only an allow on everything matches.',
    source:
      'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html',
    as: denied('calls', 'ecs:DescribeTaskDefinition'),
    fires: roll({
      may: [allow(ROLLS, '*'), allow('ecs:DescribeTaskDefinition', 'arn:aws:ecs:*:*:task-definition/shop:*')],
    }),
    silent: roll({ may: [allow([...ROLLS, 'ecs:DescribeTaskDefinition'], '*')] }),
  }),
  {
    id: 'cfn-cross-account-pass-role',
    what: 'The execution role of a stack belongs to another account than the role that runs the action.',
    sources: ['https://github.com/aws/aws-cdk/issues/28122'],
    as: wrong('passed-role-other-account', /only inside its own account/),
    fires: stack({ configuration: { RoleArn: FOREIGN_ROLE } }),
    silent: stack(),
    cannotTell: IN_DEFINITION,
  },
  missing({
    id: 'cfn-pass-role-missing',
    what: 'The role that runs the action may not pass the execution role of the stack.',
    source: 'https://github.com/aws/aws-cdk/issues/28122',
    as: denied('passes', 'iam:PassRole'),
    fires: stack({ may: [allow('cloudformation:*', '*')] }),
    silent: stack(),
  }),
  {
    id: 'cfn-role-empty',
    what: 'The configuration names no execution role, which its action mode wants.',
    sources: ['https://github.com/hashicorp/terraform-provider-aws/issues/13121'],
    as: wrong('stack-role-missing', /names no RoleArn/),
    fires: stack({ configuration: { RoleArn: '' } }),
    silent: stack(),
    cannotTell: IN_DEFINITION,
  },
  missing({
    id: 'cfn-role-trust',
    what: 'The execution role of the stack does not trust CloudFormation.',
    source: 'https://github.com/awslabs/aws-sam-codepipeline-cd/issues/22',
    as: denied('passes', 'sts:AssumeRole'),
    fires: stack({ facts: [worker('codedeploy.amazonaws.com')] }),
    silent: stack(),
  }),
  missing({
    id: 'cfn-role-trust-source-account',
    what: 'The execution role of the stack trusts CloudFormation for stacks of another account.',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    as: denied('passes', 'sts:AssumeRole'),
    fires: stack({ facts: [forAccount('222222222222')] }),
    silent: stack({ facts: [forAccount(HUB)] }),
  }),
  missing({
    id: 'cfn-exec-role-cannot-read-artifacts',
    what: 'The template takes an artifact as a parameter, and the execution role of the stack may not read it.',
    source: 'https://github.com/aws/aws-cdk/issues/3765',
    as: denied('reads', 's3:GetObject'),
    fires: stack({ configuration: ARTIFACT_PARAMETER }),
    silent: stack({
      configuration: ARTIFACT_PARAMETER,
      facts: [worker('cloudformation.amazonaws.com', ...STORE_ACCESS)],
    }),
  }),
  missing({
    id: 'cfn-transform-permission',
    what: 'The template may use a macro, as SAM’s do, and the execution role may not run it.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros-author.html',
    as: { ...denied('calls', 'cloudformation:CreateChangeSet'), isOptional: true } as At,
    fires: stack({ configuration: MACROS }),
    silent: stack({
      configuration: MACROS,
      facts: [worker('cloudformation.amazonaws.com', allow('cloudformation:CreateChangeSet', '*'))],
    }),
  }),
  missing({
    id: 'ecs-pass-role-missing',
    what: 'The role that runs the action may not pass the roles of the task definition.',
    source: `${GUIDE}/action-reference-ECS.html`,
    as: denied('passes', 'iam:PassRole'),
    fires: roll({ may: [allow('ecs:*', '*')] }),
    silent: roll(),
  }),
  missing({
    id: 'ecs-tag-resource-missing',
    what: 'The task definition carries tags, and the role that registers it may not tag.',
    source: 'https://github.com/aws/aws-cdk/issues/25768',
    as: denied('calls', 'ecs:TagResource'),
    fires: roll(
      {
        may: [
          allow(['ecs:Describe*', 'ecs:UpdateService', 'ecs:RegisterTaskDefinition', 'iam:PassRole'], '*'),
        ],
      },
      [{ key: 'team', value: 'shop' }],
    ),
    silent: roll({}, [{ key: 'team', value: 'shop' }]),
  }),
  missing({
    id: 'codedeploytoecs-register-taskdef-missing',
    what: 'An action of ECS blue/green registers the task definition itself, and its role may not.',
    source: `${GUIDE}/action-reference-ECSbluegreen.html`,
    as: denied('calls', 'ecs:RegisterTaskDefinition'),
    fires: shift({ may: [allow(['codedeploy:*', 'iam:PassRole'], '*')] }),
    silent: shift(),
  }),
  missing({
    id: 'stackset-execution-role-missing',
    what: 'A target account of a stack set has no execution role that lets the administration role in.',
    source:
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html',
    as: { kind: 'need', at: 'Act/Act', hop: 'assumes', need: 'sts:AssumeRole' },
    fires: stackSet({ facts: [administration()] }),
    silent: stackSet(),
  }),
  missing({
    id: 'beanstalk-describe-events',
    what: 'The role may not read the events of the environment, and the deployment hangs.',
    source: `${GUIDE}/troubleshooting.html#troubleshooting-aeb2`,
    as: denied('calls', 'elasticbeanstalk:DescribeEvents'),
    fires: other(['Deploy', 'AWS', 'ElasticBeanstalk'], BEANSTALK, { may: [], facts: BUNDLES }),
    silent: other(['Deploy', 'AWS', 'ElasticBeanstalk'], BEANSTALK, { facts: BUNDLES }),
  }),
  missing({
    id: 'lambda-callback-missing',
    what: 'The role of the function may not tell CodePipeline that the job is done, and the action times out.',
    source: `${GUIDE}/action-reference-Lambda.html`,
    as: denied('calls', 'codepipeline:PutJobSuccessResult'),
    fires: invoke({
      facts: [...invokeFacts(), worker('lambda.amazonaws.com')],
    }),
    silent: invoke(),
  }),
  missing({
    id: 'managed-compute-logs-missing',
    what: 'The role that runs an action on CodePipeline’s own compute may not write its log.',
    source: `${GUIDE}/action-reference-Commands.html`,
    as: denied('calls', 'logs:CreateLogStream'),
    fires: other(['Compute', 'AWS', 'Commands'], {}, { may: [], definition: { pipelineType: 'V2' } }),
    silent: COMMANDS_V2,
  }),
];

function forAccount(account: string) {
  return role(
    HUB,
    'worker',
    trust({ Service: 'cloudformation.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': account } }),
  );
}

function invokeFacts() {
  return invoke().facts.filter(({ kind }) => kind === 'function');
}

function administration() {
  return worker('cloudformation.amazonaws.com', allow('sts:AssumeRole', '*'));
}
