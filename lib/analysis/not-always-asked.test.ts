// Requests that an action makes only at times: on the first run, for some inputs, across accounts.
import { describe, expect, it } from 'vitest';
import { allow, bucket, DEV, HUB, role, trust } from '@/lib/model/snapshot.fixture';
import {
  type ActionCase,
  checkAction,
  PIPELINE_ROLE,
  resourceFact,
  STORE,
  STORE_KEY,
} from './checked-action.fixture';

const SET = `arn:aws:cloudformation:us-east-1:${HUB}:stackset/base`;
const ADMIN = `arn:aws:iam::${HUB}:role/admin`;
const follows = ['DescribeStackSet', 'DescribeStackSetOperation', 'ListStackInstances'];
const asks = (actions: readonly string[], resource: string) =>
  allow(
    actions.map((one) => `cloudformation:${one}`),
    resource,
  );
const stackSet = (data: { readonly [name: string]: string } | null, may: ActionCase['may']): ActionCase => ({
  action: {
    type: ['Deploy', 'AWS', 'CloudFormationStackSet'],
    configuration: {
      StackSetName: 'base',
      TemplatePath: 'source::base.yml',
      AdministrationRoleArn: ADMIN,
      DeploymentTargets: DEV,
    },
  },
  may: [allow('iam:PassRole', ADMIN), ...(may ?? [])],
  facts: [
    resourceFact('stack-set', 'cloudformation:DescribeStackSet', SET, data),
    role(HUB, 'admin', trust({ Service: 'cloudformation.amazonaws.com' }), allow('sts:AssumeRole', '*')),
    role(DEV, 'AWSCloudFormationStackSetExecutionRole', trust({ AWS: ADMIN }), allow('*', '*')),
  ],
});

describe('a stack set', () => {
  const update = asks([...follows, 'UpdateStackSet'], `${SET}:*`);

  it('that exists need not be created', () => {
    expect(checkAction(stackSet({ StackSetName: 'base' }, [update])).state).toBe('works');
  });

  it('that does not exist must be created, with its instances', () => {
    expect(checkAction(stackSet(null, [update])).answer).toMatch(/cloudformation:CreateStack(Set|Instances)/);
    const first = asks([...follows, 'CreateStackInstances'], `${SET}:*`);
    expect(checkAction(stackSet(null, [first, asks(['CreateStackSet'], '*')])).state).toBe('works');
  });

  it('is not told to work where only its own ARN may be created, for AWS names no resource type', () => {
    const first = asks([...follows, 'CreateStackInstances', 'CreateStackSet'], `${SET}:*`);
    expect(checkAction(stackSet(null, [first])).state).toBe('unknown');
  });

  it('whose kind of permissions is a variable is not told, even where no role may climb', () => {
    const one = stackSet({ StackSetName: 'base' }, [update]);
    const configuration = { ...one.action.configuration, PermissionModel: '#{variables.model}' };
    const facts = [
      resourceFact('stack-set', 'cloudformation:DescribeStackSet', SET, {}),
      role(HUB, 'admin', trust({ Service: 'cloudformation.amazonaws.com' })),
    ];
    const said = checkAction({ ...one, action: { ...one.action, configuration }, facts });
    expect(said.state, said.answer).toBe('unknown');
  });
});

describe('a state machine', () => {
  const MACHINE = `arn:aws:states:us-east-1:${HUB}:stateMachine:check`;
  const start = (InputType: string): ActionCase => ({
    action: {
      type: ['Invoke', 'AWS', 'StepFunctions'],
      configuration: { StateMachineArn: MACHINE, InputType, Input: '{}' },
      roleArn: `arn:aws:iam::${HUB}:role/starter`,
    },
    facts: [
      role(HUB, 'starter', trust({ AWS: PIPELINE_ROLE }), allow('states:*', '*')),
      role(HUB, 'worker', trust({ Service: 'states.amazonaws.com' })),
      resourceFact('state-machine', 'states:DescribeStateMachine', MACHINE, {
        stateMachineArn: MACHINE,
        roleArn: `arn:aws:iam::${HUB}:role/worker`,
      }),
    ],
  });

  it('whose input is a file of the artifact needs the store', () => {
    expect(checkAction(start('FilePath')).state).toBe('broken');
  });

  it('whose input stands in the configuration may not need it', () => {
    expect(checkAction(start('Literal')).state).toBe('unknown');
  });
});

describe('a source in another account', () => {
  const drop = `arn:aws:iam::${DEV}:role/drop`;
  const source = (...statements: Parameters<typeof role>[3][]): ActionCase => ({
    action: { type: ['Approval', 'AWS', 'Manual'], inputs: [] },
    source: { roleArn: drop },
    facts: [role(DEV, 'drop', trust({ AWS: PIPELINE_ROLE }), ...statements)],
  });
  const store = `arn:aws:s3:::${STORE}`;
  const needs = (one: ActionCase) => checkAction(one, 'Fetch', 'Source').needs;

  it('may have to set an ACL and tags, and is never broken by them', () => {
    const one = source(
      allow(['s3:GetObject*', 's3:GetBucket*', 'kms:*'], '*'),
      allow('s3:PutObject', `${store}/*`),
    );
    for (const action of ['s3:PutObjectAcl', 's3:PutObjectTagging']) {
      const need = needs(one).find((each) => each.action === action);
      expect(need, action).toMatchObject({ essential: false, verdict: 'denied', who: 'drop' });
    }
  });

  it('is not told where the store takes uploads only with an ACL', () => {
    const acl = { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } };
    const one = source(
      allow(['s3:GetObject*', 's3:GetBucket*', 'kms:*'], '*'),
      allow(['s3:PutObject', 's3:PutObjectAcl'], `${store}/*`, acl),
    );
    expect(needs(one).find((each) => each.action === 's3:PutObject')).toMatchObject({ verdict: 'depends' });
  });
});

describe('a source whose role may encrypt and not decrypt', () => {
  const ROLE = `arn:aws:iam::${DEV}:role/source`;
  const fetching = (provider: string, configuration: { readonly [name: string]: string }): ActionCase => ({
    action: { type: ['Approval', 'AWS', 'Manual'], inputs: [] },
    source: { type: ['Source', 'AWS', provider], configuration, roleArn: ROLE },
    facts: [
      role(
        DEV,
        'source',
        trust({ AWS: PIPELINE_ROLE }),
        allow(['s3:*', 'codecommit:*'], '*'),
        allow('kms:GenerateDataKey', STORE_KEY),
      ),
      bucket(DEV, 'drop-dev', 'us-east-1', null),
    ],
  });

  it('is not told to fail, for S3 decrypts only to join the parts of a large upload', () => {
    const source = fetching('S3', { S3Bucket: 'drop-dev', S3ObjectKey: 'a.zip' });
    const said = checkAction(source, 'Fetch', 'Source');
    expect(said.state, said.answer).toBe('unknown');
    expect(said.hops).toContain('encrypts unknown');
  });

  it('fails where it is seen to upload in parts', () => {
    const source = fetching('CodeCommit', { RepositoryName: 'shop', BranchName: 'main' });
    expect(checkAction(source, 'Fetch', 'Source').hops).toContain('encrypts broken');
  });
});

describe('a stack action that may not read its input', () => {
  const deploying = (mode: string, more: { readonly [name: string]: string }): ActionCase => ({
    action: {
      type: ['Deploy', 'AWS', 'CloudFormation'],
      configuration: { ActionMode: mode, StackName: 'shop', ...more },
      roleArn: `arn:aws:iam::${DEV}:role/deploy`,
    },
    facts: [
      role(DEV, 'deploy', trust({ AWS: PIPELINE_ROLE }), allow(['cloudformation:*', 'iam:PassRole'], '*')),
      role(DEV, 'stack', trust({ Service: 'cloudformation.amazonaws.com' }), allow('*', '*')),
    ],
  });
  const RoleArn = `arn:aws:iam::${DEV}:role/stack`;

  it('is not told to fail where it names no file of it', () => {
    for (const [mode, more] of [
      ['CHANGE_SET_EXECUTE', { ChangeSetName: 'next' }],
      ['DELETE_ONLY', { RoleArn }],
    ] as const) {
      const said = checkAction(deploying(mode, more));
      expect(said.state, said.answer).toBe('unknown');
    }
  });

  it('fails where its template is in it, or a parameter', () => {
    const changes = { ChangeSetName: 'next', RoleArn, TemplatePath: 'source::template.yml' };
    expect(checkAction(deploying('CHANGE_SET_REPLACE', changes)).state).toBe('broken');
    const ParameterOverrides = '{"Tag": {"Fn::GetParam": ["source", "tag.json", "Tag"]}}';
    const executes = { ChangeSetName: 'next', ParameterOverrides };
    expect(checkAction(deploying('CHANGE_SET_EXECUTE', executes)).state).toBe('broken');
  });
});
