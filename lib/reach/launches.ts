// Services that run a caller's own code, template or notebook with a role that they are handed: what it takes to start one.
import type { AccountId, Region } from '@/lib/names/arn';

export interface Launch {
  /** The principal that the role's trust policy has to let in. */
  readonly service: string;
  /** `a Lambda function`. */
  readonly what: string;
  /** Every request that it takes besides iam:PassRole; a name that the caller chooses is `*`. */
  readonly requests: readonly { readonly action: string; readonly resource: string }[];
}

/** One more service is one line here. EC2 is not among them: instance profiles are not read.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 *  @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
 *  @see https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CreateProject.html
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html
 *  @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 *  @see https://docs.aws.amazon.com/glue/latest/webapi/API_CreateJob.html
 *  @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateNotebookInstance.html
 *  @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html */
export const LAUNCHES: readonly Launch[] = [
  launch('lambda.amazonaws.com', 'a Lambda function', 'function:*', [
    'lambda:CreateFunction',
    'lambda:InvokeFunction',
  ]),
  launch('codebuild.amazonaws.com', 'a CodeBuild project', 'project/*', [
    'codebuild:CreateProject',
    'codebuild:StartBuild',
  ]),
  launch('cloudformation.amazonaws.com', 'a CloudFormation stack', 'stack/*/*', [
    'cloudformation:CreateStack',
  ]),
  launch('ecs-tasks.amazonaws.com', 'an ECS task', 'task-definition/*:*', [
    'ecs:RegisterTaskDefinition',
    'ecs:RunTask',
  ]),
  launch('glue.amazonaws.com', 'a Glue job', 'job/*', ['glue:CreateJob', 'glue:StartJobRun']),
  launch('sagemaker.amazonaws.com', 'a SageMaker notebook', 'notebook-instance/*', [
    'sagemaker:CreateNotebookInstance',
    'sagemaker:CreatePresignedNotebookInstanceUrl',
  ]),
  launch('states.amazonaws.com', 'a Step Functions state machine', 'stateMachine:*', [
    'states:CreateStateMachine',
    'states:StartExecution',
  ]),
];

function launch(service: string, what: string, resource: string, actions: readonly string[]): Launch {
  return { service, what, requests: actions.map((action) => ({ action, resource })) };
}

/** The launch with that service; null where it is none. Never throws. */
export function launchOf(service: string): Launch | null {
  return LAUNCHES.find((one) => one.service === service) ?? null;
}

/** The ARN of something of the service in one place; an `*` stands for what the caller chooses. Never throws. */
export function launchedArn(
  { action, resource }: Launch['requests'][number],
  partition: string,
  region: Region,
  account: AccountId,
): string {
  return `arn:${partition}:${action.slice(0, action.indexOf(':'))}:${region}:${account}:${resource}`;
}
