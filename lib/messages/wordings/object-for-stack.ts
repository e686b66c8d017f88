// A stack whose function code could not be read from the artifact store.
import type { Wording } from '../message';

/** CloudFormation's execution role reads it, not the action's. */
export const objectForStack: Wording = {
  id: 'object-for-stack',
  source: 'https://github.com/aws/aws-cdk/issues/3765',
  examples: [
    'Your access has been denied by S3, please make sure your request credentials have permission to GetObject for artifacts/shop/Build/abc. S3 Error Code: AccessDenied. S3 Error Message: Access Denied (Service: AWSLambdaInternal; Status Code: 403)',
  ],
  read(text) {
    const match = /access has been denied by S3, .*permission to (\w+) for ([^\s]+?)\.? /.exec(`${text} `);
    if (match === null) return null;
    return {
      action: `s3:${match[1]}`,
      services: ['s3', 'kms'],
      resource: `arn:aws:s3:::${match[2]}`,
      caveat: 'S3 answers the same where it is the key that refuses',
    };
  },
};
