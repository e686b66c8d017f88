// Invocations, approvals and stage rules: what each asks, as AWS's pages, the AWS CDK's grants and public threads say.
import type { ExpectedNeeds } from './expected.fixture';
import { LOG, PROJECT_ROLE } from './shared.fixture';

export const INVOKES_AND_RULES: readonly ExpectedNeeds[] = [
  {
    id: 'codepipeline-invoke',
    when: '',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-PipelineInvoke.html',
    rows: ['needed codepipeline:StartPipelineExecution codepipeline:{here}:next'],
  },
  {
    id: 'lambda-invoke',
    when: '',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Lambda.html',
    rows: [
      'lambda.amazonaws.com puts on the function role iam::{hub}:role/worker',
      'reads its inputs',
      'writes its outputs',
      'function role: needed codepipeline:PutJobSuccessResult *',
      'function role: wished codepipeline:PutJobFailureResult *',
      'needed lambda:InvokeFunction lambda:{here}:function:check',
      'wished lambda:ListFunctions *',
    ],
  },
  {
    id: 'step-functions',
    when: '',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-StepFunctions.html',
    rows: [
      'reads its inputs',
      'states.amazonaws.com puts on the state machine role iam::{hub}:role/worker',
      'writes its outputs',
      'needed states:DescribeExecution states:{here}:execution:check:*',
      'needed states:DescribeStateMachine,StartExecution states:{here}:stateMachine:check',
    ],
  },
  {
    id: 'manual',
    when: '',
    source:
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals-service-role-permissions.html',
    rows: ['needed sns:Publish sns:{here}:approvals'],
  },
  {
    id: 'rule-cloudwatch-alarm',
    when: '',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-CloudWatchAlarm.html',
    rows: ['needed cloudwatch:DescribeAlarms cloudwatch:{here}:alarm:errors'],
  },
  {
    id: 'rule-codebuild',
    when: '',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-CodeBuild.html',
    rows: [
      ...PROJECT_ROLE,
      'project role: reads its inputs',
      'needed codebuild:BatchGetBuilds,StartBuild codebuild:{here}:project/shop',
      'wished codebuild:StopBuild codebuild:{here}:project/shop',
    ],
  },
  {
    id: 'rule-commands',
    when: '',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-Commands.html',
    rows: [...LOG, 'reads its inputs'],
  },
  {
    id: 'rule-deployment-window',
    when: '',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-DeploymentWindow.html',
    rows: [],
  },
  {
    id: 'rule-lambda-invoke',
    when: '',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-LambdaInvoke.html',
    rows: [
      'lambda.amazonaws.com puts on the function role iam::{hub}:role/worker',
      'reads its inputs',
      'function role: needed codepipeline:PutJobSuccessResult * (in doubt)',
      'function role: wished codepipeline:PutJobFailureResult * (in doubt)',
      'needed lambda:InvokeFunction lambda:{here}:function:check',
    ],
  },
  {
    id: 'rule-variable-check',
    when: '',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference-VariableCheck.html',
    rows: [],
  },
];
