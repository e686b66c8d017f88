// Test support: a container service in another account, rolled by a pipeline.

import { PipelineProject } from 'aws-cdk-lib/aws-codebuild';
import { Artifact, Pipeline } from 'aws-cdk-lib/aws-codepipeline';
import { CodeBuildAction, EcrSourceAction, EcsDeployAction } from 'aws-cdk-lib/aws-codepipeline-actions';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import { ContainerImage, FargateService, FargateTaskDefinition, LogDrivers } from 'aws-cdk-lib/aws-ecs';
import { PhysicalName } from 'aws-cdk-lib/core';
import { type CdkApp, DEV, HUB, stackIn } from './synthesise.fixture';
import { clusterIn } from './things.fixture';

/** Cross-account ECS, fed by an image in ECR.
 *  @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_codepipeline_actions-readme.html#ecs */
export const container: CdkApp = {
  name: 'container',
  build(app) {
    const hub = stackIn(app, 'web-pipeline', HUB);
    const runtime = stackIn(app, 'web', DEV);
    const vpc = Vpc.fromVpcAttributes(runtime, 'Vpc', {
      vpcId: 'vpc-0a1b2c3d4e5f60718',
      availabilityZones: ['eu-west-1a'],
      privateSubnetIds: ['subnet-0a1b2c3d4e5f60718'],
      privateSubnetRouteTableIds: ['rtb-0a1b2c3d4e5f60718'],
    });
    const taskDefinition = new FargateTaskDefinition(runtime, 'Task');
    taskDefinition.addContainer('web', {
      image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:latest'),
      logging: LogDrivers.awsLogs({ streamPrefix: 'web' }),
    });
    const service = new FargateService(runtime, 'Service', {
      cluster: clusterIn(runtime, 'Cluster', { vpc, clusterName: PhysicalName.GENERATE_IF_NEEDED }),
      serviceName: PhysicalName.GENERATE_IF_NEEDED,
      taskDefinition,
      minHealthyPercent: 100,
      circuitBreaker: { rollback: true },
    });
    const source = new Artifact('source');
    const image = new Artifact('image');
    new Pipeline(hub, 'Pipeline', {
      pipelineName: 'web',
      crossAccountKeys: true,
      stages: [
        {
          stageName: 'Source',
          actions: [
            new EcrSourceAction({
              actionName: 'Image',
              repository: new Repository(hub, 'Images', { repositoryName: 'web' }),
              output: source,
            }),
          ],
        },
        {
          stageName: 'Build',
          actions: [
            new CodeBuildAction({
              actionName: 'Definitions',
              project: new PipelineProject(hub, 'Definitions'),
              input: source,
              outputs: [image],
            }),
          ],
        },
        {
          stageName: 'Deploy',
          actions: [new EcsDeployAction({ actionName: 'Roll', service, input: image })],
        },
      ],
    });
  },
};
