// Test support: the policy of CodePipeline's service role as AWS printed it for years, and as consoles have made it.
// @see https://docs.aws.amazon.com/codepipeline/latest/userguide/how-to-custom-role.html (read 2026-11-27)
import type { Json } from '@/lib/base/json';
import { allow } from '@/lib/model/snapshot.fixture';

export const SERVICE_ROLE: readonly Json[] = [
  allow('iam:PassRole', '*', {
    StringEqualsIfExists: {
      'iam:PassedToService': [
        'cloudformation.amazonaws.com',
        'elasticbeanstalk.amazonaws.com',
        'ec2.amazonaws.com',
        'ecs-tasks.amazonaws.com',
      ],
    },
  }),
  allow(
    ['CancelUploadArchive', 'GetBranch', 'GetCommit', 'GetUploadArchiveStatus', 'UploadArchive'].map(
      (one) => `codecommit:${one}`,
    ),
    '*',
  ),
  allow(
    [
      'CreateDeployment',
      'GetApplication',
      'GetApplicationRevision',
      'GetDeployment',
      'GetDeploymentConfig',
      'RegisterApplicationRevision',
    ].map((one) => `codedeploy:${one}`),
    '*',
  ),
  allow(
    [
      'elasticbeanstalk:*',
      'ec2:*',
      'elasticloadbalancing:*',
      'autoscaling:*',
      'cloudwatch:*',
      's3:*',
      'sns:*',
      'cloudformation:*',
      'rds:*',
      'sqs:*',
      'ecs:*',
    ],
    '*',
  ),
  allow(['lambda:InvokeFunction', 'lambda:ListFunctions'], '*'),
  allow(
    [
      'CreateDeployment',
      'DescribeApps',
      'DescribeCommands',
      'DescribeDeployments',
      'DescribeInstances',
      'DescribeStacks',
      'UpdateApp',
      'UpdateStack',
    ].map((one) => `opsworks:${one}`),
    '*',
  ),
  allow(['codebuild:BatchGetBuilds', 'codebuild:StartBuild'], '*'),
  allow(
    ['ListProjects', 'ListDevicePools', 'GetRun', 'GetUpload', 'CreateUpload', 'ScheduleRun'].map(
      (one) => `devicefarm:${one}`,
    ),
    '*',
  ),
  allow(
    [
      'ListProvisioningArtifacts',
      'CreateProvisioningArtifact',
      'DescribeProvisioningArtifact',
      'DeleteProvisioningArtifact',
      'UpdateProduct',
    ].map((one) => `servicecatalog:${one}`),
    '*',
  ),
  allow('ecr:DescribeImages', '*'),
];
