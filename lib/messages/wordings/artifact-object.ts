// An action that could not read its input artifact.
import type { Wording } from '../message';

/** S3 refuses in the same words where it is the key that refuses. */
export const artifactObject: Wording = {
  id: 'artifact-object',
  source: 'https://repost.aws/knowledge-center/codepipeline-access-denied-errors',
  examples: [
    "Unable to access the artifact with Amazon S3 object key 'shop/BuildArtif/mDNbhDK' located in the Amazon S3 artifact bucket 'artifacts'. The provided role does not have sufficient permissions.",
  ],
  read(text) {
    const match = /Amazon S3 object key '([^']+)' located in the Amazon S3 artifact bucket '([^']+)'/.exec(
      text,
    );
    if (match === null) return null;
    return {
      action: 's3:GetObject',
      services: ['s3', 'kms'],
      resource: `arn:aws:s3:::${match[2]}/${match[1]}`,
      caveat: 'S3 answers the same where it is the key that refuses',
    };
  },
};
