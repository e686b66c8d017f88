// Test support: the actions that the CDK has beside builds and stacks, and the sources, in one account and across.
import { PipelineProject } from 'aws-cdk-lib/aws-codebuild';
import { Repository } from 'aws-cdk-lib/aws-codecommit';
import { Artifact, Pipeline } from 'aws-cdk-lib/aws-codepipeline';
import {
  CodeBuildAction,
  CodeCommitSourceAction,
  CodeDeployServerDeployAction,
  CodeStarConnectionsSourceAction,
  LambdaInvokeAction,
  ManualApprovalAction,
  S3DeployAction,
  StepFunctionInvokeAction,
} from 'aws-cdk-lib/aws-codepipeline-actions';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { DefinitionBody, Pass, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { PhysicalName } from 'aws-cdk-lib/core';
import { type CdkApp, DEV, HUB, PROD, stackIn } from './synthesise.fixture';
import { bucketIn, deploymentGroupIn } from './things.fixture';

/** Sources of CodeCommit in another account and of a connection; Lambda, Step Functions, approval, S3 and CodeDeploy.
 *  @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_codepipeline_actions-readme.html */
export const manyActions: CdkApp = {
  name: 'many-actions',
  build(app) {
    const code = stackIn(app, 'site-code', DEV);
    const site = stackIn(app, 'site', PROD);
    const hub = stackIn(app, 'site-pipeline', HUB);
    const theirs = new Artifact('theirs');
    const ours = new Artifact('ours');
    const built = new Artifact('built');
    new Pipeline(hub, 'Pipeline', {
      pipelineName: 'site',
      crossAccountKeys: true,
      stages: [
        {
          stageName: 'Source',
          actions: [
            new CodeCommitSourceAction({
              actionName: 'Theirs',
              repository: new Repository(code, 'Repository', { repositoryName: 'site' }),
              branch: 'main',
              output: theirs,
            }),
            new CodeStarConnectionsSourceAction({
              actionName: 'Ours',
              connectionArn: `arn:aws:codeconnections:eu-west-1:${HUB}:connection/11111111-2222-3333-4444-555555555555`,
              owner: 'acme',
              repo: 'site',
              branch: 'main',
              output: ours,
              codeBuildCloneOutput: true,
            }),
          ],
        },
        {
          stageName: 'Check',
          actions: [
            new CodeBuildAction({
              actionName: 'Build',
              project: new PipelineProject(hub, 'Build'),
              input: ours,
              outputs: [built],
            }),
            new LambdaInvokeAction({
              actionName: 'Ask',
              lambda: new LambdaFunction(hub, 'Ask', {
                runtime: Runtime.NODEJS_22_X,
                handler: 'index.handler',
                code: Code.fromInline('exports.handler = async () => {}'),
              }),
              inputs: [theirs],
            }),
            new StepFunctionInvokeAction({
              actionName: 'Walk',
              stateMachine: new StateMachine(hub, 'Walk', {
                definitionBody: DefinitionBody.fromChainable(new Pass(hub, 'Nothing')),
              }),
            }),
          ],
        },
        {
          stageName: 'Approve',
          actions: [
            new ManualApprovalAction({
              actionName: 'Approve',
              notificationTopic: new Topic(hub, 'Approvals'),
            }),
          ],
        },
        {
          stageName: 'Deploy',
          actions: [
            new S3DeployAction({
              actionName: 'Publish',
              bucket: bucketIn(site, 'Site', { bucketName: PhysicalName.GENERATE_IF_NEEDED }),
              input: built,
            }),
            new S3DeployAction({
              actionName: 'Keep',
              bucket: bucketIn(hub, 'Archive'),
              input: theirs,
            }),
            new CodeDeployServerDeployAction({
              actionName: 'Install',
              deploymentGroup: deploymentGroupIn(hub, 'Machines'),
              input: theirs,
            }),
          ],
        },
      ],
    });
  },
};
