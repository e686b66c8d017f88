// Test support: constructs of the CDK as the interfaces that other constructs take.
// Its types are not made for `exactOptionalPropertyTypes`: a Bucket is no IBucket there, though it implements it.
import { type IServerDeploymentGroup, ServerDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { Cluster, type ClusterProps, type ICluster } from 'aws-cdk-lib/aws-ecs';
import { Bucket, type BucketProps, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Stack } from 'aws-cdk-lib/core';
import { CodePipelineSource, type IFileSetProducer, ShellStep } from 'aws-cdk-lib/pipelines';

export function bucketIn(stack: Stack, id: string, props: BucketProps = {}): IBucket {
  return new Bucket(stack, id, props) as IBucket;
}

export function clusterIn(stack: Stack, id: string, props: ClusterProps): ICluster {
  return new Cluster(stack, id, props) as ICluster;
}

export function deploymentGroupIn(stack: Stack, id: string): IServerDeploymentGroup {
  return new ServerDeploymentGroup(stack, id) as IServerDeploymentGroup;
}

/** The step that synthesises an app out of a bucket. */
export function synthStep(bucket: IBucket, key: string): IFileSetProducer {
  const input = CodePipelineSource.s3(bucket, key) as IFileSetProducer;
  return new ShellStep('Synth', { input, commands: ['npm ci', 'npx cdk synth'] }) as IFileSetProducer;
}
