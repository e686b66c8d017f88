import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '@/lib/base/json';
import { parseSnapshot } from '@/lib/snapshot/parse-snapshot';
import { templatesToSnapshot } from './templates-to-snapshot';

const HUB = '111111111111';
const settings = { id: 'templates', takenAt: '2026-11-27T04:06:00.000Z' };
const stack = (Resources: JsonObject, name = 'shop', account = HUB) => ({
  name,
  account,
  region: 'eu-west-1',
  template: { Resources },
});
const read = (Resources: JsonObject) => templatesToSnapshot([stack(Resources)], settings);
const document = (...Statement: readonly Json[]): Json => ({ Version: '2012-10-17', Statement });
const trusting = (principal: Json): Json =>
  document({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal });

const hat: JsonObject = {
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: trusting({ AWS: HUB }),
    Policies: [{ PolicyName: 'own', PolicyDocument: document() }],
    ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
  },
};

describe('the snapshot of templates', () => {
  it('is one that can be read back', () => {
    const { snapshot } = read({ Hat: hat });
    expect(parseSnapshot(JSON.parse(JSON.stringify(snapshot)))).toEqual({ kind: 'snapshot', snapshot });
  });

  it('is the same every time, with names that AWS would make up', () => {
    expect(read({ Hat: hat })).toEqual(read({ Hat: hat }));
    const names = ['shop', 'bank'].flatMap((name) =>
      templatesToSnapshot([stack({ Hat: hat }, name)], settings).snapshot.facts.flatMap(({ kind, arn }) =>
        kind === 'iam-role' ? [arn] : [],
      ),
    );
    expect(names).toEqual([
      expect.stringMatching(/^arn:aws:iam::111111111111:role\/shop-Hat-[A-Z2-7]{12}$/),
      expect.stringMatching(/^arn:aws:iam::111111111111:role\/bank-Hat-[A-Z2-7]{12}$/),
    ]);
  });

  it('gathers what hangs on a role from wherever it is written', () => {
    const { snapshot, problems } = templatesToSnapshot(
      [
        stack({ Hat: { ...hat, Properties: { ...(hat.Properties as JsonObject), RoleName: 'hat' } } }),
        stack(
          {
            More: {
              Type: 'AWS::IAM::Policy',
              Properties: { PolicyName: 'more', PolicyDocument: document(), Roles: ['hat'] },
            },
            Managed: {
              Type: 'AWS::IAM::ManagedPolicy',
              Properties: { ManagedPolicyName: 'managed', PolicyDocument: document(), Roles: ['hat'] },
            },
          },
          'more',
        ),
        stack(
          {
            Elsewhere: {
              Type: 'AWS::IAM::Policy',
              Properties: { PolicyName: 'elsewhere', PolicyDocument: document(), Roles: ['hat'] },
            },
          },
          'elsewhere',
          '222222222222',
        ),
      ],
      settings,
    );
    expect(problems).toEqual([]);
    expect(snapshot.facts.find((fact) => fact.kind === 'iam-role')?.data).toMatchObject({
      RolePolicyList: [{ PolicyName: 'own' }, { PolicyName: 'more' }],
      AttachedManagedPolicies: [
        { PolicyName: 'ReadOnlyAccess' },
        { PolicyName: 'managed', PolicyArn: 'arn:aws:iam::111111111111:policy/managed' },
      ],
    });
  });

  it('spells principals as AWS keeps them', () => {
    const { snapshot } = read({ Hat: hat });
    const role = snapshot.facts.find((fact) => fact.kind === 'iam-role')?.data as JsonObject;
    expect(JSON.parse(decodeURIComponent(String(role.AssumeRolePolicyDocument)))).toMatchObject({
      Statement: [{ Principal: { AWS: 'arn:aws:iam::111111111111:root' } }],
    });
  });

  it('says of a bucket what S3 does where the template is silent', () => {
    const { snapshot } = read({ Drop: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'drop' } } });
    const about = (kind: string) => snapshot.facts.find((fact) => fact.kind === kind)?.data;
    expect(about('bucket-policy')).toBeNull();
    expect(about('bucket-location')).toEqual({ LocationConstraint: 'eu-west-1' });
    expect(about('bucket-encryption')).toMatchObject({
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    });
    expect(about('bucket-public-access-block')).toMatchObject({
      PublicAccessBlockConfiguration: { RestrictPublicBuckets: true },
    });
    expect(about('bucket-versioning')).toEqual({});
  });

  it('says of a topic who may use it: its own policy, or what SNS puts on a new one', () => {
    const topic = { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'told', KmsMasterKeyId: 'alias/own' } };
    const lets = document({ Effect: 'Allow', Action: 'sns:Publish', Principal: { AWS: HUB }, Resource: '*' });
    const policy = {
      Type: 'AWS::SNS::TopicPolicy',
      Properties: { Topics: [{ Ref: 'Told' }], PolicyDocument: lets },
    };
    const attributes = (resources: JsonObject) =>
      read(resources).snapshot.facts.find(({ kind }) => kind === 'topic')?.data as JsonObject;
    const told = attributes({ Told: topic, Policy: policy }).Attributes as JsonObject;
    expect(told).toMatchObject({
      TopicArn: `arn:aws:sns:eu-west-1:${HUB}:told`,
      KmsMasterKeyId: 'alias/own',
    });
    expect(JSON.parse(String(told.Policy))).toMatchObject({
      Statement: [{ Principal: { AWS: `arn:aws:iam::${HUB}:root` } }],
    });
    expect(String((attributes({ Told: topic }).Attributes as JsonObject).Policy)).toContain(
      'AWS:SourceOwner',
    );
  });

  it.each([
    ['AWS::CodeConnections::Connection', 'codeconnections'],
    ['AWS::CodeStarConnections::Connection', 'codestar-connections'],
  ])('knows of a %s all but its state', (Type, service) => {
    const { snapshot, problems } = read({
      Repo: { Type, Properties: { ConnectionName: 'repo', ProviderType: 'GitHub' } },
      Told: {
        Type: 'AWS::SNS::Topic',
        Properties: { TopicName: { 'Fn::GetAtt': ['Repo', 'ConnectionArn'] } },
      },
    });
    expect(problems).toEqual([]);
    const made = snapshot.facts.find(({ kind }) => kind === 'connection');
    expect(made?.arn).toMatch(new RegExp(`^arn:aws:${service}:eu-west-1:${HUB}:connection/[0-9a-f-]{36}$`));
    expect(made).toMatchObject({
      source: `${service}:GetConnection`,
      data: { Connection: { ConnectionName: 'repo', ProviderType: 'GitHub' } },
    });
    expect(made?.data).not.toHaveProperty('Connection.ConnectionStatus');
  });

  it('makes one policy of a bus from its statements, however they are written', () => {
    const policy = (Properties: JsonObject): JsonObject => ({
      Type: 'AWS::Events::EventBusPolicy',
      Properties,
    });
    const Statement = { Effect: 'Allow', Principal: '*', Action: 'events:PutEvents', Resource: '*' };
    const { snapshot, problems } = read({
      Whole: policy({ StatementId: 'whole', Statement }),
      Older: policy({
        StatementId: 'older',
        Action: 'events:PutEvents',
        Principal: '*',
        Condition: { Type: 'StringEquals', Key: 'aws:PrincipalOrgID', Value: 'o-acme' },
      }),
      Account: policy({ StatementId: 'account', Action: 'events:PutEvents', Principal: '222222222222' }),
    });
    expect(problems).toEqual([]);
    const buses = snapshot.facts.filter(({ kind }) => kind === 'event-bus');
    expect(buses).toHaveLength(1);
    const [bus] = buses;
    const arn = 'arn:aws:events:eu-west-1:111111111111:event-bus/default';
    expect(bus).toMatchObject({ source: 'events:ListEventBuses', arn, data: { Name: 'default' } });
    expect(
      JSON.parse(String(bus?.data instanceof Object && 'Policy' in bus.data && bus.data.Policy)),
    ).toEqual(
      document(
        { Sid: 'whole', ...Statement },
        {
          Sid: 'older',
          Effect: 'Allow',
          Principal: '*',
          Action: 'events:PutEvents',
          Resource: arn,
          Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-acme' } },
        },
        {
          Sid: 'account',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::222222222222:root' },
          Action: 'events:PutEvents',
          Resource: arn,
        },
      ),
    );
  });

  it('leaves out what stands under a condition that does not hold', () => {
    const template = {
      Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
      Resources: { Hat: { ...hat, Condition: 'Never' } },
    };
    const { snapshot, problems } = templatesToSnapshot([{ ...stack({}), template }], settings);
    expect(problems).toEqual([]);
    expect(snapshot.facts.some((fact) => fact.kind === 'iam-role')).toBe(false);
  });
});

describe('a type that is not known', () => {
  const reading = read({ Hat: hat, Odd: { Type: 'AWS::Odd::Thing', Properties: {} } });

  it('is a problem that names it', () => {
    expect(reading.problems).toEqual([
      {
        stack: 'shop',
        logicalId: 'Odd',
        type: 'AWS::Odd::Thing',
        sentence: '`AWS::Odd::Thing` is a type that is not known',
      },
    ]);
  });

  it('leaves a gap, so that nothing counts as absent in its account', () => {
    expect(reading.snapshot.gaps).toMatchObject([
      { source: 'iam:GetAccountAuthorizationDetails', account: HUB, cause: 'unsupported' },
    ]);
  });
});

describe('a resource with a value that cannot be resolved', () => {
  it('carries no facts, rather than wrong ones', () => {
    const broken = {
      ...hat,
      Properties: { ...(hat.Properties as JsonObject), RoleName: { Ref: 'Nothing' } },
    };
    const { snapshot, problems } = read({ Hat: broken });
    expect(problems).not.toEqual([]);
    expect(snapshot.facts.some((fact) => fact.kind === 'iam-role')).toBe(false);
  });
});

describe('what CloudFormation fills in', () => {
  const factOf = (facts: readonly { readonly kind: string; readonly data: unknown }[], kind: string) =>
    JSON.stringify(facts.find((one) => one.kind === kind)?.data);

  it('a key without a policy gets the one of KMS, which leaves it to the account', () => {
    const { snapshot } = read({ Key: { Type: 'AWS::KMS::Key', Properties: {} } });
    expect(factOf(snapshot.facts, 'key-policy')).toContain(`arn:aws:iam::${HUB}:root`);
  });

  it('a policy of one role is one of the role', () => {
    const more = {
      Type: 'AWS::IAM::RolePolicy',
      Properties: { RoleName: { Ref: 'Hat' }, PolicyName: 'more', PolicyDocument: document() },
    };
    const { snapshot, problems } = read({ Hat: hat, More: more });
    expect(problems).toEqual([]);
    expect(factOf(snapshot.facts, 'iam-role')).toContain('"PolicyName":"more"');
  });
});

describe('what only AWS can fill in', () => {
  const sentences = (template: JsonObject) =>
    templatesToSnapshot([{ ...stack({}), template }], settings).problems.map((one) => one.sentence);
  const named = (name: string): JsonObject => ({
    ...hat,
    Properties: { ...(hat.Properties as JsonObject), RoleName: name },
  });

  it.each([
    ['a parameter that it looks up', { Resources: { Hat: named('{{resolve:ssm:/hat}}') } }, 'looked up'],
    [
      'a macro',
      { Transform: ['AWS::LanguageExtensions', 'Ours'], Resources: { Hat: hat } },
      'the macro Ours',
    ],
    ['a snippet', { Resources: { Hat: { ...hat, Properties: { 'Fn::Transform': {} } } } }, 'anything'],
  ])('is a problem: %s', (_what, template, says) => {
    expect(sentences(template)).toContainEqual(expect.stringContaining(says));
  });

  it('leaves no facts of a resource whose name somebody asked for before', () => {
    const asks = {
      Type: 'AWS::IAM::Policy',
      Properties: { PolicyName: 'asks', PolicyDocument: document(), Roles: [{ Ref: 'Hat' }] },
    };
    const first = { ...hat, Properties: { ...(hat.Properties as JsonObject), RoleName: 'first' } };
    const { snapshot } = read({ First: first, Asks: asks, Hat: named('{{resolve:ssm:/hat}}') });
    const roles = snapshot.facts.flatMap(({ kind, arn }) => (kind === 'iam-role' ? [arn] : []));
    expect(roles).toEqual([]);
  });
});
