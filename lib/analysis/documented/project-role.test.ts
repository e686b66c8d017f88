// The role of a build project as AWS's page makes it, and as the console makes it for one project.
// @see https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html (read 2026-11-27)
import { expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import { allow, HUB, role, trust } from '@/lib/model/snapshot.fixture';
import { checkAction, resourceFact, STORE, STORE_KEY } from '../checked-action.fixture';

const USE_KEY = allow(
  ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
  STORE_KEY,
);
const ROLES: { readonly [made: string]: readonly Json[] } = {
  'AWS’s page': [
    allow(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], '*'),
    allow('codecommit:GitPull', '*'),
    allow(['s3:GetObject', 's3:GetObjectVersion'], '*'),
    allow('s3:PutObject', '*'),
    allow(['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'], '*'),
    allow('ecr:GetAuthorizationToken', '*'),
    allow(['s3:GetBucketAcl', 's3:GetBucketLocation'], '*'),
    USE_KEY,
  ],
  'the console': [
    allow(
      ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      [
        `arn:aws:logs:us-east-1:${HUB}:log-group:/aws/codebuild/shop`,
        `arn:aws:logs:us-east-1:${HUB}:log-group:/aws/codebuild/shop:*`,
      ],
    ),
    allow(
      ['s3:PutObject', 's3:GetObject', 's3:GetObjectVersion', 's3:GetBucketAcl', 's3:GetBucketLocation'],
      [`arn:aws:s3:::${STORE.slice(0, 12)}*`],
    ),
    USE_KEY,
  ],
};

it.each(Object.keys(ROLES))('builds with the role of %s', (made) => {
  const said = checkAction({
    action: {
      type: ['Build', 'AWS', 'CodeBuild'],
      configuration: { ProjectName: 'shop' },
      outputs: ['built'],
    },
    facts: [
      role(
        HUB,
        'builder',
        trust(
          { Service: 'codebuild.amazonaws.com' },
          {
            StringEquals: {
              'aws:SourceArn': `arn:aws:codebuild:us-east-1:${HUB}:project/shop`,
              'aws:SourceAccount': HUB,
            },
          },
        ),
        ...(ROLES[made] ?? []),
      ),
      resourceFact(
        'build-project',
        'codebuild:BatchGetProjects',
        `arn:aws:codebuild:us-east-1:${HUB}:project/shop`,
        {
          name: 'shop',
          serviceRole: `arn:aws:iam::${HUB}:role/builder`,
          encryptionKey: STORE_KEY,
          source: { type: 'CODEPIPELINE' },
          artifacts: { type: 'CODEPIPELINE' },
          environment: { image: 'aws/codebuild/standard:7.0', imagePullCredentialsType: 'CODEBUILD' },
        },
      ),
    ],
  });
  expect(said.state, said.answer).toBe('works');
});
