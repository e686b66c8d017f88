// CodeBuild, where a build could not fetch its source.
import type { Wording } from '../message';

/** Artifacts are fetched with the project's role; a full clone uses the connection with the same role.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html#codebuild-role-connections (read 2026-11-24) */
export const buildSource: Wording = {
  id: 'build-source',
  source: 'https://github.com/awslabs/aws-refarch-cross-account-pipeline/issues/5',
  examples: [
    'AccessDenied: Access Denied status code: 403, request id: D18C063FBD, host id: q8QSdgeMXd9 for primary source and source version arn:aws:s3:::artifacts/shop/SourceOutp/EEB5s',
    'Build terminated with state: FAILED. Phase: DOWNLOAD_SOURCE, Code: CLIENT_ERROR, Message: authorization failed for primary source and source version 1f3a',
  ],
  read(text) {
    if (!/for primary source and source version/.test(text)) return null;
    const resource = /source version (arn:[^\s,;)]+)/.exec(text)?.[1];
    if (/authorization failed for primary source/.test(text))
      return { services: ['codestar-connections', 'codeconnections', 'codecommit'] };
    if (!/Access ?Denied/i.test(text)) return null;
    return {
      action: 's3:GetObject',
      services: ['s3', 'kms'],
      resource: resource ?? null,
      caveat: 'S3 answers the same where it is the key that refuses',
    };
  },
};
