// What the parts of a made organisation know of each other: its hub, its regions, how its policies are written.
import type { Json } from '@/lib/base/json';

/** The account that keeps the pipelines. */
export const HUB = '100000000000';
export const REGIONS = ['us-east-1', 'us-east-2', 'us-west-2', 'eu-west-1', 'eu-central-1', 'ap-southeast-2'];

/** A policy document of these statements. */
export const document = (...Statement: readonly Json[]): Json => ({ Version: '2012-10-17', Statement });

/** The key of the artifacts of a group of pipelines in a region. */
export function keyArn(group: string, region: string): string {
  return `arn:aws:kms:${region}:${HUB}:key/artifacts-${group}`;
}
