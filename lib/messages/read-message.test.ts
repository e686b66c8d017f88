import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AwsMessage } from './message';
import { readMessage } from './read-message';
import { WORDINGS } from './wordings/index';

const SESSION = 'arn:aws:sts::222222222222:assumed-role/deploy/1647222973891';
const NOT = `User: ${SESSION} is not authorized to perform:`;
const ROLE = { account: '222222222222', name: 'deploy' };

const READ: readonly (readonly [name: string, text: string, says: Partial<AwsMessage>])[] = [
  [
    'an identity policy that does not allow',
    `${NOT} codedeploy:GetApplication on resource: arn:aws:codedeploy:eu-west-1:222222222222:application:shop because no identity-based policy allows the codedeploy:GetApplication action`,
    {
      role: ROLE,
      action: 'codedeploy:GetApplication',
      resource: 'arn:aws:codedeploy:eu-west-1:222222222222:application:shop',
      layer: 'identity',
      explicit: false,
      cut: null,
    },
  ],
  [
    'an SCP that denies, with more behind it',
    `${NOT} cloudformation:UpdateStack on resource: arn:aws:cloudformation:us-east-1:222222222222:stack/shop/* with an explicit deny in a service control policy (Service: AmazonCloudFormation; Status Code: 403)`,
    { action: 'cloudformation:UpdateStack', layer: 'scp', explicit: true },
  ],
  [
    'an SCP that does not allow',
    `${NOT} sts:AssumeRole on resource: arn:aws:iam::333333333333:role/x because no service control policy allows the sts:AssumeRole action`,
    { layer: 'scp', explicit: false },
  ],
  [
    'an RCP, and a resource in quotes',
    `${NOT} s3:PutObject on resource: "arn:aws:s3:::artifacts/a.zip" with an explicit deny in a resource control policy`,
    { resource: 'arn:aws:s3:::artifacts/a.zip', layer: 'rcp', explicit: true },
  ],
  [
    'a boundary',
    `${NOT} sts:AssumeRole on resource: arn:aws:iam::3:role/x because no permissions boundary allows the sts:AssumeRole action`,
    { layer: 'boundary', explicit: false },
  ],
  [
    'a session policy',
    `${NOT} s3:GetObject on resource: arn:aws:s3:::a/b because no session policy allows the s3:GetObject action`,
    { layer: 'session' },
  ],
  [
    'a VPC endpoint policy',
    `${NOT} s3:GetObject because no VPC endpoint policy allows the s3:GetObject action`,
    { resource: null, layer: 'endpoint', explicit: false },
  ],
  [
    'a trust policy',
    `${NOT} sts:AssumeRole with an explicit deny in the role trust policy`,
    { resource: null, layer: 'trust', explicit: true },
  ],
  [
    'a key of which the message does not say which',
    `${NOT} kms:GenerateDataKey on this resource because no identity-based policy allows the kms:GenerateDataKey action`,
    { action: 'kms:GenerateDataKey', resource: null, layer: 'identity' },
  ],
  [
    'a key that may be absent',
    `${NOT} kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
    { about: 'absent-or-denied', action: 'kms:Decrypt', resource: null, layer: null, explicit: null },
  ],
  [
    'an explicit denial of which the kind is not said',
    `${NOT} iam:PassRole on resource: arn:aws:iam::222222222222:role/stack with an explicit deny`,
    { action: 'iam:PassRole', layer: null, explicit: true },
  ],
  [
    'no reason at all',
    `${NOT} iam:PassRole on resource: arn:aws:iam::222222222222:role/stack (Service: AmazonCloudFormation; Status Code: 403)`,
    { resource: 'arn:aws:iam::222222222222:role/stack', layer: null, explicit: null, cut: null },
  ],
  [
    'a message that ends inside its resource',
    `${NOT} s3:GetObject on resource: arn:aws:s3:::artif...`,
    { resource: 'arn:aws:s3:::artif', cut: 'resource' },
  ],
  ['a message that ends inside its action', `${NOT} s3:GetOb`, { action: 's3:GetOb', cut: 'action' }],
  [
    'a wrapper that names a repository around IAM’s own words',
    'The service role or action role doesn’t have the permissions required to access the AWS CodeCommit repository named shop. Update the IAM role permissions, and then try again. Error: User: arn:aws:sts::111111111111:assumed-role/hub/1564844186052 is not authorized to perform: codecommit:GetBranch on resource: arn:aws:codecommit:eu-west-1:111111111111:shop',
    {
      wording: 'not-authorized',
      action: 'codecommit:GetBranch',
      role: { account: '111111111111', name: 'hub' },
    },
  ],
  [
    'a pipeline role that may not put on an action role',
    'Pipeline role arn:aws:iam::111111111111:role/ci/hub is not authorized to perform AssumeRole on action role arn:aws:iam::222222222222:role/deploy.',
    {
      role: { account: '111111111111', name: 'hub' },
      action: 'sts:AssumeRole',
      resource: 'arn:aws:iam::222222222222:role/deploy',
    },
  ],
  [
    'CodePipeline itself, which may be the service or the pipeline role',
    'AWS CodePipeline is not authorized to perform AssumeRole on role arn:aws:iam::222222222222:role/deploy',
    { principal: null, action: 'sts:AssumeRole', resource: 'arn:aws:iam::222222222222:role/deploy' },
  ],
  [
    'a provided role',
    "The provided role cannot be assumed: 'Access denied when attempting to assume the role 'arn:aws:iam::222222222222:role/deploy''",
    { action: 'sts:AssumeRole', resource: 'arn:aws:iam::222222222222:role/deploy', principal: null },
  ],
  [
    'an artifact that could not be read',
    "Unable to access the artifact with Amazon S3 object key 'shop/Build/abc' located in the Amazon S3 artifact bucket 'artifacts'. The provided role does not have sufficient permissions.",
    {
      wording: 'artifact-object',
      resource: 'arn:aws:s3:::artifacts/shop/Build/abc',
      services: ['s3', 'kms'],
    },
  ],
  [
    'a bucket that CodePipeline names',
    'The service role or action role doesn’t have the permissions required to access the Amazon S3 bucket named pre-reqs.artifacts. Update the IAM role permissions, and then try again. Error: Amazon S3:AccessDenied:Access Denied (Service: Amazon S3; Status Code: 403)',
    { wording: 'role-access', resource: 'arn:aws:s3:::pre-reqs.artifacts', action: null, principal: null },
  ],
  [
    'insufficient permissions for a bucket',
    'Insufficient permissions. The provided role does not have permissions to access the S3 bucket artifacts.',
    { wording: 'role-access', resource: 'arn:aws:s3:::artifacts' },
  ],
  [
    'a replication that failed',
    "Replication of artifact 'Build' failed: Failed replicating artifact from artifacts-a in eu-west-1 to artifacts-b in us-east-1: Check source and destination artifact buckets exist and arn:aws:iam::111111111111:role/hub has permission to access it.",
    { about: 'absent-or-denied', role: { account: '111111111111', name: 'hub' }, services: ['s3', 'kms'] },
  ],
  [
    'code that a stack could not read',
    'Your access has been denied by S3, please make sure your request credentials have permission to GetObject for artifacts/shop/Build/abc. S3 Error Code: AccessDenied. S3 Error Message: Access Denied (Service: AWSLambdaInternal; Status Code: 403)',
    { action: 's3:GetObject', resource: 'arn:aws:s3:::artifacts/shop/Build/abc' },
  ],
  [
    'a source that a build could not download',
    'Build terminated with state: FAILED. Phase: DOWNLOAD_SOURCE, Code: CLIENT_ERROR, Message: AccessDenied: Access Denied status code: 403, request id: D18C, host id: q8QS= for primary source and source version arn:aws:s3:::artifacts/shop/Source/abc',
    { wording: 'build-source', action: 's3:GetObject', resource: 'arn:aws:s3:::artifacts/shop/Source/abc' },
  ],
  [
    'a provider',
    'The provided role does not have sufficient permissions to access CodeDeploy',
    { services: ['codedeploy', 'ecs', 'iam'], action: null },
  ],
  [
    'a provider that is not said',
    'The provided role does not have sufficient permissions.',
    { services: [] },
  ],
  [
    'S3 behind a provider',
    'The provided role does not have permissions to perform this action. Underlying error: Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)',
    { services: ['s3', 'kms'] },
  ],
  [
    'an encoded message, with the call before it',
    'API: ec2:RunInstances You are not authorized to perform this operation. Encoded authorization failure message: rHU-pVHM',
    { action: 'ec2:RunInstances', layer: null },
  ],
  ['nothing but a denial', 'Access Denied', { about: 'denied', services: [], action: null, resource: null }],
  ['an internal error', 'InternalError', { about: 'unsaid' }],
  [
    'a command of the build',
    'Build terminated with state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR, Message: Error while executing command: exit 1. Reason: exit status 1',
    { about: 'other' },
  ],
];

const UNREAD: readonly string[] = [
  '',
  'Resource handler returned message: "Invalid request"',
  'The security group sg-1 does not exist',
  'Tests failed: access denied page was not shown',
  'exec user process: permission denied',
  'User is authorized',
];

describe('a message of AWS', () => {
  it.each(READ)('is read: %s', (_, text, says) => {
    expect(readMessage(text)).toMatchObject(says);
  });

  it.each(UNREAD)('stays unread in other words: "%s"', (text) => {
    expect(readMessage(text)).toBeNull();
  });

  it('never throws, whatever the text is', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => void readMessage(text)));
    for (const word of ['arn:', 'User: ', 'Access Denied ', ' is not authorized to perform: '])
      readMessage(word.repeat(2000));
  });
});

describe('every wording', () => {
  it.each(WORDINGS)('$id reads its own examples and has a source', (wording) => {
    expect(wording.source).toMatch(/^https:\/\//);
    expect(wording.examples.length).toBeGreaterThan(0);
    for (const example of wording.examples) expect(readMessage(example)?.wording).toBe(wording.id);
  });

  it('has an id of its own, the name of its file', () => {
    expect(new Set(WORDINGS.map(({ id }) => id)).size).toBe(WORDINGS.length);
    for (const { id } of WORDINGS)
      expect(readFileSync(`lib/messages/wordings/${id}.ts`, 'utf8')).toContain(`id: '${id}'`);
  });
});
