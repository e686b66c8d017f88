// CodePipeline, where a bucket is not there, or stands in another region.
import type { Wording } from '../message';

export const bucketMissing: Wording = {
  id: 'bucket-missing',
  source: 'https://github.com/aws-samples/aws-ecs-anywhere-workshop-samples/issues/4',
  examples: [
    "No bucket with the name artifacts was found. Choose a valid artifact bucket in 'us-west-2', or create a new artifact bucket to use in your pipeline.",
    'Invalid action configuration: The bucket named site is not located in the us-west-2 AWS region',
    'The deployment S3 bucket you chose (site) is in an AWS Region different from the action Region.',
  ],
  read(text) {
    const name =
      /No bucket with the name (\S+) was found/.exec(text)?.[1] ??
      /The bucket named (\S+) is not located in/.exec(text)?.[1] ??
      /deployment S3 bucket you chose \((\S+)\) is in an AWS Region different/.exec(text)?.[1];
    return name === undefined ? null : { about: 'other', services: ['s3'], resource: `arn:aws:s3:::${name}` };
  },
};
