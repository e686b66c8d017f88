import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import { allow, DEV, HUB, PROD, role, trust } from '@/lib/model/snapshot.fixture';
import { type ActionCase, checkAction, refusal, resourceFact, STORE_ACCESS } from './checked-action.fixture';

const STACK = `arn:aws:cloudformation:us-east-1:${HUB}:stack/shop`;
const BUILDER = `arn:aws:iam::${HUB}:role/build-stack`;
const builder = (...statements: readonly Json[]) =>
  role(HUB, 'build-stack', trust({ Service: 'cloudformation.amazonaws.com' }), ...statements);
const stack = (StackStatus: string, more: { readonly [name: string]: Json } = {}) =>
  resourceFact('stack', 'cloudformation:DescribeStacks', STACK, { StackName: 'shop', StackStatus, ...more });
const noStack = resourceFact('stack', 'cloudformation:DescribeStacks', STACK, null);
const may = (...actions: readonly string[]) => [
  allow(['cloudformation:DescribeStacks', ...actions.map((one) => `cloudformation:${one}`)], `${STACK}/*`),
  allow('iam:PassRole', BUILDER),
];
const change = (ActionMode: string, configuration: { readonly [name: string]: string } = {}) => ({
  type: ['Deploy', 'AWS', 'CloudFormation'] as const,
  configuration: { ActionMode, StackName: 'shop', RoleArn: BUILDER, ...configuration },
});
const update: ActionCase = {
  action: change('CREATE_UPDATE'),
  may: may('UpdateStack'),
  facts: [stack('UPDATE_COMPLETE'), builder()],
};

describe('a stack that', () => {
  it('exists needs to be updated', () => {
    expect(checkAction(update).state).toBe('works');
    expect(checkAction({ ...update, may: may('CreateStack') }).answer).toMatch(
      /do not allow cloudformation:UpdateStack/,
    );
  });

  it('does not exist yet needs to be created', () => {
    const fresh = { ...update, facts: [noStack, builder()] };
    expect(checkAction({ ...fresh, may: may('CreateStack') }).state).toBe('works');
    expect(checkAction(fresh).answer).toMatch(/do not allow cloudformation:CreateStack/);
  });

  it('was not read needs one of the two', () => {
    const unread = {
      ...update,
      facts: [builder()],
      gaps: [refusal('cloudformation:DescribeStacks', STACK)],
    };
    expect(checkAction(unread).state).toBe('works');
    expect(checkAction({ ...unread, may: may() }).state).toBe('broken');
  });

  it('failed needs to be deleted before it is replaced', () => {
    const failed = {
      ...update,
      action: change('REPLACE_ON_FAILURE'),
      facts: [stack('ROLLBACK_COMPLETE'), builder()],
    };
    expect(checkAction({ ...failed, may: may('CreateStack', 'DeleteStack') }).state).toBe('works');
    expect(checkAction({ ...failed, may: may('CreateStack') }).answer).toMatch(/cloudformation:DeleteStack/);
  });
});

describe('a condition on a key of CloudFormation’s own', () => {
  const next = (actions: readonly string[], operator: string): ActionCase => ({
    action: change('CHANGE_SET_EXECUTE', { ChangeSetName: 'next' }),
    may: [
      allow(
        actions.map((one) => `cloudformation:${one}`),
        `${STACK}/*`,
        { [operator]: { 'cloudformation:ChangeSetName': 'next' } },
      ),
    ],
    facts: [stack('UPDATE_COMPLETE'), builder()],
  });
  const all = ['DescribeStacks', 'DescribeChangeSet', 'ExecuteChangeSet'];

  it('lets a request pass that does not carry the key, where it says so', () => {
    expect(checkAction(next(all, 'StringEqualsIfExists')).state).toBe('works');
  });

  it('stops a request that does not carry the key, where it does not', () => {
    expect(checkAction(next(all, 'StringEquals')).answer).toMatch(/cloudformation:DescribeStacks/);
  });
});

describe('a template with macros', () => {
  it('is no trouble for an execution role that may do everything', () => {
    const action = change('CREATE_UPDATE', { Capabilities: 'CAPABILITY_AUTO_EXPAND' });
    const facts = [stack('UPDATE_COMPLETE'), builder(allow('*', '*'))];
    expect(
      checkAction({ action, may: may('UpdateStack'), facts }).needs.filter(({ resource }) =>
        resource.includes(':aws:transform/'),
      ),
    ).toMatchObject([{ action: 'cloudformation:CreateChangeSet', verdict: 'allowed' }]);
  });
});

describe('the execution role', () => {
  it('of every mode but executing a change set must be named', () => {
    const none = (mode: string) => checkAction({ ...update, action: change(mode, { RoleArn: '' }) });
    expect(none('CREATE_UPDATE')).toMatchObject({ state: 'broken', faults: ['stack-role-missing'] });
    expect(none('CHANGE_SET_EXECUTE').faults).toEqual([]);
  });

  it('is the one that the stack keeps where a change set is executed, and is not passed again', () => {
    const execute = (role_: string): ActionCase => ({
      action: change('CHANGE_SET_EXECUTE', { ChangeSetName: 'next' }),
      may: [
        allow(
          [
            'cloudformation:DescribeStacks',
            'cloudformation:DescribeChangeSet',
            'cloudformation:ExecuteChangeSet',
          ],
          `${STACK}/*`,
        ),
      ],
      facts: [stack('UPDATE_COMPLETE', { RoleARN: `arn:aws:iam::${HUB}:role/${role_}` }), builder()],
    });
    const said = checkAction(execute('build-stack'));
    expect(said.state, said.answer).toBe('works');
    expect(said.sentences.at(-1)).toBe('CloudFormation puts on build-stack');
    expect(checkAction(execute('deleted')).answer).toMatch(/CloudFormation cannot put on .*deleted/);
  });

  it('reads artifacts that the template is told of', () => {
    const told = change('CREATE_UPDATE', {
      ParameterOverrides: '{"Bucket":{"Fn::GetArtifactAtt":["source","BucketName"]}}',
    });
    expect(checkAction({ ...update, action: told }).answer).toMatch(
      /build-stack cannot read artifacts-us-east-1/,
    );
    const facts = [stack('UPDATE_COMPLETE'), builder(...STORE_ACCESS)];
    expect(checkAction({ ...update, action: told, facts }).state).toBe('works');
  });
});

describe('a stack set', () => {
  const SET = `arn:aws:cloudformation:us-east-1:${HUB}:stackset/base:*`;
  const ADMIN = `arn:aws:iam::${HUB}:role/AWSCloudFormationStackSetAdministrationRole`;
  const EXECUTION = 'AWSCloudFormationStackSetExecutionRole';
  const SET_ACTIONS = allow('cloudformation:*', '*');
  const admin = (...targets: readonly string[]) =>
    role(
      HUB,
      'AWSCloudFormationStackSetAdministrationRole',
      trust({ Service: 'cloudformation.amazonaws.com' }),
      allow(
        'sts:AssumeRole',
        targets.map((account) => `arn:aws:iam::${account}:role/${EXECUTION}`),
      ),
    );
  const execution = (trusted: string) =>
    role(DEV, EXECUTION, trust({ AWS: trusted }), allow('cloudformation:*', '*'));
  const rollOut: ActionCase = {
    action: {
      type: ['Deploy', 'AWS', 'CloudFormationStackSet'],
      configuration: {
        StackSetName: 'base',
        TemplatePath: 'source::base.yml',
        PermissionModel: 'SELF_MANAGED',
        DeploymentTargets: DEV,
        Regions: 'us-east-1',
      },
    },
    may: [SET_ACTIONS, allow('iam:PassRole', ADMIN)],
    facts: [admin(DEV), execution(ADMIN)],
  };

  it('is rolled out through two more roles', () => {
    const said = checkAction(rollOut);
    expect(said.state, said.answer).toBe('works');
    expect(said.needs.some(({ resource }) => resource === SET)).toBe(true);
    expect(said.sentences.at(-1)).toContain(EXECUTION);
  });

  it('breaks where a link of that chain is missing', () => {
    const broken = (facts: ActionCase['facts']) =>
      checkAction({ ...rollOut, ...(facts && { facts }) }).answer;
    expect(broken([admin(PROD), execution(ADMIN)])).toMatch(/cannot put on/);
    expect(broken([admin(DEV), execution(`arn:aws:iam::${HUB}:role/other`)])).toMatch(/trust policy/);
    expect(broken([admin(DEV)])).toMatch(/has no role of this name/);
    expect(checkAction({ ...rollOut, may: [SET_ACTIONS] }).answer).toMatch(/iam:PassRole/);
  });

  it('cannot be told of accounts that were not read, and of targets that are no accounts', () => {
    expect(checkAction({ ...rollOut, facts: [admin(DEV)], read: [HUB] }).state).toBe('unknown');
    const configuration = { ...rollOut.action.configuration, DeploymentTargets: 'source::targets.json' };
    expect(checkAction({ ...rollOut, action: { ...rollOut.action, configuration } }).answer).toContain(
      'targets.json',
    );
  });

  it('whose instances another pipeline makes climbs with the roles that it keeps', () => {
    const instances = (facts: ActionCase['facts'], more: Partial<ActionCase> = {}) =>
      checkAction({
        action: {
          type: ['Deploy', 'AWS', 'CloudFormationStackInstances'],
          configuration: { StackSetName: 'base', DeploymentTargets: DEV, Regions: 'us-east-1' },
        },
        may: [SET_ACTIONS],
        ...(facts && { facts }),
        ...more,
      });
    const set = (data: Json) =>
      resourceFact('stack-set', 'cloudformation:DescribeStackSet', SET.replace(/:\*$/, ''), data);
    const kept = set({
      PermissionModel: 'SELF_MANAGED',
      AdministrationRoleARN: ADMIN,
      ExecutionRoleName: EXECUTION,
    });
    expect(instances([kept, admin(DEV), execution(ADMIN)]).state).toBe('works');
    expect(instances([kept, admin(PROD), execution(ADMIN)]).answer).toMatch(/cannot put on/);
    expect(instances([set({ PermissionModel: 'SERVICE_MANAGED' })]).state).toBe('works');
    expect(instances([set(null)])).toMatchObject({ state: 'broken', faults: ['stack-set-missing'] });
    const refused = [refusal('cloudformation:DescribeStackSet', SET.replace(/:\*$/, ''))];
    expect(instances([], { gaps: refused }).answer).toMatch(/cloudformation:DescribeStackSet was refused/);
    const make = { Make: [{ ...rollOut.action, name: 'Make', inputs: ['source'] }] };
    expect(instances([set(null), admin(DEV), execution(ADMIN)], { more: make }).state).toBe('works');
  });

  it('of the organisation’s own model needs the managing account', () => {
    const configuration = { ...rollOut.action.configuration, PermissionModel: 'SERVICE_MANAGED' };
    const said = checkAction({ ...rollOut, action: { ...rollOut.action, configuration } });
    expect(said.hops.filter((hop) => hop.startsWith('passes'))).toEqual([]);
    expect(said).toMatchObject({ state: 'unknown', faults: ['stack-set-not-in-managing-account'] });
  });
});
