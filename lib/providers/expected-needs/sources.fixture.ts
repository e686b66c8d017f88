// Sources: what each asks, as AWS's pages, the AWS CDK's grants and public threads say.
import type { ExpectedNeeds } from './expected.fixture';

export const SOURCES: readonly ExpectedNeeds[] = [
  {
    id: 'codecommit',
    when: '',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeCommit.html',
    rows: [
      'writes its outputs with an ACL: across-accounts',
      'needed codecommit:GetBranch,GetCommit,GetUploadArchiveStatus,UploadArchive codecommit:{here}:shop',
      'wished codecommit:CancelUploadArchive codecommit:{here}:shop',
      'wished s3:ListBucket the store’s bucket',
    ],
  },
  {
    id: 'codecommit',
    when: 'of which only a reference is handed on',
    configuration: { OutputArtifactFormat: 'CODEBUILD_CLONE_REF' },
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeCommit.html',
    rows: [
      'writes its outputs with an ACL: across-accounts',
      'needed codecommit:GetBranch,GetCommit,GetRepository codecommit:{here}:shop',
      'wished codecommit:CancelUploadArchive,GetUploadArchiveStatus,UploadArchive codecommit:{here}:shop',
      'wished s3:ListBucket the store’s bucket',
    ],
  },
  {
    id: 'codestar-source-connection',
    when: '',
    source:
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodestarConnectionSource.html',
    rows: [
      'writes its outputs with an ACL: always',
      'any codeconnections:UseConnection codeconnections:{here}:connection/c1',
      'any codestar-connections:UseConnection codeconnections:{here}:connection/c1',
    ],
  },
  {
    id: 'codestar-source-connection',
    when: 'of a connection from before July 2024',
    configuration: { ConnectionArn: 'arn:aws:codestar-connections:us-east-1:111111111111:connection/c1' },
    source:
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodestarConnectionSource.html',
    rows: [
      'writes its outputs with an ACL: always',
      'needed codestar-connections:UseConnection codestar-connections:{here}:connection/c1',
    ],
  },
  {
    id: 'ecr-source',
    when: '',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-ECR.html',
    rows: [
      'writes its outputs with an ACL: perhaps-across-accounts',
      'needed ecr:DescribeImages ecr:{here}:repository/shop',
    ],
  },
  {
    id: 'github-v1',
    when: '',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/appendix-github-oauth.html',
    rows: ['writes its outputs'],
  },
  {
    id: 's3-source',
    when: '',
    source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3.html',
    rows: [
      'writes its outputs with an ACL: perhaps-across-accounts',
      'needed s3:GetBucketVersioning s3:::other',
      'needed s3:GetObject,GetObjectVersion s3:::other/a.zip',
      'wished s3:GetBucketAcl,GetBucketLocation s3:::other',
      'wished s3:GetObjectTagging,GetObjectVersionTagging s3:::other/a.zip',
      'wished s3:PutObjectTagging the store’s objects',
    ],
  },
];
