// Test support: one account builds, another tests, a third is deployed to; the CDK makes the action roles in them.
import { BuildSpec, PipelineProject } from 'aws-cdk-lib/aws-codebuild';
import { Artifact, Pipeline } from 'aws-cdk-lib/aws-codepipeline';
import {
  CloudFormationCreateReplaceChangeSetAction,
  CloudFormationExecuteChangeSetAction,
  CodeBuildAction,
  S3SourceAction,
  S3Trigger,
} from 'aws-cdk-lib/aws-codepipeline-actions';
import { PhysicalName } from 'aws-cdk-lib/core';
import { type CdkApp, DEV, HUB, PROD, stackIn } from './synthesise.fixture';
import { bucketIn } from './things.fixture';

/** Cross-account CodeBuild and CloudFormation from a pipeline with `crossAccountKeys`.
 *  @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_codepipeline-readme.html#cross-account-codepipelines */
export const crossAccount: CdkApp = {
  name: 'cross-account',
  build(app) {
    const hub = stackIn(app, 'shop-pipeline', HUB);
    const tests = stackIn(app, 'shop-tests', DEV);
    const source = new Artifact('source');
    const built = new Artifact('built');
    const buildSpec = BuildSpec.fromObject({ version: '0.2', phases: { build: { commands: ['make'] } } });
    const stack = { stackName: 'shop', changeSetName: 'release', account: PROD };
    new Pipeline(hub, 'Pipeline', {
      pipelineName: 'shop',
      crossAccountKeys: true,
      stages: [
        {
          stageName: 'Source',
          actions: [
            new S3SourceAction({
              actionName: 'Fetch',
              bucket: bucketIn(hub, 'Drop', { versioned: true }),
              bucketKey: 'shop.zip',
              output: source,
              trigger: S3Trigger.POLL,
            }),
          ],
        },
        {
          stageName: 'Build',
          actions: [
            new CodeBuildAction({
              actionName: 'Build',
              project: new PipelineProject(hub, 'Build', { buildSpec }),
              input: source,
              outputs: [built],
            }),
            new CodeBuildAction({
              actionName: 'Test',
              project: new PipelineProject(tests, 'Test', {
                buildSpec,
                projectName: PhysicalName.GENERATE_IF_NEEDED,
              }),
              input: source,
            }),
          ],
        },
        {
          stageName: 'Prod',
          actions: [
            new CloudFormationCreateReplaceChangeSetAction({
              ...stack,
              actionName: 'Prepare',
              templatePath: built.atPath('template.json'),
              adminPermissions: false,
              runOrder: 1,
            }),
            new CloudFormationExecuteChangeSetAction({ ...stack, actionName: 'Execute', runOrder: 2 }),
          ],
        },
      ],
    });
  },
};
