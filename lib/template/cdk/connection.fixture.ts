// Test support: a repository behind a connection from before AWS renamed them, in a V2 pipeline.
import { PipelineProject } from 'aws-cdk-lib/aws-codebuild';
import { Artifact, Pipeline, PipelineType } from 'aws-cdk-lib/aws-codepipeline';
import { CodeBuildAction, CodeStarConnectionsSourceAction } from 'aws-cdk-lib/aws-codepipeline-actions';
import { type CdkApp, HUB, stackIn } from './synthesise.fixture';

/** A connection source whose build clones the repository.
 *  @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_codepipeline_actions-readme.html#bitbucket */
export const connection: CdkApp = {
  name: 'connection',
  build(app) {
    const hub = stackIn(app, 'docs-pipeline', HUB);
    const source = new Artifact('source');
    new Pipeline(hub, 'Pipeline', {
      pipelineName: 'docs',
      pipelineType: PipelineType.V2,
      stages: [
        {
          stageName: 'Source',
          actions: [
            new CodeStarConnectionsSourceAction({
              actionName: 'Fetch',
              connectionArn: `arn:aws:codestar-connections:eu-west-1:${HUB}:connection/11111111-2222-3333-4444-555555555555`,
              owner: 'acme',
              repo: 'docs',
              branch: 'main',
              output: source,
              codeBuildCloneOutput: true,
            }),
          ],
        },
        {
          stageName: 'Build',
          actions: [
            new CodeBuildAction({
              actionName: 'Build',
              project: new PipelineProject(hub, 'Build'),
              input: source,
            }),
          ],
        },
      ],
    });
  },
};
