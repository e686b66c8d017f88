import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import { allow, HUB, role, trust } from '@/lib/model/snapshot.fixture';
import { type ActionCase, checkAction, resourceFact } from './checked-action.fixture';

const PIPELINE = `arn:aws:codepipeline:us-east-1:${HUB}:shop`;
const RULE = `arn:aws:events:us-east-1:${HUB}:rule/shop-source`;
const STARTER = `arn:aws:iam::${HUB}:role/starter`;
const START = allow('codepipeline:StartPipelineExecution', PIPELINE);
const rule = (State: string, source = 'aws.s3') =>
  resourceFact('event-rule', 'events:DescribeRule', RULE, {
    Name: 'shop-source',
    State,
    EventPattern: JSON.stringify({ source: [source] }),
  });
const targets = (target: { readonly [name: string]: Json } = { RoleArn: STARTER }) =>
  resourceFact('event-rule-targets', 'events:ListTargetsByRule', RULE, {
    Targets: [{ Id: '1', Arn: PIPELINE, ...target }],
  });
const starter = (...statements: readonly Json[]) =>
  role(HUB, 'starter', trust({ Service: 'events.amazonaws.com' }), ...statements);
const started = (...facts: NonNullable<ActionCase['facts']>) =>
  checkAction(
    {
      action: { type: ['Deploy', 'AWS', 'S3'], configuration: { BucketName: 'drop', Extract: 'true' } },
      facts,
    },
    'Fetch',
    'Source',
  );

describe('a rule that starts the pipeline', () => {
  it('stands before its source, with its role', () => {
    const said = started(rule('ENABLED'), targets(), starter(START));
    expect(said.sentences.slice(0, 2)).toEqual([
      'EventBridge puts on starter',
      'shop-source starts the pipeline at Fetch',
    ]);
    expect(said.needs.find(({ action }) => action === 'codepipeline:StartPipelineExecution')?.verdict).toBe(
      'allowed',
    );
  });

  it('whose role may not start it is a warning: the pipeline can still be started by hand', () => {
    const said = started(rule('ENABLED'), targets(), starter());
    expect(said.state).toBe('works');
    expect(said.needs.find(({ action }) => action === 'codepipeline:StartPipelineExecution')?.verdict).toBe(
      'denied',
    );
  });

  it('is a warning where it is disabled or has no role', () => {
    expect(started(rule('DISABLED'), targets(), starter(START)).faults).toEqual(['event-rule-disabled']);
    expect(started(rule('ENABLED'), targets({}), starter(START)).faults).toEqual(['event-rule-without-role']);
    expect(started(rule('ENABLED'), targets(), starter(START)).faults).toEqual([]);
  });

  it('of which the targets were not read is not drawn', () => {
    expect(started(rule('ENABLED')).sentences[0]).toBe('CodePipeline puts on shop-pipeline');
  });

  it('for no source that we know stands before the first one', () => {
    expect(started(rule('ENABLED', 'acme.builds'), targets(), starter(START)).sentences[1]).toContain(
      'shop-source',
    );
  });
});

describe('a webhook that starts the pipeline', () => {
  const webhook = (authentication: string, AllowedIPRange?: string) =>
    resourceFact(
      'webhook',
      'codepipeline:ListWebhooks',
      `arn:aws:codepipeline:us-east-1:${HUB}:webhook:hook`,
      {
        definition: {
          name: 'hook',
          targetPipeline: 'shop',
          targetAction: 'Fetch',
          authentication,
          ...(AllowedIPRange === undefined ? {} : { authenticationConfiguration: { AllowedIPRange } }),
        },
      },
    );

  it.each([
    ['UNAUTHENTICATED', undefined, ['webhook-without-authentication']],
    ['IP', '0.0.0.0/0', ['webhook-without-authentication']],
    ['IP', '10.0.0.0/8', []],
    ['GITHUB_HMAC', undefined, []],
  ])('by %s %s', (authentication, range, faults) => {
    const said = started(webhook(authentication, range));
    expect(said.sentences[0]).toBe('hook starts the pipeline at Fetch');
    expect(said).toMatchObject({ state: 'works', faults });
  });
});

describe('a source that is not polled', () => {
  const heard = (tells: Json) =>
    checkAction(
      {
        action: { type: ['Deploy', 'AWS', 'S3'], configuration: { BucketName: 'drop', Extract: 'true' } },
        source: { configuration: { S3Bucket: 'drop', S3ObjectKey: 'a.zip', PollForSourceChanges: 'false' } },
        facts: [
          resourceFact('event-rule', 'events:DescribeRule', RULE, {
            Name: 'shop-source',
            State: 'ENABLED',
            EventPattern: JSON.stringify({ source: ['aws.s3'], 'detail-type': ['Object Created'] }),
          }),
          targets(),
          starter(START),
          {
            ...resourceFact(
              'bucket-notification',
              's3:GetBucketNotificationConfiguration',
              'arn:aws:s3:::drop',
              tells,
            ),
            account: HUB,
          },
        ],
      },
      'Fetch',
      'Source',
    ).faults;

  it('hears of its bucket only where that tells EventBridge', () => {
    expect(heard({})).toEqual(['source-bucket-tells-no-events']);
    expect(heard({ EventBridgeConfiguration: {} })).toEqual([]);
  });
});

describe('a role for jobs of a CI system', () => {
  const HOST = 'gitlab.acme.example';
  const PROVIDER = `arn:aws:iam::${HUB}:oidc-provider/${HOST}`;
  const uploader = (Resource: string) =>
    role(
      HUB,
      'gitlab-upload',
      {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Federated: PROVIDER },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: { StringLike: { [`${HOST}:sub`]: 'project_path:acme/shop:ref_type:branch:ref:main' } },
          },
        ],
      },
      allow('s3:PutObject', Resource),
    );

  it('that may write the source stands before it', () => {
    const said = started(uploader('arn:aws:s3:::drop/*'));
    expect(said.sentences[0]).toBe('acme/shop, main puts the source into drop');
    expect(said.needs.slice(0, 2)).toMatchObject([
      { action: 'sts:AssumeRoleWithWebIdentity', verdict: 'depends' },
      { action: 's3:PutObject', verdict: 'allowed' },
    ]);
    expect(said.state).toBe('works');
  });

  it('that may write elsewhere only is left out', () => {
    expect(started(uploader('arn:aws:s3:::other/*')).sentences[0]).toBe('CodePipeline puts on shop-pipeline');
  });
});
