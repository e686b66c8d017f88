// Test support: deployments to another region, at home and in another account; the CDK makes the stores and keys there.
import { Artifact, Pipeline } from 'aws-cdk-lib/aws-codepipeline';
import {
  CloudFormationCreateUpdateStackAction,
  S3SourceAction,
  S3Trigger,
} from 'aws-cdk-lib/aws-codepipeline-actions';
import { AWAY, type CdkApp, HUB, PROD, stackIn } from './synthesise.fixture';
import { bucketIn } from './things.fixture';

/** Cross-region actions with the support stacks that the CDK generates for them.
 *  @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_codepipeline-readme.html#cross-region-codepipelines */
export const crossRegion: CdkApp = {
  name: 'cross-region',
  build(app) {
    const hub = stackIn(app, 'edge-pipeline', HUB);
    const source = new Artifact('source');
    const deploy = (actionName: string, where: { readonly account?: string; readonly region?: string }) =>
      new CloudFormationCreateUpdateStackAction({
        actionName,
        stackName: 'edge',
        templatePath: source.atPath('template.json'),
        adminPermissions: true,
        ...where,
      });
    new Pipeline(hub, 'Pipeline', {
      pipelineName: 'edge',
      crossAccountKeys: true,
      enableKeyRotation: true,
      stages: [
        {
          stageName: 'Source',
          actions: [
            new S3SourceAction({
              actionName: 'Fetch',
              bucket: bucketIn(hub, 'Drop', { versioned: true }),
              bucketKey: 'edge.zip',
              output: source,
              trigger: S3Trigger.EVENTS,
            }),
          ],
        },
        { stageName: 'Home', actions: [deploy('Home', {}), deploy('Away', { region: AWAY })] },
        { stageName: 'Prod', actions: [deploy('Prod-Away', { account: PROD, region: AWAY })] },
      ],
    });
  },
};
