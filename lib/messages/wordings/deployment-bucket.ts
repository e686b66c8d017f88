// The S3 deploy action, where it may not write to its bucket.
import type { Wording } from '../message';

export const deploymentBucket: Wording = {
  id: 'deployment-bucket',
  source: 'https://github.com/awslabs/aws-deployment-framework/issues/202',
  examples: ['You do not have sufficient permissions to call s3.putObject for the deployment bucket'],
  read(text) {
    const call = /sufficient permissions to call s3\.(\w+) for the deployment bucket/.exec(text)?.[1];
    if (call === undefined) return null;
    return {
      action: `s3:${call.slice(0, 1).toUpperCase()}${call.slice(1)}`,
      services: ['s3', 'kms'],
      caveat: 'S3 answers the same where it is the key that refuses',
    };
  },
};
